namespace CreditScoring.Events;

/// <summary>Fields of one name in several kinds, taken together.</summary>
internal static class FieldUnion
{
    /// <exception cref="ArgumentException">One name has two types or units.</exception>
    public static Dictionary<string, EventField> Of(IEnumerable<EventField> fields)
    {
        var union = new Dictionary<string, EventField>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (!union.TryGetValue(field.Name, out var known))
            {
                union.Add(field.Name, field with
                {
                    Required = false, Default = null, Bounds = field.Bounds.OfFieldsOnly(),
                });
            }
            else if (Differs(known, field))
            {
                throw new ArgumentException($"'{field.Name}' has two types in one catalogue");
            }
            else
            {
                union[field.Name] = known with
                {
                    Values = Either(known.Values, field.Values), Bounds = known.Bounds.Either(field.Bounds),
                    Identifies = known.Identifies || field.Identifies,
                    IsPersonal = known.IsPersonal || field.IsPersonal,
                    Titles = known.Titles.Concat(field.Titles).DistinctBy(each => each.Key).ToDictionary(),
                };
            }
        }

        return union;
    }

    /// <summary>Whether rule text could not read both under one name.</summary>
    public static bool Differs(EventField one, EventField other) =>
        one.Type != other.Type || one.Unit != other.Unit
        || one.Fields.Count != other.Fields.Count
        || one.Fields.Zip(other.Fields).Any(
            pair => pair.First.Name != pair.Second.Name || Differs(pair.First, pair.Second));

    private static IReadOnlyList<string>? Either(
        IReadOnlyList<string>? one, IReadOnlyList<string>? other) =>
        one is null || other is null ? null : [.. one.Union(other, StringComparer.Ordinal)];
}
