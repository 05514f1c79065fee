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
        // The character after '9': what begins with these digits lies below.
        AddBeginning("region", digits, ":");
    }

    /// <param name="beginning">With which a text begins; null: any.</param>
    /// <param name="behind">A character after all that may follow it.</param>
    public void AddBeginning(string column, string? beginning, string behind)
    {
        Add($"{column} >= ", beginning);
        Add($"{column} < ", beginning is null ? null : beginning + behind);
    }

    /// <param name="values">None: any.</param>
    public void AddOneOf(string column, IReadOnlyList<string> values)
    {
        if (values.Count == 1)
        {
            Add($"{column} = ", values[0]);
        }
        else if (values.Count > 1)
        {
            clauses.Add($"{column} IN ({string.Join(", ", values.Select(Value))})");
        }
    }

    /// <param name="type">Of the engine, for a value that it would not know.</param>
    public void AddAs(string clause, object? value, string type)
    {
        if (value is not null)
        {
            clauses.Add($"{clause}CAST({Value(value)} AS {type})");
        }
    }

    /// <summary>A condition as it is.</summary>
    public void Say(string clause) => clauses.Add(clause);

    public void AddAfter(string columns, params object[] key) =>
        AddAfter(columns, false, [.. key.Select(Value)]);

    /// <param name="places">Of the values of the key.</param>
    public void AddAfter(string columns, bool descending, IReadOnlyList<string> places) =>
        clauses.Add($"({columns}) {(descending ? '<' : '>')} ({string.Join(", ", places)})");

    /// <summary>The place of a value.</summary>
    public string Value(object value)
    {
        values.Add(value);
        return $"${values.Count}";
    }
}
