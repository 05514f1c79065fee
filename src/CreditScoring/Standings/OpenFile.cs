using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;

namespace CreditScoring.Standings;

/// <summary>
/// A credit file kept open in memory, so that a further event costs the same however long the file is.
/// What it answers is what a file read from the beginning would answer. Not safe for several threads.
/// </summary>
public sealed class OpenFile
{
    private readonly List<RegulatoryEvent> events = [];
    private readonly OpenRegime[] regimes;

    public OpenFile(CreditFile file, RuleBook book)
    {
        Subject = file.Subject;
        Book = book;
        regimes =
        [
            .. book.Regimes.Where(regime => regime.Concerns(file.Subject))
                .Select(regime => new OpenRegime(regime, file.Subject)),
        ];
        Add(file.Events);
    }

    public Subject Subject { get; }

    /// <summary>The rules that the kept states were reached with.</summary>
    public RuleBook Book { get; }

    public CreditFile File => new(Subject, events);

    /// <summary>Takes in events that the file does not have yet.</summary>
    public void Add(IReadOnlyList<RegulatoryEvent> arrived)
    {
        events.AddRange(arrived);
        var docket = new Docket(File);
        foreach (var regime in regimes)
        {
            regime.Add(arrived, docket);
        }
    }

    /// <summary>Where the subject stands in each of its regimes at the end of a day.</summary>
    public IReadOnlyList<Judgement> Judge(DateOnly on) =>
        [.. regimes.Select(regime => regime.Judge(File, on)).Where(judgement => judgement.Standing.Applies)];
}
