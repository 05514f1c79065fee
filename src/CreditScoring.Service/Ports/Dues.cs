using CreditScoring.Enterprises;
using CreditScoring.Files;

namespace CreditScoring.Service.Ports;

/// <summary>Which duties are asked for, in order of their last day; null: any.</summary>
public sealed record DutyQuery(int Limit)
{
    /// <summary>open or missed.</summary>
    public string? State { get; init; }

    public DateOnly? DueBefore { get; init; }

    public string? Regime { get; init; }

    public string? Kind { get; init; }

    /// <summary>The digits with which the region's code begins.</summary>
    public string? Region { get; init; }

    /// <summary>Only what comes after this one.</summary>
    public DutyPlace? After { get; init; }
}

/// <summary>The place of a duty in the order of last days; those without one come last.</summary>
/// <param name="Due">As it is kept (<see cref="KeptDuty.KeptDue"/>); null: there is none.</param>
public readonly record struct DutyPlace(DateOnly? Due, Subject Subject, string Regime, int Number);

/// <summary>A duty, and whose it is.</summary>
public sealed record SubjectDuty(Subject Subject, KeptDuty Duty, SubjectProfile Profile, string? Region)
{
    public DutyPlace Place => new(
        Duty.KeptDue is var kept && kept == KeptDuty.NoDay ? null : kept, Subject, Duty.Regime, Duty.Number);
}

/// <summary>Which windows of next inspections are asked for, in order of their last day; null: any.</summary>
public sealed record WindowQuery(int Limit)
{
    public DateOnly? OpensBefore { get; init; }

    public DateOnly? DueBefore { get; init; }

    public DateOnly? DueFrom { get; init; }

    public string? Kind { get; init; }

    /// <summary>The digits with which the region's code begins.</summary>
    public string? Region { get; init; }

    /// <summary>Only what comes after this one.</summary>
    public WindowPlace? After { get; init; }
}

/// <summary>The place of a window in the order of last days.</summary>
public readonly record struct WindowPlace(DateOnly Due, Subject Subject);

/// <summary>The window of a subject's next inspection.</summary>
public sealed record SubjectWindow(
    Subject Subject, VisitWindow Window, SubjectProfile Profile, string? Region)
{
    public WindowPlace Place => new(Window.Due, Subject);
}
