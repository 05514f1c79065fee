using CreditScoring.Enterprises;
using CreditScoring.Events;

namespace CreditScoring.Service.Ports;

/// <summary>How far a shadow has followed the record.</summary>
/// <param name="Run">The id of the shadow.</param>
/// <param name="Step">
/// So many steps were kept: of two workers that take the same one, one finds it taken.
/// </param>
/// <param name="Position">All changes of the record up to here are in it.</param>
/// <param name="Sweep">
/// The last file of those that it reads one after the other, since it has just begun or the record no longer
/// knows all changes; null: it follows the changes.
/// </param>
public sealed record ShadowProgress(string Run, long Step, long Position, Subject? Sweep)
{
    /// <summary>Before the first file.</summary>
    public static readonly Subject First = new("", "");

    /// <summary>All is in it that came by the end of its last day.</summary>
    public bool IsDone { get; init; }
}

/// <summary>How a subject stands in a regime by the law in force, and by the one that shadows it.</summary>
/// <param name="Before">By the law in force; <see cref="NotJudged"/>; empty: it does not stand there.</param>
/// <param name="After">By the one that is proposed, in the same words.</param>
public sealed record ShadowRow(Subject Subject, string Regime, string Before, string After)
{
    /// <summary>In the place of a tier: it cannot be judged.</summary>
    public const string NotJudged = "?";

    /// <summary>Six digits; null: not known.</summary>
    public string? Region { get; init; }

    public decimal? PointsBefore { get; init; }

    public decimal? PointsAfter { get; init; }

    /// <summary>The day since which the tiers are these two.</summary>
    public DateOnly Since { get; init; }

    /// <summary>The event that made the difference; null: time did.</summary>
    public EventId? Event { get; init; }

    /// <summary>Rules, rung and articles; empty: the tier is the same.</summary>
    public string Why { get; init; } = "";

    /// <summary>The first day on which the candidate says something else by itself; null: none.</summary>
    public DateOnly? ChangesOn { get; init; }

    /// <summary>When the last event was recorded that is in it.</summary>
    public DateTimeOffset KnownTo { get; init; }

    /// <summary>Whether it has another tier, or cannot be judged, or could not be.</summary>
    public bool Differs => Before != After;

    /// <summary>Other points, the same tier.</summary>
    public bool DiffersInPoints => !Differs && PointsBefore != PointsAfter;
}

/// <summary>What one step of a shadow keeps, whole or not at all.</summary>
/// <param name="From">Where it stood; null: it begins.</param>
/// <param name="Gone">Subjects and regimes that are in it no more.</param>
public sealed record ShadowStep(
    ShadowProgress? From, ShadowProgress To, IReadOnlyList<ShadowRow> Rows,
    IReadOnlyList<(Subject Subject, string Regime)> Gone);

/// <summary>How many subjects of a place stand so.</summary>
/// <param name="Place">Four digits of a region; null: not known.</param>
/// <param name="PointsOnly">Those of them that have other points.</param>
public sealed record ShadowCount(
    string Regime, string? Place, string Before, string After, long Subjects, long PointsOnly);

/// <summary>The files that were assessed after a position.</summary>
/// <param name="Last">The position up to which these are all.</param>
/// <param name="Highest">The position of the record's latest change.</param>
/// <param name="Complete">Whether the record still knows all changes after the position asked for.</param>
public sealed record ChangedFiles(long Last, long Highest, bool Complete, IReadOnlyList<Subject> Subjects);

/// <summary>
/// What the record keeps of shadows (影子运行): rows of their own that are changed in place and removed, are
/// in no batch, no chain and no standing, and are read by nobody who judges.
/// </summary>
public interface IShadowRecord
{
    /// <summary>Keeps a step.</summary>
    /// <returns>False: another worker has taken it, and nothing was kept.</returns>
    Task<bool> KeepShadowAsync(ShadowStep step);

    /// <summary>Removes some thousands of its rows, and itself when none is left.</summary>
    Task ForgetShadowAsync(string run);

    /// <summary>All of which something is kept.</summary>
    Task<IReadOnlyList<string>> ShadowRunsAsync();

    /// <summary>Null: it has not begun.</summary>
    Task<ShadowProgress?> ShadowAsync(string run);

    /// <summary>What is kept of some subjects.</summary>
    /// <param name="subjects">Some hundreds at the most.</param>
    Task<IReadOnlyList<ShadowRow>> ShadowRowsAsync(string run, IReadOnlyCollection<Subject> subjects);

    /// <summary>Subjects of whom the candidate says something else by itself on a day or before it.</summary>
    Task<IReadOnlyList<Subject>> ShadowDueAsync(string run, DateOnly day, int limit);

    /// <summary>Those with another tier, in order of (regime, kind, subject).</summary>
    /// <param name="after">Only those behind it; null: from the first.</param>
    Task<IReadOnlyList<ShadowRow>> ShadowMoversAsync(string run, StandingKey? after, int limit);

    /// <summary>How all that are in it stand, by regime, place and tiers.</summary>
    Task<IReadOnlyList<ShadowCount>> ShadowCountsAsync(string run);

    Task<ChangedFiles> ChangedFilesAsync(long after, int limit);

    /// <summary>Files that were assessed since an instant, in order of (kind, subject).</summary>
    Task<IReadOnlyList<Subject>> FilesSinceAsync(Subject after, DateTimeOffset since, int limit);

    /// <summary>What is in some files that was recorded by an instant; null: until now.</summary>
    /// <param name="subjects">Some hundreds at the most.</param>
    Task<ILookup<Subject, KeptEvent>> EventsOfAsync(
        IReadOnlyCollection<Subject> subjects, DateTimeOffset? knownAt);
}
