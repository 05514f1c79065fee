using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>Whether the days of an event stand in the order that the catalogue declares.</summary>
internal sealed class DayOrders(EventDraft draft, Func<string, Place> placeOf)
{
    public IEnumerable<Flaw> Of(EventKind kind)
    {
        if (draft.DecidedOn is { } decided)
        {
            foreach (var flaw in Against(
                "decidedOn", decided, kind.DecidedNotBefore, kind.Fields, draft.Values))
            {
                yield return flaw;
            }
        }

        foreach (var flaw in draft.Values is { } values ? InRow(kind.Fields, values, null) : [])
        {
            yield return flaw;
        }
    }

    /// <param name="list">The field in which the row stands; null: the event's own data.</param>
    private IEnumerable<Flaw> InRow(IReadOnlyList<EventField> fields, object?[] row, string? list)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            var (field, inside) = (fields[i], row[i] as object?[][]);
            foreach (var flaw in (inside ?? []).SelectMany(
                inner => InRow(field.Fields, inner, list ?? field.Name)))
            {
                yield return flaw;
            }

            if (row[i] is DateOnly day)
            {
                foreach (var flaw in Against(field.Name, day, field.Bounds.NotBefore, fields, row))
                {
                    yield return list is null ? flaw : flaw with { Place = placeOf(list) };
                }
            }
        }
    }

    private IEnumerable<Flaw> Against(
        string name, DateOnly day, IReadOnlyList<string> notBefore, IReadOnlyList<EventField> fields,
        object?[]? row) =>
        from other in notBefore
        let bound = other switch
        {
            "occurredOn" => draft.OccurredOn,
            "decidedOn" => draft.DecidedOn,
            _ => Enumerable.Range(0, fields.Count).Where(i => fields[i].Name == other)
                .Select(i => row?[i] as DateOnly?).FirstOrDefault(),
        }
        where day < bound
        select EventFlaws.OutOfOrder(placeOf(name), name, day, other, bound.Value);
}
