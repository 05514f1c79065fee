using CreditScoring.Enterprises;
using CreditScoring.Law;
using CreditScoring.Law.Expressions;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// Walks the days of one file in one regime (rule-packs.md, "How the fold runs"). The meaning is that
/// of walking every day; days on which nothing can come out differently are skipped.
/// </summary>
public sealed partial class Walk
{
    private readonly Scene scene;
    private readonly IReadOnlyList<Listed> docket;
    private readonly bool everyDay;
    private readonly IWitness? witness;
    private readonly StepMeter meter;
    private int next;

    /// <param name="regime">Whose rules judge.</param>
    /// <param name="subject">Whose file it is.</param>
    /// <param name="docket">All events of the file in order.</param>
    /// <param name="everyDay">Skip nothing: slow, and the measure of the fast way.</param>
    /// <param name="witness">Told of every judgement, for explanations; null: nobody.</param>
    /// <param name="budget">Beyond which the file cannot be judged; null: the usual one.</param>
    public Walk(
        Regime regime, Subject subject, IReadOnlyList<Listed> docket,
        bool everyDay = false, IWitness? witness = null, StepBudget? budget = null)
    {
        Regime = regime;
        Subject = subject;
        this.docket = docket;
        this.everyDay = everyDay;
        this.witness = witness;
        scene = new Scene(subject, regime.Slots) { Watch = witness?.Watch };
        meter = new StepMeter(scene, budget ?? StepBudget.Usual);
    }

    public Regime Regime { get; }

    public Subject Subject { get; }

    /// <summary>The state at the end of the last day walked.</summary>
    public Fold State { get; private set; } = Fold.BeforeTheFile;

    /// <summary>The state at the end of the last day that was walked whole, also where the next could not be.</summary>
    public Fold Night { get; private set; } = Fold.BeforeTheFile;

    /// <summary>Goes on from a state reached before, with the docket's later events.</summary>
    public void Resume(Fold state)
    {
        State = Night = state;
        var (low, high) = (0, docket.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = docket[middle].Happening.From <= state.Day ? (middle + 1, high) : (low, middle);
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
        var happens = next < docket.Count ? docket[next].Happening.From : DateOnly.MaxValue;
        if (ReferenceEquals(State, Fold.BeforeTheFile))
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
        State = next == 0 ? Fold.BeforeTheFile : State;
        Night = State;
        meter.OnDayOfEvents = next < docket.Count && docket[next].Happening.From <= day;
        Face(day, State.History.Last);
        var raised = Time(day);
        for (; next < docket.Count && docket[next].Happening.From <= day; next++)
        {
            TakeIn(docket[next], day);
        }

        foreach (var happening in raised)
        {
            TakeIn(new Listed(happening, Regime.On(day)), day);
        }

        Conclude(day);
        State = State with { Spent = meter.Tally(State.Spent) };
        Night = State;
        Regime.Seconding?.Count(scene);
        meter.OnDayOfEvents = false;
    }

    /// <summary>
    /// The standing at the end of a day on or after the last one walked, before the next turn. What
    /// its measures and frequency read may bring the next turn nearer.
    /// </summary>
    /// <exception cref="CannotBeJudged">One of them has no answer on that day.</exception>
    public Standing Standing(DateOnly on)
    {
        ShowEndOf(on);
        scene.StableUntil = State.WakesOn;
        try
        {
            return StandingMaker.Of(Regime, scene, State, null);
        }
        finally
        {
            State = State with { WakesOn = scene.StableUntil };
            Regime.Seconding?.Count(scene);
        }
    }

    /// <summary>Lets the witness hear how the standing of a day comes about.</summary>
    public void Testify(DateOnly on)
    {
        ShowEndOf(on);
        if (witness is null || PackOn(on) is not { } pack)
        {
            return;
        }

        // The tier was decided before the duties were looked at for the last time.
        var end = State;
        State = ruledOn ?? State;
        ShowEndOf(on);
        scene.ShowEntries(State.Register.OfEvents);
        EntryMaker.Factors(pack, scene, witness);
        ShowEndOf(on);
        TierJudge.Rule(pack, scene, State, witness);
        State = end;
        ShowEndOf(on);
        foreach (var (duty, rule) in State.Duties.Awaited)
        {
            scene.Meet(duty.Happened);
            witness.Awaited(duty, rule, scene);
        }

        ShowEndOf(on);
        StandingMaker.Of(Regime, scene, State, witness);
    }

    private void ShowEndOf(DateOnly on)
    {
        meter.OnDayOfEvents = false;
        Show();
        Face(on, State.History.Before(on));
    }

    private void Face(DateOnly day, Night previous)
    {
        scene.Face(day, previous);
        scene.AsksTwice = Regime.Seconding?.Asks(Subject, day) ?? false;
    }

    /// <summary>Shows the rules what stands now.</summary>
    private void Show()
    {
        IReadOnlyList<Happening> events = State.Duties.Doubt is { } doubt
            ? new DoubtfulEvents(State.Events, Regime.Raised.DutyMissed, doubt) : State.Events;
        scene.Show(new WhatStands(
            events, State.Profiles, State.Register.Counting, State.Duties.All, State.Steps.Names, State.History));
        if (meter.OnDayOfEvents && meter.Tally(State.Spent) is var spent && spent != State.Spent)
        {
            State = State with { Spent = spent };
        }

        meter.Allot(State.Spent);
    }
}
