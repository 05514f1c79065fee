using CreditScoring.Enterprises;
using CreditScoring.Events;

namespace CreditScoring.Records;

/// <summary>Which standings are asked for; null: any.</summary>
public sealed record StandingQuery(int Limit)
{
    public string? Kind { get; init; }

    public string? Regime { get; init; }

    public string? Tier { get; init; }

    /// <summary>The digits with which the region's code begins.</summary>
    public string? Region { get; init; }

    /// <summary>Only what comes after this one.</summary>
    public StandingKey? After { get; init; }
}

/// <summary>The place of a standing in the order of the list.</summary>
public readonly record struct StandingKey(string Regime, Subject Subject);

/// <summary>A recommendation in the feed.</summary>
public sealed record FeedItem(long Position, string Json);

/// <summary>Something that was turned away.</summary>
public sealed record QuarantineItem(long Position, Turned Turned, DateTimeOffset RecordedAt);

/// <summary>How much the record holds.</summary>
public sealed record RecordCounts(long Events, long Files, long Waiting, long Quarantined);
