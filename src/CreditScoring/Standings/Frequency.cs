namespace CreditScoring.Standings;

/// <summary>
/// How a subject is to be supervised (分类分级监管): what the rules of one regime say. Null: the rules
/// say nothing of it.
/// </summary>
public sealed record Frequency
{
    /// <summary>Inspections a year; 0.5 is one in two years.</summary>
    public decimal? TimesPerYear { get; init; }

    /// <summary>First day of the window of the next inspection.</summary>
    public DateOnly? Opens { get; init; }

    /// <summary>Last day of the window of the next inspection.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Share of such subjects to be drawn in a sampling round, 0 to 1.</summary>
    public decimal? SamplingShare { get; init; }

    /// <summary>Most visits in a calendar year, complaint-driven checks apart.</summary>
    public decimal? VisitCap { get; init; }

    public bool? KeySupervision { get; init; }

    /// <summary><c>must</c> or <c>may</c>.</summary>
    public string? Priority { get; init; }

    /// <summary>Such as 双随机.</summary>
    public string? Method { get; init; }

    public decimal? Rate { get; init; }
}
