using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// Walks the days of one file in one regime (rule-packs.md, "How the fold runs"). The meaning is that
/// of walking every day; days on which nothing can come out differently are skipped.
/// </summary>
public sealed partial class Walk
{
    private readonly FileScene shown;
    private readonly Scene scene;
    private readonly IReadOnlyList<OrderedEvent> order;
    private readonly bool everyDay;
    private readonly IJudgementListener? listener;
    private readonly Testimony? testimony;
    private readonly LookingBack back;
    private SecondLadder? beside;
    private Ruling? besideRuling;
    private int next;

    /// <param name="regime">Whose rules judge.</param>
    /// <param name="subject">Whose file it is.</param>
    /// <param name="order">All events of the file in order.</param>
    /// <param name="everyDay">Skip nothing: slow, and the measure of the fast way.</param>
    /// <param name="listener">Told of every judgement, for explanations; null: nobody.</param>
    /// <param name="budget">Beyond which the file cannot be judged; null: the usual one.</param>
    public Walk(
        Regime regime, Subject subject, IReadOnlyList<OrderedEvent> order,
        bool everyDay = false, IJudgementListener? listener = null, StepBudget? budget = null)
    {
        Regime = regime;
        Subject = subject;
        this.order = order;
        this.everyDay = everyDay;
        this.listener = listener;
        shown = new FileScene(regime, subject, budget ?? StepBudget.Usual, listener?.Watch);
        scene = shown.Scene;
        back = new LookingBack(regime, shown, listener);
        testimony = listener is null ? null : new Testimony(regime, shown, listener);
    }

    public Regime Regime { get; }

    public Subject Subject { get; }

    /// <summary>Whose ladder decides beside (<see cref="SecondLadder"/>); null: no other does.</summary>
    public Regime? Beside { init => beside = value is null ? null : new SecondLadder(value, shown); }

    /// <summary>The state at the end of the last day walked.</summary>
    public FileState State { get; private set; } = FileState.BeforeTheFile;

    /// <summary>
    /// The state at the end of the last day that was walked whole, also where the next could not be.
    /// </summary>
    public FileState Night { get; private set; } = FileState.BeforeTheFile;

    /// <summary>Goes on from a state reached before, with the later events of the order.</summary>
    public void Resume(FileState state)
    {
        State = Night = state;
        var (low, high) = (0, order.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = order[middle].Happening.From <= state.Day ? (middle + 1, high) : (low, middle);
        }

        next = low;
    }

    /// <summary>Walks to the end of a day.</summary>
    public void To(DateOnly day)
    {
        while (NextTurn(day) is { } turn)
        {
            Day(turn);
        }
    }

    /// <summary>The next day worth walking up to an end; null: none is.</summary>
    /// <param name="end">The last day wanted; walked in any case while nothing has happened.</param>
    public DateOnly? NextTurn(DateOnly end)
    {
        var happens = next < order.Count ? order[next].Happening.From : DateOnly.MaxValue;
        if (ReferenceEquals(State, FileState.BeforeTheFile))
        {
            return happens < end ? happens : end;
        }

        if (State.Day >= end)
        {
            return null;
        }

        var tomorrow = State.Day.AddDays(1);
        var wakes = everyDay ? tomorrow : next == 0 && end < State.WakesOn ? end : State.WakesOn;
        var turn = wakes < happens ? wakes : happens;
        return turn < tomorrow ? tomorrow : turn > end ? null : turn;
    }

    /// <summary>
    /// Everything that one day does, in its order: time, events, tier, steps, duties. Until something
    /// happens each day stands alone, so that it means nothing on which day one began to ask.
    /// </summary>
    private void Day(DateOnly day)
    {
        if (next == 0)
        {
            State = FileState.BeforeTheFile;
            beside?.BeginAnew();
        }

        Night = State;
        shown.Begin(day, State, LawDayOrder.AnyMatters(order, next, day, Regime));
        var raised = Time(day);
        for (; next < order.Count && order[next].Happening.From <= day; next++)
        {
            TakeIn(order[next], day);
        }

        foreach (var happening in raised)
        {
            TakeIn(new OrderedEvent(happening, Regime.On(day)), day);
        }

        Conclude(day);
        State = Night = shown.End(State);
    }

    /// <summary>
    /// The standing at the end of a day on or after the last one walked, before the next turn. What
    /// its measures and frequency read may bring the next turn nearer.
    /// </summary>
    /// <exception cref="CannotBeJudged">One of them has no answer on that day.</exception>
    public Standing Standing(DateOnly on)
    {
        shown.ShowEndOf(on, State);
        scene.StableUntil = State.WakesOn;
        try
        {
            return StandingMaker.Of(Regime, scene, State, null);
        }
        finally
        {
            State = scene.StableUntil == State.WakesOn ? State : State with { WakesOn = scene.StableUntil };
            shown.CountAnswers();
        }
    }

    /// <summary>The same by the ladder beside.</summary>
    public Standing StandingBeside(DateOnly on) => beside!.Standing(State, on);

    /// <summary>Lets the listener hear how the standing of a day comes about.</summary>
    public void Testify(DateOnly on) => testimony?.Of(on, State, lastRuling?.Seen ?? State);

    /// <summary>Lets the listener hear every rung that gives a tier, whichever decided.</summary>
    public void TestifyOf(string tier, DateOnly on) => testimony?.OfRungs(tier, on, State);

    /// <summary>Shows the rules what stands now.</summary>
    private void Show() => shown.Show(State);
}
