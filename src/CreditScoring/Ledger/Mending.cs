using CreditScoring.Events;

namespace CreditScoring.Ledger;

/// <summary>
/// What is left of a file's events once annulments and amendments have done their work, which is as if
/// it had been so from the beginning. Both kinds then disappear; every other kind is left to the rules.
/// </summary>
public static class Mending
{
    /// <summary>The kind that takes an event back (行政复议、诉讼撤销).</summary>
    public const string Annulled = "annulled";

    public static IReadOnlyList<RegulatoryEvent> Settle(IReadOnlyList<RegulatoryEvent> events)
    {
        if (events.All(each => !IsSettled(each)))
        {
            return events;
        }

        var acting = events.Where(IsSettled).Where(each => each.ActsOn is not null)
            .OrderBy(each => each.Id).ToLookup(each => each.ActsOn!.Value);
        var verdicts = new Dictionary<EventId, bool>();
        return
        [
            .. events.Where(each => !IsSettled(each) && Stands(each.Id, acting, verdicts))
                .Select(each => Amended(each, acting, verdicts)),
        ];
    }

    private static bool IsSettled(RegulatoryEvent each) =>
        each.Kind.Amends || each.Kind.Name == Annulled;

    /// <summary>
    /// An event stands unless an annulment of it stands. A ring of annulments is cut at its lowest id.
    /// </summary>
    private static bool Stands(
        EventId id, ILookup<EventId, RegulatoryEvent> acting, Dictionary<EventId, bool> verdicts)
    {
        if (verdicts.TryGetValue(id, out var known))
        {
            return known;
        }

        verdicts[id] = true;
        var stands = !acting[id].Any(
            each => each.Kind.Name == Annulled && Stands(each.Id, acting, verdicts));
        return verdicts[id] = stands;
    }

    /// <summary>The event with its standing amendments taken in, the latest decided last.</summary>
    private static RegulatoryEvent Amended(
        RegulatoryEvent each, ILookup<EventId, RegulatoryEvent> acting, Dictionary<EventId, bool> verdicts)
    {
        var amendments = acting[each.Id]
            .Where(amendment => amendment.Kind.Amends && Stands(amendment.Id, acting, verdicts))
            .OrderBy(CreditFile.Dated).ThenBy(amendment => amendment.Id).ToArray();
        if (amendments.Length == 0)
        {
            return each;
        }

        var values = each.Values.ToArray();
        foreach (var amendment in amendments)
        {
            Replace(each.Kind, values, amendment);
        }

        return each with { Values = values };
    }

    /// <summary>An amendment has every field of the catalogue; those it names replace the target's.</summary>
    private static void Replace(EventKind target, object?[] values, RegulatoryEvent amendment)
    {
        for (var i = 0; i < amendment.Values.Length; i++)
        {
            var place = target.PlaceOf(amendment.Kind.Fields[i].Name);
            if (place >= 0 && amendment.Values[i] is { } value)
            {
                values[place] = value;
            }
        }
    }
}
