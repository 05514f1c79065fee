namespace CreditScoring.Events;

/// <summary>A day that stands before one that it is not to come before.</summary>
/// <param name="In">The list in which its record stands; null: the event's own data, or its envelope.</param>
internal readonly record struct BrokenOrder(
    string? In, string Name, DateOnly Day, string Other, DateOnly Bound);

/// <summary>Whether the days of an event stand in the order that the catalogue declares.</summary>
internal static class DayOrder
{
    public static IReadOnlyList<BrokenOrder> Broken(
        EventKind kind, DateOnly? occurredOn, DateOnly? decidedOn, object?[]? row)
    {
        var order = new Order(occurredOn, decidedOn);
        if (decidedOn is { } decided)
        {
            order.Check("decidedOn", decided, kind.DecidedNotBefore, kind.Fields, row, null);
        }

        if (row is not null)
        {
            order.CheckRow(kind.Fields, row, null);
        }

        return order.Found;
    }

    private sealed class Order(DateOnly? occurredOn, DateOnly? decidedOn)
    {
        private List<BrokenOrder>? found;

        public IReadOnlyList<BrokenOrder> Found => found ?? [];

        /// <param name="list">The field in which the row stands; null: the event's own data.</param>
        public void CheckRow(IReadOnlyList<EventField> fields, object?[] row, string? list)
        {
            for (var i = 0; i < fields.Count; i++)
            {
                foreach (var inner in row[i] as object?[][] ?? [])
                {
                    CheckRow(fields[i].Fields, inner, list ?? fields[i].Name);
                }

                if (row[i] is DateOnly day)
                {
                    Check(fields[i].Name, day, fields[i].Bounds.NotBefore, fields, row, list);
                }
            }
        }

        public void Check(
            string name, DateOnly day, IReadOnlyList<string> notBefore, IReadOnlyList<EventField> fields,
            object?[]? row, string? list)
        {
            foreach (var other in notBefore)
            {
                var bound = other switch
                {
                    "occurredOn" => occurredOn,
                    "decidedOn" => decidedOn,
                    _ => Enumerable.Range(0, fields.Count).Where(i => fields[i].Name == other)
                        .Select(i => row?[i] as DateOnly?).FirstOrDefault(),
                };
                if (day < bound)
                {
                    (found ??= []).Add(new BrokenOrder(list, name, day, other, bound.Value));
                }
            }
        }
    }
}
