using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Cases;
using CreditScoring.Workbench.Linting;
using CreditScoring.Workbench.Revising;

namespace CreditScoring.Service.Governance;

/// <summary>
/// A pack of a draft as somebody writes on it: what can be read of it, what is wrong with it, and what came
/// of its worked examples. Its regime and the catalogue are read, nothing else of the law, so that an answer
/// is there while one types.
/// </summary>
public sealed class DraftPack
{
    private DraftPack(LawFiles files, string folder, RuleReading reading)
    {
        (Files, Folder, Reading) = (files, folder, reading);
        Bound = reading.Bound.GetValueOrDefault(folder);
        Written = reading.Packs.FirstOrDefault(pack => pack.Folder == folder);
    }

    public LawFiles Files { get; }

    public string Folder { get; }

    public RuleReading Reading { get; }

    /// <summary>Null: it has errors that keep it from being read as a whole.</summary>
    public RulePack? Bound { get; }

    /// <summary>Null: there is no such pack.</summary>
    public PackFiles? Written { get; }

    /// <summary>Errors first, then what should be looked at, each by its place.</summary>
    public IReadOnlyList<Flaw> Flaws { get; private init; } = [];

    /// <summary>Those whose rules could be run; empty where the pack has errors.</summary>
    public IReadOnlyList<CaseResult> Cases { get; private init; } = [];

    /// <summary>What its named values are called.</summary>
    public IReadOnlyDictionary<string, Wording> Titles =>
        Bound?.Manifest.Measures ?? new Dictionary<string, Wording>();

    public static DraftPack Of(LawFiles files, string folder)
    {
        var regime = folder[..(folder.LastIndexOf('/') + 1)];
        var reading = RuleBookReader.Read(
            [
                .. files.All.Where(each => IsShared(each.File)
                    || each.File.StartsWith(regime, StringComparison.Ordinal)),
            ]);
        var pack = new DraftPack(files, folder, reading);
        var flaws = new List<Flaw>([.. reading.Flaws, .. PackLint.Check(reading)]);
        var cases = pack.Run(flaws);
        return new DraftPack(files, folder, reading)
        {
            Cases = cases,
            Flaws =
            [
                .. flaws.Where(flaw => !flaw.Place.File.Contains('/')
                        || flaw.Place.File.StartsWith(folder + '/', StringComparison.Ordinal))
                    .Distinct().OrderBy(flaw => flaw.Severity != Severity.Error)
                    .ThenBy(flaw => flaw, Comparer<Flaw>.Create(Flaw.ByPlace)),
            ],
        };
    }

    private static bool IsShared(string file) =>
        file.StartsWith("events/", StringComparison.Ordinal)
        || file.StartsWith("calendars/", StringComparison.Ordinal);

    private List<CaseResult> Run(List<Flaw> flaws)
    {
        if (Written is null || Reading.Book?.OfFolder(Folder) is not { } regime)
        {
            return [];
        }

        return
        [
            .. Written.Cases.SelectMany(source => CaseReader.Read(source, Reading.Book.Catalogue, flaws))
                .Select(tried => CaseRunner.Run(tried, regime)),
        ];
    }
}
