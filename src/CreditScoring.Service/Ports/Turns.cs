using CreditScoring.Enterprises;
using CreditScoring.Files;

namespace CreditScoring.Service.Ports;

/// <summary>Whose standings differ from how they were before a day; null: anybody's.</summary>
/// <param name="Since">From this day on, as it was recorded.</param>
public sealed record TurnQuery(DateOnly Since, int Limit)
{
    public string? Regime { get; init; }

    public string? Kind { get; init; }

    /// <summary>The digits with which the region's code begins.</summary>
    public string? Region { get; init; }

    /// <summary>The last first; else in the order in which they were recorded.</summary>
    public bool LastFirst { get; init; }

    /// <summary>Only what comes after it in that order.</summary>
    public TurnPlace? After { get; init; }
}

/// <summary>The place of a turn in the order of commits.</summary>
/// <param name="Link">Of the chain, where positions alone are not in that order; else 0.</param>
public readonly record struct TurnPlace(long Link, long Position);

/// <summary>A standing that has turned: how it was before the day, and how it is recorded now.</summary>
/// <param name="Before">Null: the subject did not stand in the regime.</param>
public sealed record NetTurn(
    TurnPlace Place, Subject Subject, StandingChange After, StandingChange? Before, SubjectProfile Profile,
    string? Region);

/// <summary>A row of the ledger and whose it is.</summary>
public sealed record SubjectRow(Subject Subject, PostedRow Posted, DateTimeOffset RecordedAt);

/// <summary>How many standings there are of a kind; null: not told apart by it.</summary>
/// <param name="Region">The digits of the region's code by which they are counted.</param>
/// <param name="Month">The month in which they turned, yyyy-MM.</param>
public sealed record StandingCount(string Regime, string? Tier, string? Region, long Count)
{
    public string? Month { get; init; }
}

/// <summary>By what standings are counted, beside the regime.</summary>
/// <param name="RegionDigits">2, 4 or 6; null: regions are not told apart.</param>
public sealed record CountBy(bool Tier, int? RegionDigits);

/// <summary>How many standings were so before and are so after.</summary>
/// <param name="Before">Null: the subject did not stand in the regime.</param>
public sealed record Migration(TierState? Before, TierState? After, TierState? Now, long Count);

/// <summary>A tier of which it is known, or known not to be judged.</summary>
/// <param name="Tier">Null: could not be judged.</param>
public sealed record TierState(string? Tier);
