namespace CreditScoring.Service.Sql;

/// <summary>
/// What rows are asked for. Only what is asked for stands in the sentence, so that an index can serve it.
/// </summary>
internal sealed class Conditions
{
    private readonly List<string> clauses = [];
    private readonly List<object?> values = [];

    public object?[] Values => [.. values];

    /// <summary>With a space behind, or empty.</summary>
    public string Where => clauses.Count == 0 ? "" : $"WHERE {string.Join(" AND ", clauses)} ";

    /// <param name="clause">Such as <c>tier = </c>, to which the place of the value is added.</param>
    /// <param name="value">Null: any.</param>
    public void Add(string clause, object? value)
    {
        if (value is not null)
        {
            clauses.Add(clause + Value(value));
        }
    }

    /// <param name="digits">With which a region's code begins; null: any.</param>
    public void AddRegion(string? digits)
    {
        Add("region >= ", digits);
        // The character after '9': what begins with these digits lies below.
        Add("region < ", digits is null ? null : digits + ":");
    }

    public void AddAfter(string columns, params object[] key) =>
        clauses.Add($"({columns}) > ({string.Join(", ", key.Select(Value))})");

    /// <summary>The place of a value.</summary>
    public string Value(object value)
    {
        values.Add(value);
        return $"${values.Count}";
    }
}
