using System.Collections;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Ledger;
using CreditScoring.Service.Ports;
using CreditScoring.Standings;
using CreditScoring.Supervision;

namespace CreditScoring.Service.Work;

/// <summary>
/// A file that the worker has at hand: opened in the core, with its ledger and what was last told of
/// it, so that a further event reads nothing of what is kept.
/// </summary>
public sealed class FileAtHand
{
    /// <summary>Octets of a usual event in memory.</summary>
    private const int Usual = 1024;

    private readonly Dictionary<string, List<LedgerEntry>> posted;
    private IReadOnlyList<KeptEvent> unread;
    private int weight;
    private IReadOnlyList<Listing>? listed;
    private IReadOnlyList<Judgement> judged = [];

    public FileAtHand(StoredFile stored)
    {
        Subject = stored.Subject;
        Kept = stored.Kept;
        Version = stored.Version;
        LastAdvice = stored.LastAdvice;
        Registration = new Registration(stored.Subject);
        unread = stored.Events;
        posted = stored.Posted.ToDictionary(rows => rows.Key, rows => rows.Value.ToList());
    }

    public Subject Subject { get; }

    /// <summary>How it stood when last assessed; null: it is new.</summary>
    public KeptFile? Kept { get; private set; }

    /// <summary>That of the record which it agrees with; 0: it is new.</summary>
    public long Version { get; private set; }

    public LastAdvice? LastAdvice { get; private set; }

    /// <summary>What was recommended when it was last assessed here; null: not assessed yet.</summary>
    public Recommendation? Advised { get; private set; }

    /// <summary>Where and under which name it is registered, as far as its events can be read.</summary>
    public Registration Registration { get; private set; }

    /// <summary>Null: not taken in yet, or kept events cannot be read.</summary>
    public OpenFile? Open { get; private set; }

    /// <summary>Whether a further event needs nothing of what is kept.</summary>
    public bool IsWhole => Open is not null;

    /// <summary>What it takes in memory, in usual events and rows.</summary>
    public int Size => weight + posted.Sum(rows => rows.Value.Count);

    /// <summary>What the record has since it was last assessed here; null: it was not yet.</summary>
    public WrittenFile? Written =>
        Kept is { } kept && listed is not null ? new WrittenFile(kept, listed) : null;

    public IReadOnlyList<LedgerEntry> Rows(string regime) =>
        posted.TryGetValue(regime, out var rows) ? rows : [];

    /// <summary>Takes in what has come; at the first time, what is kept before it.</summary>
    /// <returns>Why a kept event cannot be read; empty: the file is open.</returns>
    public IReadOnlyList<Flaw> Take(
        EventReader reader, RuleBook book, IReadOnlyList<RegulatoryEvent> fresh)
    {
        if (IsWhole)
        {
            Registration = Registration.With(fresh);
            Add(book, fresh);
            return [];
        }

        var events = StoredEvents.Read(reader, unread, out var flaws);
        events.AddRange(fresh);
        Registration = new Registration(Subject).With(events);
        if (flaws.Count == 0)
        {
            Add(book, events);
            unread = [];
        }

        return flaws;
    }

    private void Add(RuleBook book, IReadOnlyList<RegulatoryEvent> more)
    {
        weight += more.Sum(WeightOf);
        if (Open is { } open)
        {
            open.Add(more);
        }
        else
        {
            Open = new OpenFile(new CreditFile(Subject, more), book);
        }
    }

    /// <summary>
    /// In usual events: few are longer, but one may name a thousand subjects and hold a thousand texts.
    /// </summary>
    private static int WeightOf(RegulatoryEvent each) =>
        1 + (int)((Octets(each.Values) + (100L * each.Subjects.Count)) / Usual);

    private static long Octets(object? value) => value switch
    {
        string text => 2L * text.Length,
        IEnumerable several => several.Cast<object?>().Sum(Octets),
        _ => 0,
    };

    /// <summary>Where the subject stands on a day, once the file could be taken in.</summary>
    public Assessment Assess(DateOnly on) => Assessor.Assess(Open!, on);

    /// <summary>
    /// Whether it was judged so when last assessed here: nothing has come since that makes a difference in
    /// the regime, its ledger is posted, and what is kept says it.
    /// </summary>
    public bool IsJudgedSo(Judgement judgement) => PlaceOf(judgement) >= 0;

    /// <summary>The standing as it is kept; null: it is not, or of another region.</summary>
    public KeptStanding? AsKept(Judgement judgement, string? region) =>
        PlaceOf(judgement) is >= 0 and var place && Kept!.Standings[place] is var kept
        && kept.Region == region ? kept : null;

    private int PlaceOf(Judgement judgement)
    {
        for (var i = 0; i < judged.Count; i++)
        {
            if (ReferenceEquals(judged[i], judgement))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>What was assessed is on disk.</summary>
    public void Settle(AssessedFile assessed)
    {
        Kept = assessed.File;
        listed = assessed.Listings;
        judged = assessed.Judgements;
        Version++;
        Advised = assessed.Recommendation ?? Advised;
        LastAdvice = assessed.Advice is { } advice
            ? new LastAdvice(advice.Number, advice.Content) : LastAdvice;
        foreach (var (regime, row) in assessed.Posted)
        {
            (posted.TryGetValue(regime, out var rows) ? rows : posted[regime] = []).Add(row);
        }
    }
}
