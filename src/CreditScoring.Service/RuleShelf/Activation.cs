using CreditScoring.Documents;
using CreditScoring.Law;
using CreditScoring.Law.Packs;

namespace CreditScoring.RuleShelf;

/// <summary>
/// Which packs of a folder are put in use. A template is checked like every pack, but judges
/// nobody: its numbers are still to be filled in by a bureau.
/// </summary>
public static class Activation
{
    /// <param name="idle">Folders of the packs that are not put in use.</param>
    public static RuleReading Read(
        IReadOnlyList<SourceText> documents, out IReadOnlyList<string> idle)
    {
        var whole = RuleBookReader.Read(documents);
        var templates = whole.Book is null ? [] : whole.Book.Regimes
            .SelectMany(regime => regime.Versions)
            .Where(pack => pack.Manifest.Status == PackStatus.Template)
            .Select(pack => $"{pack.Regime}/{pack.Version}").ToArray();
        idle = templates;
        if (templates.Length == 0)
        {
            return whole;
        }

        var active = documents.Where(document => !templates.Any(
            folder => document.File.StartsWith($"{folder}/", StringComparison.Ordinal))).ToArray();
        return RuleBookReader.Read(active) with { Flaws = whole.Flaws };
    }
}
