using CreditScoring.Enterprises;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Ledger;

namespace CreditScoring.Service.Ports;

/// <summary>How a subject's file stood when it was last assessed.</summary>
/// <param name="On">The day on which it was assessed.</param>
/// <param name="ChangesOn">The first day on which any of its standings differs; null: none.</param>
/// <param name="Basis">By what it was judged.</param>
/// <param name="Judged">Whether every regime could judge it.</param>
public sealed record KeptFile(
    Subject Subject, DateOnly On, DateOnly? ChangesOn, Basis Basis, bool Judged)
{
    /// <summary>
    /// Six digits: where it is registered, or else the authority that last acted.
    /// </summary>
    public string? Region { get; init; }

    public SubjectProfile Profile { get; init; } = SubjectProfile.Unknown;

    /// <summary>Of the next inspection; null: none is recommended.</summary>
    public VisitWindow? Window { get; init; }

    /// <summary>Whether what lists look for was made of it; of an older record it is not at first.</summary>
    public bool Listed { get; init; } = true;

    public IReadOnlyList<KeptStanding> Standings { get; init; } = [];

    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>
    /// Whether the kept standings are still what they would be on a day, by a book and engines.
    /// </summary>
    public bool HoldsOn(DateOnly day, Basis basis) =>
        Basis == basis && On <= day && !(ChangesOn <= day) && (Judged || On == day);
}

/// <summary>A subject's standing in a regime, as last assessed.</summary>
/// <param name="Revision">The number of the last row posted; 0: none.</param>
/// <param name="Rest">The part of the standing's JSON that does not age, an object.</param>
public sealed record KeptStanding(
    Subject Subject, string Regime, DateOnly On, string? Pack, string? Status, string? Tier,
    decimal? Points, DateOnly? ChangesOn, int Revision, string? Region, string Rest)
{
    public StandingKey Key => new(Regime, Subject);
}

/// <summary>A file opened for work: its events, its ledger, and how it stood.</summary>
public sealed record StoredFile(Subject Subject)
{
    /// <summary>Null: it is new.</summary>
    public KeptFile? Kept { get; init; }

    /// <summary>Rises with every change of the file; 0: it is new.</summary>
    public long Version { get; init; }

    public IReadOnlyList<KeptEvent> Events { get; init; } = [];

    /// <summary>All rows by regime, in order of number.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<LedgerEntry>> Posted { get; init; } =
        new Dictionary<string, IReadOnlyList<LedgerEntry>>();

    /// <summary>What the schedulers were last told; null: nothing yet.</summary>
    public LastAdvice? LastAdvice { get; init; }
}

/// <summary>The last recommendation of a subject: its running number and what it said.</summary>
public sealed record LastAdvice(int Number, string Content);
