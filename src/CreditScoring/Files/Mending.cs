using CreditScoring.Events;

namespace CreditScoring.Files;

/// <summary>
/// What is left of a file's events once annulments and amendments have done their work, which is as if
/// it had been so from the beginning. Both kinds then disappear; every other kind is left to the rules.
/// </summary>
public static class Mending
{
    public static IReadOnlyList<RegulatoryEvent> Settle(IReadOnlyList<RegulatoryEvent> events)
    {
        if (events.All(each => !IsSettled(each)))
        {
            return events;
        }

        var annulments = new Annulments(events);
        var amendments = new Amendments(events.Where(
            each => each.Kind.Amends && each.ActsOn is not null && !annulments.TookBack(each.Id)));
        return
        [
            .. events.Where(each => !IsSettled(each) && !annulments.TookBack(each.Id))
                .Select(amendments.Amended),
        ];
    }

    /// <summary>Whether a kind works from the beginning, so that rules never see it.</summary>
    public static bool IsSettled(RegulatoryEvent each) => each.Kind.Amends || each.Kind.Annuls;
}
