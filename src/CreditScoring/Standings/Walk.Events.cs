using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>What time and events do to a file on one day.</summary>
public sealed partial class Walk
{
    /// <summary>
    /// Lapses, carrying over, duties missed, steps ended; all judged on the file as it stood the night
    /// before. Returns what that raises.
    /// </summary>
    private IReadOnlyList<Happening> Time(DateOnly day)
    {
        if (State.Register.TurnsOn <= day)
        {
            Lapse(day);
        }

        State = back.AtTheTurnOf(State, day);
        IReadOnlyList<Happening> raised = State.Duties.TurnsOn <= day ? Miss(day) : [];
        State = State.With(State.Steps.AtTheTurnOf(day));
        if (State.Duties.Doubt is { } doubt && Heeds(Regime.On(day), Regime.Raised.DutyMissed))
        {
            throw doubt;
        }

        return raised;
    }

    private void Lapse(DateOnly day)
    {
        Show();
        State = State.With(State.Register.AtTheTurnOf(
            day, held => EntryMaker.Renewed(held, scene, day, listener)));
    }

    private List<Happening> Miss(DateOnly day)
    {
        var missed = new List<Duty>();
        State = State.With(State.Duties.AtTheTurnOf(day, missed));
        return missed.ConvertAll(duty => Regime.Raised.Missed(duty, day));
    }

    /// <summary>Whether rules would judge an event of a kind, if there were one.</summary>
    private static bool Heeds(RulePack? pack, string kind) =>
        pack is not null && (pack.PointsFor.Of(kind).Count > 0 || pack.DutiesFor.Of(kind).Count > 0);

    /// <summary>
    /// Judges an event on what stood before it; then it joins, with what came of it. A request for
    /// repair that is granted raises its answer, taken in next.
    /// </summary>
    private void TakeIn(OrderedEvent listed, DateOnly day)
    {
        Show();
        var happening = listed.Happening;
        scene.Meet(happening);
        listener?.Took(happening, listed.Pack);
        var outcome = listed.Pack is { } pack && pack.AppliesIn(scene)
            ? EntryMaker.Judge(pack, scene, listener, State.Register) : Outcome.None;
        var foreseen = back.Foresee(listed, State, day, outcome.Made.Count > 0);
        State = State with
        {
            Events = State.Events.Add(happening),
            Profiles = happening.Kind == SubjectView.ProfileKind
                ? State.Profiles.Add(happening)
                : State.Profiles,
            Uncovered = listed.Pack is null ? State.Uncovered.Add(happening) : State.Uncovered,
            Register = State.Register.After(outcome, day, Regime.Restores),
            Duties = outcome.Duties.Aggregate(State.Duties, (all, duty) => all.With(duty)),
            Steps = happening.Kind == Regime.Raised.StepTaken.Name
                ? State.Steps.Recorded(happening)
                : State.Steps,
        };
        State = back.Weigh(State, foreseen, day);
        LookAtDuties(happening.Kind);
        if (outcome.Granted)
        {
            TakeIn(new OrderedEvent(Regime.Raised.Granted(happening, day), listed.Pack), day);
        }
    }

    /// <summary>
    /// Whether a request for repair would be granted if it were made on a day; the walk stands at the
    /// night before, or at its end, and then the request comes after all else of the day.
    /// </summary>
    /// <param name="hears">Told of the conditions; null: nobody.</param>
    /// <param name="met">Conditions that are taken to be met; null: none is.</param>
    public bool WouldGrant(Happening request, DateOnly day,
        IJudgementListener? hears = null, IReadOnlyCollection<string>? met = null)
    {
        var night = State;
        shown.Face(day, State.History.Before(day));
        Time(day);
        Show();
        scene.Meet(new Happening(request.Event with { OccurredOn = day, DecidedOn = null }, day)
            { ActsOn = request.ActsOn, Role = request.Role });
        var grants = shown.PackOn(day) is { } pack && EntryMaker.Grants(pack, scene, hears, met);
        State = night;
        shown.CountAnswers();
        return grants;
    }

    /// <param name="joined">The kind of the event that joined; null: none did since the last look.</param>
    private void LookAtDuties(string? joined = null)
    {
        if (State.Duties.AnyOpen)
        {
            Show();
            State = State.With(State.Duties.Looked(scene, joined));
        }
    }
}
