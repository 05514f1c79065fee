using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Seconding;
using CreditScoring.Planning;
using CreditScoring.Workbench.Cases;
using CreditScoring.Workbench.Linting;

namespace CreditScoring.Workbench.CaseLinting;

/// <summary>Every flaw of a rules folder in one run, sorted by place.</summary>
public static class RuleLint
{
    /// <param name="documents">Every file by its path from the rules folder, with forward slashes.</param>
    /// <param name="seconding">The engine that must be able to read every text too; null: none.</param>
    public static (RuleReading Reading, IReadOnlyList<Flaw> Flaws) Check(
        IReadOnlyList<SourceText> documents, Seconding? seconding = null)
    {
        var reading = RuleBookReader.Read(documents, seconding).Prepared().Seconded();
        return (reading, Check(reading, documents, PackLint.Check(reading)));
    }

    /// <summary>The same of rules that were read and made ready already.</summary>
    /// <param name="reading">What was read of the documents, ready for both engines.</param>
    /// <param name="documents">Every file by its path from the rules folder.</param>
    /// <param name="ofPacks">What the packs as written were found to have (<see cref="PackLint"/>).</param>
    public static IReadOnlyList<Flaw> Check(
        RuleReading reading, IReadOnlyList<SourceText> documents, IReadOnlyList<Flaw> ofPacks)
    {
        var flaws = new List<Flaw>(reading.Flaws);
        flaws.AddRange(ofPacks);
        flaws.AddRange(SchemaPath.Check(documents));
        flaws.AddRange(Unseen.Check(documents));
        _ = DrawProfileReader.Read(documents, flaws);
        _ = reading.Catalogue is { } catalogue ? PlanProfileReader.Read(documents, catalogue, flaws) : null;
        foreach (var files in reading.Packs)
        {
            flaws.AddRange(OfCases(files, reading, [.. flaws]));
        }

        // One place may be found fault with by the reader and by a check; once is enough.
        var distinct = flaws.DistinctBy(flaw => (flaw.Name, flaw.Place)).ToList();
        distinct.Sort(Flaw.ByPlace);
        return distinct;
    }

    private static List<Flaw> OfCases(PackFiles files, RuleReading reading, IReadOnlyList<Flaw> known)
    {
        var flaws = new List<Flaw>();
        if (reading.Catalogue is not { } catalogue)
        {
            return flaws;
        }

        var cases = files.Cases.SelectMany(source => CaseReader.Read(source, catalogue, flaws)).ToArray();
        if (reading.Bound.GetValueOrDefault(files.Folder) is { } pack && IsSound(
            files.Folder, [.. known, .. flaws]))
        {
            var versions = reading.Bound.Values.Where(each => each.Regime == pack.Regime)
                .OrderBy(each => each.Manifest.InForceFrom);
            var regime = new Regime(pack.Regime, [.. versions], catalogue);
            flaws.AddRange(CaseLint.Check(files, pack, regime, cases));
            flaws.AddRange(SameDayLint.Check(regime, cases));
        }

        return flaws;
    }

    /// <summary>Cases of a pack with errors would only tell of those again.</summary>
    private static bool IsSound(string folder, IReadOnlyList<Flaw> flaws) =>
        !flaws.Any(flaw => flaw.Severity == Severity.Error
            && flaw.Place.File.StartsWith(folder + "/", StringComparison.Ordinal));
}
