using CreditScoring.Events;

namespace CreditScoring.Ledger;

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
        var amendments = events
            .Where(each => each.Kind.Amends && each.ActsOn is not null && !annulments.TookBack(each.Id))
            .OrderBy(CreditFile.Dated).ThenBy(each => each.Id)
            .ToLookup(each => each.ActsOn!.Value);
        return
        [
            .. events.Where(each => !IsSettled(each) && !annulments.TookBack(each.Id))
                .Select(each => Amended(each, amendments[each.Id])),
        ];
    }

    /// <summary>Whether a kind works from the beginning, so that rules never see it.</summary>
    public static bool IsSettled(RegulatoryEvent each) => each.Kind.Amends || Annulments.Is(each);

    /// <summary>The event with its amendments taken in, the latest decided last.</summary>
    private static RegulatoryEvent Amended(RegulatoryEvent each, IEnumerable<RegulatoryEvent> amendments)
    {
        object?[]? values = null;
        foreach (var amendment in amendments)
        {
            Replace(each.Kind, values ??= [.. each.Values], amendment);
        }

        return values is null ? each : each with { Values = values };
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
