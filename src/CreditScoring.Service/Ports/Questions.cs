using CreditScoring.Enterprises;

namespace CreditScoring.Service.Ports;

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

    /// <summary>Without what counts and why (Rest), which is as long as a file.</summary>
    public bool HeadsOnly { get; init; }
}

/// <summary>The place of a standing in the order of the list.</summary>
public readonly record struct StandingKey(string Regime, Subject Subject);

/// <summary>A recommendation in the feed.</summary>
/// <param name="Region">Of the subject's file now; null: none, or not known.</param>
public sealed record FeedItem(long Position, string Json, string? Region = null);

/// <summary>How much of long texts is read at once.</summary>
/// <param name="Text">Octets of one text; of a longer one its beginning.</param>
/// <param name="All">The list ends when so many octets are spent.</param>
public sealed record PageBounds(int Text, long All)
{
    /// <summary>Whether the list is to end with an item; to be asked once for each.</summary>
    public Func<QuarantineItem, bool> Spent()
    {
        var left = All;
        return item => (left -= Math.Min(item.TextOctets, Text) + item.Turned.Flaws.Length) <= 0;
    }
}

/// <summary>Something that was turned away.</summary>
public sealed record QuarantineItem(long Position, TurnedAwayEvent Turned, DateTimeOffset RecordedAt)
{
    /// <summary>Octets of its text as it was sent.</summary>
    public long TextOctets { get; init; }

    /// <summary>Whether only the beginning of its text was read.</summary>
    public bool IsCut { get; init; }

    /// <summary>What came of reading it again, the first time first.</summary>
    public IReadOnlyList<Replay> Replays { get; init; } = [];

    /// <summary>Whether its event has become known since.</summary>
    public bool HasLeft => Replays.Any(replay => replay.Outcome is "accepted" or "duplicate");
}

/// <summary>A turn in how a standing went: from this day's assessment on it was so.</summary>
public sealed record RecordedChange(long Position, StandingChange Change, DateTimeOffset RecordedAt);

/// <summary>A row of the ledger with the instant of its recording.</summary>
public sealed record LedgerLine(PostedRow Posted, DateTimeOffset RecordedAt);

/// <summary>The place of a row in a subject's ledger.</summary>
public readonly record struct LedgerKey(string Regime, int Number);

/// <summary>The log in which a record writes before its file.</summary>
/// <param name="Octets">Its length; 0 where a server minds it.</param>
/// <param name="Held">Whether it is beyond its bound, and a reader keeps it from being shortened.</param>
public sealed record LogState(long Octets, bool Held);

/// <summary>How much the record holds.</summary>
public sealed record RecordCounts(long Events, long Files, long Waiting, long Quarantined);
