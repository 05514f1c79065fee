using CreditScoring.Documents;
using CreditScoring.Law;
using CreditScoring.Law.Packs;

namespace CreditScoring.Trials.Differing;

/// <summary>A version as if it had always been in force, so that two versions can judge one history.</summary>
internal static class Timeless
{
    private const string Beginning = "0001-01-01";

    /// <summary>Null: the pack has errors.</summary>
    public static Regime? Of(PackFiles files, RuleBook book)
    {
        var manifest = JsonDocumentReader.Read(files.Manifest, out _);
        if (manifest?["inForceFrom"]?.Text is not { } from || manifest["regime"]?.Text is not { } regime)
        {
            return null;
        }

        var text = files.Manifest.Text.Replace(
            $"\"inForceFrom\": \"{from}\"", $"\"inForceFrom\": \"{Beginning}\"", StringComparison.Ordinal);
        if (manifest["repealedFrom"]?.Text is { } repealed)
        {
            text = text.Replace(
                $"\"repealedFrom\": \"{repealed}\"", "\"repealedFrom\": null", StringComparison.Ordinal);
        }

        var changed = files.With(new SourceText(files.Manifest.File, text)).In($"{regime}/{Beginning}");
        var flaws = new List<Flaw>();
        var pack = PackReader.Read(changed, book.Catalogue, book.WorkingDays, flaws);
        return pack is null || flaws.Any(flaw => flaw.Severity == Severity.Error) ? null
            : new Regime(regime, [pack], book.Catalogue);
    }
}
