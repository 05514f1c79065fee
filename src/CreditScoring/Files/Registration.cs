using CreditScoring.Enterprises;
using CreditScoring.Events;

namespace CreditScoring.Files;

/// <summary>
/// To which region a subject belongs in lists: supervision follows registration (属地监管).
/// </summary>
public static class Registration
{
    /// <summary>
    /// Six digits: those in its code, for subjects whose id is or begins with one; else the region
    /// of the authority that last acted; null where neither is known.
    /// </summary>
    public static string? RegionOf(Subject subject, RegulatoryEvent? lastActed) =>
        subject.Id.Length >= UnifiedSocialCreditCode.Length
            && UnifiedSocialCreditCode.TryParse(
                subject.Id[..UnifiedSocialCreditCode.Length], out var code, out _)
            ? code!.RegionDigits
            : lastActed?.Region;

    /// <summary>The event of the authority that last acted, of one known before and some more.</summary>
    public static RegulatoryEvent? LastToAct(
        RegulatoryEvent? former, IEnumerable<RegulatoryEvent> arrived) => arrived
            .Concat(former is null ? [] : [former]).Where(each => each.Region is not null)
            .Order(EventOrder.Dated).LastOrDefault();
}
