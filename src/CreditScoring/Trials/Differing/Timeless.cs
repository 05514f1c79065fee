using CreditScoring.Documents;
using CreditScoring.Law;
using CreditScoring.Law.Packs;

namespace CreditScoring.Trials.Differing;

/// <summary>
/// Two versions, each as if it were in force for as long as either is, so that both can judge one
/// history; on other days there is no law to compare.
/// </summary>
internal static class Timeless
{
    /// <summary>Null: one of the packs has errors.</summary>
    public static (Regime Old, Regime New)? Of(PackFiles old, PackFiles @new, RuleBook book)
    {
        if (Term.Of(old) is not { } one || Term.Of(@new) is not { } other)
        {
            return null;
        }

        var both = one.With(other);
        return Of(old, one, both, book) is { } before && Of(@new, other, both, book) is { } after
            ? (before, after) : null;
    }

    private static Regime? Of(PackFiles files, Term own, Term both, RuleBook book)
    {
        var text = files.Manifest.Text.Replace(
            $"\"inForceFrom\": \"{own.From}\"", $"\"inForceFrom\": \"{both.From}\"", StringComparison.Ordinal);
        if (own.Repealed is not null)
        {
            text = text.Replace(
                $"\"repealedFrom\": \"{own.Repealed}\"",
                $"\"repealedFrom\": {(both.Repealed is null ? "null" : $"\"{both.Repealed}\"")}", StringComparison.Ordinal);
        }

        var changed = files.With(new SourceText(files.Manifest.File, text)).In($"{own.Regime}/{both.From}");
        var flaws = new List<Flaw>();
        var pack = PackReader.Read(changed, book.Catalogue, book.WorkingDays, flaws);
        return pack is null || flaws.Any(flaw => flaw.Severity == Severity.Error) ? null
            : new Regime(own.Regime, [pack], book.Catalogue);
    }

    /// <summary>When a version is in force, as its manifest writes the days; null: it is not repealed.</summary>
    private sealed record Term(string Regime, string From, string? Repealed)
    {
        public static Term? Of(PackFiles files)
        {
            var manifest = JsonDocumentReader.Read(files.Manifest, out _);
            return manifest?["inForceFrom"]?.Text is { } from && manifest["regime"]?.Text is { } regime
                ? new Term(regime, from, manifest["repealedFrom"]?.Text) : null;
        }

        /// <summary>From the earlier first day until both are repealed; days so written sort as days.</summary>
        public Term With(Term other) => this with
        {
            From = string.CompareOrdinal(From, other.From) <= 0 ? From : other.From,
            Repealed = Repealed is null || other.Repealed is null ? null
                : string.CompareOrdinal(Repealed, other.Repealed) >= 0 ? Repealed : other.Repealed,
        };
    }
}
