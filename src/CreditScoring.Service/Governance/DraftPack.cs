using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Cases;
using CreditScoring.Workbench.Editing;

namespace CreditScoring.Service.Governance;

/// <summary>
/// A pack of a draft as somebody writes on it: what can be read of it, what is wrong with it, and what came
/// of its worked examples. Its regime and the catalogue are read, nothing else of the law, so that an answer
/// is there while one types.
/// </summary>
public sealed class DraftPack
{
    private readonly IReadOnlyList<EditedCase> tried;

    private DraftPack(string folder, RuleReading reading, IReadOnlyList<EditedCase> tried)
    {
        (Folder, Reading, this.tried) = (folder, reading, tried);
        Bound = reading.Bound.GetValueOrDefault(folder);
        Written = reading.Packs.FirstOrDefault(pack => pack.Folder == folder);
        Cases = [.. tried.Select(each => each.Result).OfType<CaseResult>()];
    }

    public string Folder { get; }

    public RuleReading Reading { get; }

    /// <summary>Null: it has errors that keep it from being read as a whole.</summary>
    public RulePack? Bound { get; }

    /// <summary>Null: there is no such pack.</summary>
    public PackFiles? Written { get; }

    /// <summary>Errors first, then what should be looked at, each by its place.</summary>
    public IReadOnlyList<Flaw> Flaws { get; private init; } = [];

    /// <summary>What came of its worked examples; empty where the pack has errors.</summary>
    public IReadOnlyList<CaseResult> Cases { get; }

    /// <summary>What its named values are called.</summary>
    public IReadOnlyDictionary<string, Wording> Titles =>
        Bound?.Manifest.Measures ?? new Dictionary<string, Wording>();

    /// <param name="rules">The draft as it stands; what is known of it is not found out again.</param>
    public static DraftPack Of(EditedRules rules, string folder)
    {
        var part = rules.PartOf($"{folder}/pack.json");
        var flaws = new List<Flaw>(part.EarlyFlaws);
        if (part.Reading.Catalogue is null)
        {
            flaws.AddRange(rules.Parts.First(each => each.Folder == EditedRules.Ground).EarlyFlaws);
        }

        var files = part.Reading.Packs.FirstOrDefault(pack => pack.Folder == folder);
        var tried = (files?.Cases ?? [])
            .SelectMany(source => EditedCase.Of(rules, source.File, flaws)).ToList();
        return new DraftPack(folder, part.Reading, tried)
        {
            Flaws =
            [
                .. flaws.Where(flaw => part.Reading.Catalogue is null
                        || flaw.Place.File.StartsWith(folder + '/', StringComparison.Ordinal))
                    .Distinct().OrderBy(flaw => flaw.Severity != Severity.Error)
                    .ThenBy(flaw => flaw, Comparer<Flaw>.Create(Flaw.ByPlace)),
            ],
        };
    }

    /// <summary>Why a worked example comes out as it does, as it would be told of an enterprise.</summary>
    public string ExplanationOf(CaseResult result, string language) =>
        tried.First(each => each.Result == result).Explanation(language);
}
