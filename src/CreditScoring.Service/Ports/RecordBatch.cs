using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Ledger;
using CreditScoring.Standings;
using CreditScoring.Supervision;

namespace CreditScoring.Service.Ports;

/// <summary>Everything that one transaction keeps.</summary>
/// <param name="At">The instant of recording (system time), on every row.</param>
public sealed record RecordBatch(DateTimeOffset At)
{
    /// <summary>Where the events go that this work has claimed.</summary>
    public IReadOnlyList<FiledEvent> Filed { get; init; } = [];

    public IReadOnlyList<ReleasedEvent> Released { get; init; } = [];

    /// <summary>Which events go into whose files, those that waited among them.</summary>
    public IEnumerable<(EventId Id, Subject Subject)> Filings =>
        Filed.SelectMany(each => each.Files.Select(subject => (each.Id, subject)))
            .Concat(Released.SelectMany(each => each.Files.Select(subject => (each.Id, subject))));

    public IReadOnlyList<TurnedAwayEvent> Quarantine { get; init; } = [];

    public IReadOnlyList<Replay> Replays { get; init; } = [];

    public IReadOnlyList<AssessedFile> Files { get; init; } = [];

    /// <summary>Texts of books that the record does not have yet.</summary>
    public IReadOnlyList<BookText> Books { get; init; } = [];

    /// <summary>
    /// Books that are in force from this batch on, the last of them for good, and by which engines.
    /// </summary>
    public IReadOnlyList<Basis> PutInUse { get; init; } = [];

    public IReadOnlyList<Act> Acts { get; init; } = [];

    public IReadOnlyList<BacktestPortion> Portions { get; init; } = [];

    /// <summary>Targets of acts whose secrets were replaced: those that the record has are blanked.</summary>
    public IReadOnlyList<string> ForgetSecretsOf { get; init; } = [];
}

/// <summary>What came of assessing one file.</summary>
/// <param name="Posted">The rows to add to the ledger.</param>
/// <param name="Advice">What the schedulers are to be told; null: nothing new.</param>
public sealed record AssessedFile(KeptFile File, IReadOnlyList<PostedRow> Posted, Advice? Advice)
{
    /// <summary>What is recommended now, told before or not; not kept as such.</summary>
    public Recommendation? Recommendation { get; init; }

    /// <summary>What its standings were made of, in their order; not kept as such.</summary>
    public IReadOnlyList<Judgement> Judgements { get; init; } = [];

    /// <summary>What differs from how it stood, for its history.</summary>
    public IReadOnlyList<StandingChange> Changes { get; init; } = [];

    /// <summary>Regimes in which it stood and stands no longer.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>How lists look for its standings.</summary>
    public IReadOnlyList<Listing> Listings { get; init; } = [];

    /// <summary>Its duties that are open or missed, where they may have changed; null: as before.</summary>
    public IReadOnlyList<KeptDuty>? Duties { get; init; }

    /// <summary>What the record is known to have of it; null: not known, and all is written.</summary>
    public WrittenFile? Before { get; init; }

    /// <summary>
    /// The standings that the record does not have so already, with how lists look for them.
    /// </summary>
    public IEnumerable<KeptStanding> Differing => Before is { } before
        ? File.Standings.Where(each => !before.Has(each, ListingOf(each), File.Profile)) : File.Standings;

    /// <summary>How lists look for a standing.</summary>
    public Listing ListingOf(KeptStanding standing) => Listing.Of(standing.Regime, Listings);
}

/// <summary>A duty of a subject that is open or was missed.</summary>
/// <param name="Number">Its place among the duties of the standing.</param>
/// <param name="Of">Whose it is: the subject's or the authority's.</param>
/// <param name="Due">Null: it has no last day, or that is not known.</param>
/// <param name="State">open or missed.</param>
public sealed record KeptDuty(
    string Regime, int Number, string Name, string Of, EventId Event, DateOnly? Opens, DateOnly? Due,
    string State)
{
    /// <summary>As what a last day is kept that nobody knows yet: after all that are known.</summary>
    public static readonly DateOnly UnknownDay = DateOnly.MaxValue.AddDays(-1);

    /// <summary>As what it is kept that there is none: last of all.</summary>
    public static readonly DateOnly NoDay = DateOnly.MaxValue;

    /// <summary>It has a last day, which lies beyond the calendar of working days.</summary>
    public bool IsDueUnknown { get; init; }

    /// <summary>By what it stands among others.</summary>
    public DateOnly KeptDue => Due ?? (IsDueUnknown ? UnknownDay : NoDay);
}

/// <summary>A turn in how a standing went.</summary>
/// <param name="Pack">Null: no pack is in force, or the regime does not apply any more.</param>
/// <param name="Tier">Null: could not be judged, or does not apply.</param>
/// <param name="Cause">An event, a publication of rules, other engines, or the day.</param>
public sealed record StandingChange(
    string Regime, DateOnly On, string? Pack, string? Tier, decimal? Points, string Cause)
{
    /// <summary>By which version it stood before; null: by none.</summary>
    public string? WasPack { get; init; }

    public string? WasTier { get; init; }
}

/// <summary>A ledger row with the regime in which it is posted.</summary>
public sealed record PostedRow(string Regime, LedgerEntry Row);

/// <summary>A recommendation to be sent.</summary>
/// <param name="Id">Stable: derived from subject, number and content.</param>
/// <param name="Content">What it says but for the day; equal content is not sent twice.</param>
/// <param name="Json">The whole of it.</param>
public sealed record Advice(Subject Subject, int Number, string Id, string Content, string Json);

/// <summary>An event that was turned away.</summary>
/// <param name="Id">As far as it could be read.</param>
/// <param name="Text">As it was sent; octets that are no UTF-8 are those of EscapedUtf8.</param>
/// <param name="Reason">The name of the first flaw.</param>
/// <param name="Flaws">All flaws, a JSON list.</param>
public sealed record TurnedAwayEvent(EventId Id, string Text, string Reason, string Flaws)
{
    /// <summary>By which the same text with the same reason is known; 64 hexadecimal digits.</summary>
    public string Hash()
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        all.AppendData(Encoding.UTF8.GetBytes($"{Id.Source}\n{Id.Id}\n{Reason}\n"));
        all.AppendData(EscapedUtf8.Octets(Text));
        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}

/// <summary>What came of reading an item of the quarantine again.</summary>
/// <param name="Outcome">accepted or duplicate: it has left the quarantine.</param>
/// <param name="Flaws">All flaws, a JSON list.</param>
public sealed record Replay(long Item, string Outcome, string Flaws)
{
    public DateTimeOffset RecordedAt { get; init; }
}
