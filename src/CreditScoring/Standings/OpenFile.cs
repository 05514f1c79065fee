using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// A credit file kept open in memory, so that a further event costs the same however long the file is.
/// What it answers is what a file read from the beginning would answer. Not safe for several threads.
/// </summary>
public sealed class OpenFile
{
    /// <summary>
    /// A file with fewer events costs less to walk from the beginning than to keep the states of.
    /// </summary>
    private const int Long = 16;

    private readonly List<RegulatoryEvent> events = [];
    private readonly Regime[] regimes;
    private KnownLawDays? lawDays = new();

    // Opened when it first applies; most never do.
    private readonly OpenRegime?[] open;

    // Whether it may apply on the day last asked, as long as the profiles are the same; null: not asked yet.
    private readonly bool?[] applies;
    private DateOnly asked;
    private Docket? docket;

    public OpenFile(CreditFile file, RuleBook book)
    {
        Subject = file.Subject;
        Book = book;
        regimes = [.. book.Regimes.Where(regime => regime.Concerns(file.Subject))];
        open = new OpenRegime?[regimes.Length];
        applies = new bool?[regimes.Length];
        events.AddRange(file.Events);
    }

    public Subject Subject { get; }

    /// <summary>The rules that the kept states were reached with.</summary>
    public RuleBook Book { get; }

    public CreditFile File => new(Subject, events);

    /// <summary>Takes in events that the file does not have yet.</summary>
    public void Add(IReadOnlyList<RegulatoryEvent> arrived)
    {
        events.AddRange(arrived);
        docket = Listed();
        foreach (var each in open)
        {
            each?.Add(arrived, docket, events.Count >= Long);
        }

        if (arrived.Any(each => each.Kind.Name == SubjectView.ProfileKind || Mending.IsSettled(each)))
        {
            Array.Clear(applies);
        }
    }

    /// <summary>Where the subject stands in each of its regimes at the end of a day.</summary>
    public IReadOnlyList<Judgement> Judge(DateOnly on)
    {
        docket ??= Listed();
        if (on != asked)
        {
            Array.Clear(applies);
            asked = on;
        }

        var judgements = new List<Judgement>();
        for (var i = 0; i < regimes.Length; i++)
        {
            if ((applies[i] ??= Applicability.MayApply(docket, regimes[i], on))
                && Opened(i).Judge(docket, on) is { Standing.Applies: true } judgement)
            {
                judgements.Add(judgement);
            }
        }

        // What it has listed is of use for these events alone.
        docket = null;
        return judgements;
    }

    /// <summary>A long file has its law days in its orders, and is rarely listed anew.</summary>
    private Docket Listed()
    {
        lawDays = events.Count < Long ? lawDays : null;
        return new Docket(File, lawDays);
    }

    private OpenRegime Opened(int place)
    {
        if (open[place] is not { } regime)
        {
            open[place] = regime = new OpenRegime(regimes[place], Subject);
            regime.Add(events, docket!, events.Count >= Long);
        }

        return regime;
    }
}
