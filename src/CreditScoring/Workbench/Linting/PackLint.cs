using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>All checks of packs as written; what needs cases to be run is in CaseLinting.</summary>
public static class PackLint
{
    private static readonly Func<WrittenPack, IEnumerable<Flaw>>[] Checks =
    [
        Citations.Check, Articles.Check, Quotations.Check, Provenances.Check, Statuses.Check, Titles.Check,
        Rungs.Check, Conditions.Check, Conflicts.Check, Credits.Check, TierFrequencies.Check,
        Bands.Check, Lookups.Check, Validity.Check, Units.Check, OneEnterprise.Check,
        RuleNames.Check, pack => Freezing.Check(pack.Files), BareKeys.Check,
        Negations.Check, Constants.Check, Customs.Check, KeyRows.Check, Growth.Check,
        PaperFields.Check,
    ];

    /// <summary>What the readers of packs do not mind; empty where the catalogue is broken.</summary>
    public static IReadOnlyList<Flaw> Check(RuleReading reading)
    {
        if (reading.Catalogue is not { } catalogue)
        {
            return [];
        }

        var packs = reading.Packs
            .Select(files => new WrittenPack(files, catalogue, reading.Bound.GetValueOrDefault(files.Folder)))
            .ToArray();
        return
        [
            .. packs.SelectMany(pack => Checks.SelectMany(check => check(pack))),
            .. Versions.Check(packs),
        ];
    }
}
