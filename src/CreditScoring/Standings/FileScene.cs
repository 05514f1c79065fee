using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// Shows the state of one file to the rules of one regime, and counts the steps that they take on the
/// days on which events are taken in.
/// </summary>
internal sealed class FileScene(
    Regime regime, Subject subject, StepBudget budget, ICoverageListener? coverage)
{
    private readonly StepMeter meter = new(budget);

    /// <summary>What the rules see.</summary>
    public Scene Scene { get; } = new(subject, regime.Slots) { Watch = coverage };

    /// <summary>Turns to a day that will be walked, and to how the night before it ended.</summary>
    /// <param name="takesEventsIn">Steps of such a day count for the file.</param>
    public void Begin(DateOnly day, FileState night, bool takesEventsIn)
    {
        meter.Begin(night.Spent, takesEventsIn);
        Face(day, night.History.Last);
    }

    /// <summary>The state with what its day has spent; steps count no more for the file.</summary>
    public FileState End(FileState state)
    {
        var spent = meter.End(Scene);
        CountAnswers();
        return spent == state.Spent ? state : state with { Spent = spent };
    }

    /// <summary>Shows what stands now.</summary>
    public void Show(FileState state)
    {
        IReadOnlyList<Happening> events = state.Duties.Doubt is { } doubt
            ? new DoubtfulEvents(state.Events, regime.Raised.DutyMissed, doubt) : state.Events;
        Scene.Show(new WhatStands(
            events, state.Profiles, state.Register.Counting, state.Duties.All, state.Steps.Names,
            state.History));
        meter.Change(Scene);
    }

    /// <summary>
    /// Shows what stands at the end of a day that was walked, or of a later one before the next turn.
    /// </summary>
    public void ShowEndOf(DateOnly on, FileState state)
    {
        meter.Rest();
        Show(state);
        Face(on, state.History.Before(on));
    }

    public void Face(DateOnly day, Night previous)
    {
        Scene.Face(day, previous);
        Scene.AsksTwice = regime.Seconding?.Asks(subject, day) ?? false;
    }

    /// <summary>The version in force on a day, if the subject, as shown, stands in the regime then.</summary>
    public RulePack? PackOn(DateOnly day) =>
        regime.On(day) is { } pack && pack.AppliesIn(Scene) ? pack : null;

    /// <summary>Lets the answers of the second engine be counted.</summary>
    public void CountAnswers() => regime.Seconding?.Count(Scene);
}
