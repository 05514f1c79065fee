using CreditScoring.Enterprises;
using CreditScoring.Law;
using CreditScoring.Law.Expressions;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Packs;

namespace CreditScoring.Standings;

/// <summary>
/// Walks the days of one file in one regime (rule-packs.md, "How the fold runs"). The meaning is that
/// of walking every day; days on which nothing can come out differently are skipped.
/// </summary>
public sealed class Walk
{
    private readonly Regime regime;
    private readonly Scene scene;
    private readonly IReadOnlyList<Listed> docket;
    private readonly bool everyDay;
    private readonly IWitness? witness;
    private int next;

    /// <param name="docket">All events of the file in order.</param>
    /// <param name="everyDay">Skip nothing: slow, and the measure of the fast way.</param>
    /// <param name="witness">Told of every judgement, for explanations; null: nobody.</param>
    public Walk(
        Regime regime, Subject subject, IReadOnlyList<Listed> docket,
        bool everyDay = false, IWitness? witness = null)
    {
        this.regime = regime;
        this.docket = docket;
        this.everyDay = everyDay;
        this.witness = witness;
        scene = new Scene(subject, regime.Slots);
    }

    /// <summary>The state at the end of the last day walked.</summary>
    public Fold State { get; private set; } = Fold.BeforeTheFile;

    /// <summary>Goes on from a state reached before, with the docket's later events.</summary>
    public void Resume(Fold state)
    {
        State = state;
        for (next = 0; next < docket.Count && docket[next].Happening.From <= state.Day; next++)
        {
        }
    }

    /// <summary>Walks to the end of a day.</summary>
    public void To(DateOnly day)
    {
        for (var turn = NextTurn(day); turn <= day; turn = NextTurn(day))
        {
            Day(turn);
        }
    }

    /// <summary>The next day worth walking, or <see cref="DateOnly.MaxValue"/>.</summary>
    /// <param name="end">The last day wanted; an empty file is walked on that day alone.</param>
    public DateOnly NextTurn(DateOnly end)
    {
        var happens = next < docket.Count ? docket[next].Happening.From : DateOnly.MaxValue;
        if (State.Day == DateOnly.MinValue)
        {
            return happens < end ? happens : end;
        }

        if (State.Day == DateOnly.MaxValue)
        {
            return DateOnly.MaxValue;
        }

        var tomorrow = State.Day.AddDays(1);
        var wakes = everyDay ? tomorrow : State.WakesOn;
        var turn = wakes < happens ? wakes : happens;
        return turn < tomorrow ? tomorrow : turn;
    }

    /// <summary>Everything that one day does, in its order: time, events, tier.</summary>
    private void Day(DateOnly day)
    {
        scene.Day = day;
        scene.Previous = State.History.Last;
        Time(day);
        for (; next < docket.Count && docket[next].Happening.From <= day; next++)
        {
            TakeIn(docket[next], day);
        }

        Judge(day);
    }

    /// <summary>Lapses and carrying over, judged on the file as it stood the night before.</summary>
    private void Time(DateOnly day)
    {
        if (State.Register.TurnsOn > day)
        {
            return;
        }

        Show();
        State = State with { Register = State.Register.AtTheTurnOf(day, held => Renewed(held, day)) };
    }

    private DateOnly? Renewed(Held held, DateOnly day)
    {
        var carriesOver = held.Rule.CarriesOver ?? held.Pack.CarriesOver;
        scene.Entry = held.Entry;
        scene.Happened = held.Entry.Happened;
        scene.From = day;
        return carriesOver is not null && carriesOver.Evaluate(scene)
            ? (held.Rule.LapsesOn ?? held.Pack.LapsesOn)?.Evaluate(scene) ?? DateOnly.MaxValue
            : null;
    }

    /// <summary>Judges an event on what stood before it; then it joins, with what came of it.</summary>
    private void TakeIn(Listed listed, DateOnly day)
    {
        Show();
        scene.Happened = listed.Happening;
        witness?.Took(listed.Happening, listed.Pack);
        var made = new List<Held>();
        var cleared = new HashSet<Entry>(ReferenceEqualityComparer.Instance);
        if (listed.Pack is { } pack)
        {
            foreach (var rule in pack.PointsFor(listed.Happening.Kind))
            {
                EntryMaker.Hit(rule, pack, scene, witness, made, cleared);
            }
        }

        var register = State.Register.Without(cleared, day);
        State = State with
        {
            Events = State.Events.Add(listed.Happening),
            Profiles = listed.Happening.Kind == SubjectView.ProfileKind
                ? State.Profiles.Add(listed.Happening) : State.Profiles,
            Uncovered = listed.Pack is null ? State.Uncovered.Add(listed.Happening) : State.Uncovered,
            Register = made.Aggregate(register, (all, held) => all.With(held, day)),
        };
    }

    /// <summary>The tier of the day, and how long nothing can change it.</summary>
    private void Judge(DateOnly day)
    {
        Show();
        scene.StableUntil = DateOnly.MaxValue;
        var pack = regime.On(day);
        var ruling = pack is null ? null : TierJudge.Rule(pack, scene, State, null);
        var changed = ruling?.Tier != State.History.Last.Tier;
        State = State with
        {
            Day = day,
            History = State.History.With(ruling?.Tier, day),
            Lock = ruling?.Lock,
            TierRule = ruling?.Rung,
            WakesOn = Earliest(
                scene.StableUntil, State.Register.TurnsOn, ruling?.Lock?.Until ?? DateOnly.MaxValue,
                changed && day < DateOnly.MaxValue ? day.AddDays(1) : DateOnly.MaxValue, regime.TurnAfter(day)),
        };
    }

    /// <summary>
    /// The standing at the end of a day on or after the last one walked, before the next turn. What
    /// its measures and frequency read may bring the next turn nearer.
    /// </summary>
    public Standing Standing(DateOnly on)
    {
        ShowEndOf(on);
        scene.StableUntil = State.WakesOn;
        var standing = StandingMaker.Of(regime, scene, State, null);
        State = State with { WakesOn = scene.StableUntil };
        return standing;
    }

    /// <summary>Lets the witness hear how the standing of a day comes about.</summary>
    public void Testify(DateOnly on)
    {
        ShowEndOf(on);
        if (witness is not null && regime.On(on) is { } pack)
        {
            TierJudge.Rule(pack, scene, State, witness);
            StandingMaker.Of(regime, scene, State, witness);
        }
    }

    private void ShowEndOf(DateOnly on)
    {
        Show();
        if (on > State.Day)
        {
            scene.Day = on;
            scene.Previous = State.History.Last;
        }
    }

    /// <summary>Walks the next turn and tells whether the standing is another then.</summary>
    public bool DiffersOn(DateOnly turn, Standing now)
    {
        try
        {
            Day(turn);
            return !Standing(turn).SameAs(now);
        }
        catch (CannotBeJudged)
        {
            return true;
        }
    }

    /// <summary>Shows the rules what stands now.</summary>
    private void Show()
    {
        scene.Events = State.Events;
        scene.Profiles = State.Profiles;
        scene.Entries = State.Register.Counting;
        scene.History = State.History;
        scene.Entry = null;
        scene.Happened = null;
        scene.StepsLeft = StepBudget;
        scene.Changed();
    }

    /// <summary>Items of collections that rules may look at between two changes of the scene.</summary>
    private const long StepBudget = 50_000_000;

    private static DateOnly Earliest(params ReadOnlySpan<DateOnly> days)
    {
        var earliest = DateOnly.MaxValue;
        foreach (var day in days)
        {
            earliest = day < earliest ? day : earliest;
        }

        return earliest;
    }
}
