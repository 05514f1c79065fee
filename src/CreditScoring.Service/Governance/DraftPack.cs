using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Cases;
using CreditScoring.Workbench.Editing;

namespace CreditScoring.Service.Governance;

/// <summary>
/// A pack of a draft as somebody writes on it: what can be read of it, what is wrong with it, and what came
/// of its worked examples. Its regime and the catalogue are read, nothing else of the law, so that an answer
/// is there while one types; each is found out when first asked, and once.
/// </summary>
public sealed class DraftPack
{
    private readonly Lazy<(IReadOnlyList<EditedCase> Tried, IReadOnlyList<Flaw> Flaws)> looked;
    private readonly Lazy<IReadOnlyList<CaseResult>> cases;

    private DraftPack(EditedRules rules, string folder, CancellationToken gone)
    {
        Folder = folder;
        var part = rules.PartOf($"{folder}/pack.json");
        Reading = part.Reading;
        Bound = Reading.Bound.GetValueOrDefault(folder);
        Written = Reading.Packs.FirstOrDefault(pack => pack.Folder == folder);
        looked = new(() => LookedAt(rules, part));
        cases = new(() => [.. looked.Value.Tried.Select(each => ResultOf(each, gone)).OfType<CaseResult>()]);
    }

    public string Folder { get; }

    public RuleReading Reading { get; }

    /// <summary>Null: it has errors that keep it from being read as a whole.</summary>
    public RulePack? Bound { get; }

    /// <summary>Whether anybody can be judged by it.</summary>
    public bool CanJudge => Reading.Book is not null && Bound is not null;

    /// <summary>Null: there is no such pack.</summary>
    public PackFiles? Written { get; }

    /// <summary>Errors first, then what should be looked at, each by its place.</summary>
    public IReadOnlyList<Flaw> Flaws => looked.Value.Flaws;

    /// <summary>What came of its worked examples; empty where the pack has errors.</summary>
    public IReadOnlyList<CaseResult> Cases => cases.Value;

    /// <summary>Whom its first worked example is of; null: it has none that can be read.</summary>
    public Subject? FirstSubject => looked.Value.Tried.Count == 0 ? null : looked.Value.Tried[0].Subject;

    /// <summary>What its named values are called.</summary>
    public IReadOnlyDictionary<string, Wording> Titles =>
        Bound?.Manifest.Measures ?? new Dictionary<string, Wording>();

    /// <param name="rules">The draft as it stands; what is known of it is not found out again.</param>
    /// <param name="gone">Whether nobody waits for it any more: then no more examples are run.</param>
    public static DraftPack Of(EditedRules rules, string folder, CancellationToken gone = default) =>
        new(rules, folder, gone);

    /// <summary>
    /// What came of the worked example that begins at a place, no other being run; null: there is none, or it
    /// cannot be run.
    /// </summary>
    public CaseResult? ResultAt(Place place) =>
        looked.Value.Tried.FirstOrDefault(each => each.Place == place)?.Result;

    /// <summary>Why a worked example comes out as it does, as it would be told of an enterprise.</summary>
    public string ExplanationOf(CaseResult result, string language) =>
        looked.Value.Tried.First(each => each.Result == result).Explanation(language);

    private static CaseResult? ResultOf(EditedCase tried, CancellationToken gone)
    {
        gone.ThrowIfCancellationRequested();
        return tried.Result;
    }

    private (IReadOnlyList<EditedCase>, IReadOnlyList<Flaw>) LookedAt(EditedRules rules, EditedPart part)
    {
        var flaws = new List<Flaw>(part.EarlyFlaws);
        if (Reading.Catalogue is null)
        {
            flaws.AddRange(rules.Parts.First(each => each.Folder == EditedRules.Ground).EarlyFlaws);
        }

        var tried = (Written?.Cases ?? [])
            .SelectMany(source => EditedCase.Of(rules, source.File, flaws)).ToList();
        return (tried,
        [
            .. flaws.Where(flaw => Reading.Catalogue is null
                    || flaw.Place.File.StartsWith(Folder + '/', StringComparison.Ordinal))
                .Distinct().OrderBy(flaw => flaw.Severity != Severity.Error)
                .ThenBy(flaw => flaw, Comparer<Flaw>.Create(Flaw.ByPlace)),
        ]);
    }
}
