using CreditScoring.Law.Language;

namespace CreditScoring.Law.Scenes;

/// <summary>How a duty stands.</summary>
public enum DutyState { Open, Fulfilled, Missed }

/// <summary>Something that the subject or the authority must do in a window of days.</summary>
public sealed record Duty(string Name, string Of, Happening Happened, DateOnly? Opens, DateOnly? Due)
{
    public DutyState State { get; init; }

    /// <summary>
    /// Why its last day cannot be said yet: it lies beyond the calendar of working days. Null: it can,
    /// or there is none.
    /// </summary>
    public CannotBeJudged? DueUnknown { get; init; }

    /// <summary>
    /// Its last day, which cannot be said, may have passed: nobody knows whether it was missed.
    /// </summary>
    public bool PerhapsMissed { get; init; }

    /// <summary>As the standing's JSON names it.</summary>
    public string StateName => State switch
    {
        DutyState.Open => "open",
        DutyState.Fulfilled => "fulfilled",
        _ => "missed",
    };

    /// <summary>What rules read as <c>due</c>.</summary>
    /// <exception cref="CannotBeJudged">It cannot be said yet.</exception>
    public DateOnly? KnownDue => DueUnknown is null ? Due : throw DueUnknown;

    /// <summary>What rules read as <c>state</c>.</summary>
    /// <exception cref="CannotBeJudged">Nobody knows whether it was missed.</exception>
    public string KnownState => PerhapsMissed ? throw DueUnknown! : StateName;
}
