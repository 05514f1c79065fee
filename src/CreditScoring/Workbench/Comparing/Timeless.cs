using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;

namespace CreditScoring.Workbench.Comparing;

/// <summary>
/// Two versions, each as if it were in force for as long as either is, so that both can judge one
/// history; on other days there is no law to compare.
/// </summary>
internal static class Timeless
{
    /// <summary>Null: one of the packs has errors.</summary>
    public static (Regime Old, Regime New)? Of(PackFiles old, PackFiles @new, RuleBook book)
    {
        var unread = new List<Flaw>();
        if (ManifestReader.Read(old.Manifest, unread) is not { } one
            || ManifestReader.Read(@new.Manifest, unread) is not { } other)
        {
            return null;
        }

        return Alone(old, Both, book) is { } before && Alone(@new, Both, book) is { } after
            ? (before, after)
            : null;

        // From the earlier first day until both are repealed.
        PackManifest Both(PackManifest own) => own with
        {
            InForceFrom = one.InForceFrom < other.InForceFrom ? one.InForceFrom : other.InForceFrom,
            RepealedFrom = one.RepealedFrom is null || other.RepealedFrom is null ? null
                : one.RepealedFrom > other.RepealedFrom ? one.RepealedFrom : other.RepealedFrom,
        };
    }

    private static Regime? Alone(PackFiles files, Func<PackManifest, PackManifest> readAs, RuleBook book)
    {
        var flaws = new List<Flaw>();
        var pack = PackReader.Read(files, book.Catalogue, book.WorkingDays, flaws, readAs);
        return pack is null || flaws.Any(flaw => flaw.Severity == Severity.Error) ? null
            : new Regime(pack.Regime, [pack], book.Catalogue);
    }
}
