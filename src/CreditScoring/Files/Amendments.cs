using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Language;

namespace CreditScoring.Files;

/// <summary>
/// What amendments (变更) make of events: the fields they name replace those of the event they act on,
/// the latest decided last. An amendment may be amended too; in a ring of them nothing is replaced.
/// </summary>
internal sealed class Amendments
{
    private readonly ILookup<EventId, RegulatoryEvent> byTarget;
    private readonly Dictionary<EventId, RegulatoryEvent> settled = [];

    /// <param name="amendments">Those that stand.</param>
    public Amendments(IEnumerable<RegulatoryEvent> amendments)
    {
        var inOrder = amendments.Order(EventOrder.Dated).ToArray();
        var all = inOrder.ToDictionary(each => each.Id);
        byTarget = inOrder.ToLookup(each => each.ActsOn!.Value);
        var waiting = inOrder.ToDictionary(each => each.Id, each => byTarget[each.Id].Count());
        var ready = new Queue<RegulatoryEvent>(inOrder.Where(each => waiting[each.Id] == 0));
        while (ready.TryDequeue(out var next))
        {
            settled.Add(next.Id, Amended(next));
            if (all.TryGetValue(next.ActsOn!.Value, out var target) && --waiting[target.Id] == 0)
            {
                ready.Enqueue(target);
            }
        }
    }

    /// <summary>The event with its amendments taken in.</summary>
    /// <exception cref="CannotBeJudged">One takes away what an event of the kind must have.</exception>
    public RegulatoryEvent Amended(RegulatoryEvent each)
    {
        object?[]? values = null;
        foreach (var amendment in byTarget[each.Id])
        {
            if (settled.TryGetValue(amendment.Id, out var known))
            {
                Replace(each.Kind, values ??= [.. each.Values], known);
            }
        }

        return values is null ? each : each with { Values = values };
    }

    /// <summary>
    /// An amendment has every field of the catalogue; those it names replace the target's. What it says
    /// has no value any more is again as if it had been left out; but an amendment so amended says so.
    /// </summary>
    private static void Replace(EventKind target, object?[] values, RegulatoryEvent amendment)
    {
        for (var i = 0; i < amendment.Values.Length; i++)
        {
            var place = target.PlaceOf(amendment.Kind.Fields[i].Name);
            if (place >= 0 && amendment.Values[i] is { } value)
            {
                values[place] = value is NoValue && !target.Amends
                    ? LeftOut(target.Fields[place], target, amendment) : value;
            }
        }
    }

    private static object? LeftOut(EventField field, EventKind target, RegulatoryEvent amendment) =>
        !field.Required ? field.Default : throw new CannotBeJudged(
            Place.Whole(amendment.Id.ToString()),
            new Wording(
                $"变更 {amendment.Id} 去掉了“{field.Name}”，而 {target.Name} 必须有它",
                $"the amendment {amendment.Id} takes away '{field.Name}', which a {target.Name} must have"));
}
