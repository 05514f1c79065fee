using CreditScoring.Law.Language;

namespace CreditScoring.Law.Scenes;

/// <summary>How a duty stands.</summary>
public enum DutyState { Open, Fulfilled, Missed }

/// <summary>Something that the subject or the authority must do in a window of days.</summary>
public sealed record Duty(string Name, string Of, Happening Happened, DateOnly? Opens, DateOnly? Due)
{
    public DutyState State { get; init; }

    /// <summary>
    /// Why its first day cannot be said yet: it lies beyond the calendar of working days. Null: it can,
    /// or there is none.
    /// </summary>
    public CannotBeJudged? OpensUnknown { get; init; }

    /// <summary>Why its last day cannot be said yet; null as for its first.</summary>
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

    /// <summary>What rules read as <c>opens</c>.</summary>
    public BoundedDay BoundedOpens =>
        OpensUnknown is null ? new BoundedDay(Opens) : BoundedDay.Later(OpensUnknown);

    /// <summary>What rules read as <c>due</c>.</summary>
    public BoundedDay BoundedDue => DueUnknown is null ? new BoundedDay(Due) : BoundedDay.Later(DueUnknown);

    /// <summary>What rules read as <c>state</c>.</summary>
    /// <exception cref="CannotBeJudged">Nobody knows whether it was missed.</exception>
    public string KnownState => PerhapsMissed ? throw DueUnknown! : StateName;
}
