using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Standings;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Service.Governance;

/// <summary>What came of the worked examples of a version of a regime's rules.</summary>
/// <param name="Results">In the order in which the files have them.</param>
/// <param name="Held">By the name of a points rule: in so many of them it held.</param>
public sealed record TriedCases(IReadOnlyList<CaseResult> Results, IReadOnlyDictionary<string, int> Held)
{
    public int Failed => Results.Count(each => !each.Passed);
}

/// <summary>
/// Runs the worked examples of the rules in use, once for each book: that takes a core for some seconds, so
/// all who ask wait for the same run.
/// </summary>
public sealed class CasesInUse(Shelf shelf)
{
    private readonly System.Threading.Lock gate = new();
    private IReadOnlyList<SourceText>? documents;
    private Task<IReadOnlyDictionary<string, TriedCases>>? run;

    /// <returns>By the folder of the pack.</returns>
    public Task<IReadOnlyDictionary<string, TriedCases>> OfAllAsync()
    {
        var now = shelf.State.Documents;
        lock (gate)
        {
            // Examples are changed without the book's becoming another one.
            if (run is null || run.IsFaulted || documents != now)
            {
                (documents, run) = (now, Task.Run(() => Run(now)));
            }

            return run;
        }
    }

    /// <returns>Null where the pack has none.</returns>
    public async Task<TriedCases?> OfAsync(RulePack pack) =>
        (await OfAllAsync()).GetValueOrDefault(FolderOf(pack));

    /// <summary>The folder of a pack, under that of all rules.</summary>
    public static string FolderOf(RulePack pack) => $"{pack.Regime}/{pack.Version}";

    /// <summary>
    /// By a book of its own, which our engine alone judges: what the second one thinks of them is measured
    /// elsewhere, and what it says of enterprises should not be mixed with it.
    /// </summary>
    private static IReadOnlyDictionary<string, TriedCases> Run(IReadOnlyList<SourceText> documents)
    {
        var reading = RuleBookReader.Read(documents);
        return reading.Book is not { } book ? new Dictionary<string, TriedCases>() : reading.Packs
            .Select(pack => (pack.Folder, Tried: Try(pack, book)))
            .Where(each => each.Tried.Results.Count > 0)
            .ToDictionary(each => each.Folder, each => each.Tried, StringComparer.Ordinal);
    }

    private static TriedCases Try(PackFiles pack, RuleBook book)
    {
        var results = new List<CaseResult>();
        var held = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var tried in pack.Cases.SelectMany(source => CaseReader.Read(source, book.Catalogue, [])))
        {
            var hits = new Hits(pack.Folder);
            results.Add(CaseRunner.Run(tried, book.OfFolder(pack.Folder)!, hits));
            foreach (var rule in hits.Rules)
            {
                held[rule] = held.GetValueOrDefault(rule) + 1;
            }
        }

        return new TriedCases(results, held);
    }

    /// <summary>Hears which points rules of a version hold.</summary>
    private sealed class Hits(string folder) : IJudgementListener
    {
        public HashSet<string> Rules { get; } = new(StringComparer.Ordinal);

        public bool HearsMisses => false;

        public void Judged(PointsRule rule, RulePack pack, Scene scene, bool hit, Entry? made)
        {
            if (hit && FolderOf(pack) == folder)
            {
                Rules.Add(rule.Name);
            }
        }

        public void Took(Happening happening, RulePack? pack)
        {
        }

        public void Requested(RepairRule rule, RulePack pack, Scene scene, bool granted)
        {
        }

        public void Reckoned(NamedValue named, Scene scene)
        {
        }

        public void Tried(TierRule rule, RulePack pack, Scene scene, bool hit)
        {
        }

        public void Tried(FrequencyRule rule, RulePack pack, Scene scene, bool hit)
        {
        }
    }
}
