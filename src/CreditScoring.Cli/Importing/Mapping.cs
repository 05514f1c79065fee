namespace CreditScoring.Cli.Importing;

/// <summary>How the rows of a table become events.</summary>
internal sealed record Mapping(TableForm Form)
{
    /// <summary>Properties of the envelope that are texts or numbers, by name.</summary>
    public required IReadOnlyList<(string Name, CellRule Rule)> Envelope { get; init; }

    /// <summary>Kind and id of the subject; null for kinds that mend.</summary>
    public required (CellRule Kind, CellRule Id)? Subject { get; init; }

    public required IReadOnlyList<(string Name, CellRule Rule)> Fields { get; init; }

    public required IReadOnlyList<(string Name, RecordsRule Rule)> Records { get; init; }

    public required IReadOnlyDictionary<string, JoinRule> Joins { get; init; }

    /// <summary>The columns of the first table that are read.</summary>
    public IEnumerable<string> Columns =>
        Envelope.Concat(Fields).Select(pair => pair.Rule)
            .Concat(Subject is { } subject ? [subject.Kind, subject.Id] : [])
            .SelectMany(rule => rule.Text.Columns)
            .Concat(Joins.Values.SelectMany(join => join.To.Columns));

    /// <summary>The columns of another table that are read.</summary>
    public IEnumerable<string> ColumnsOf(string join) =>
        Records.Where(records => records.Rule.Join == join)
            .SelectMany(records => records.Rule.Fields)
            .SelectMany(field => field.Rule.Text.Columns)
            .Concat(Joins[join].Key.Columns);
}

/// <summary>A list of records of an event, made from the rows of another table.</summary>
/// <param name="Join">The name of the other table.</param>
/// <param name="Fields">How each field of a record is made.</param>
internal sealed record RecordsRule(string Join, IReadOnlyList<(string Name, CellRule Rule)> Fields);

/// <summary>Another table whose rows belong to rows of the first.</summary>
/// <param name="File">Its file, beside the first.</param>
/// <param name="Key">The key in its own rows.</param>
/// <param name="To">The key in the rows of the first table.</param>
/// <param name="Form">How it is written.</param>
internal sealed record JoinRule(string File, Template Key, Template To, TableForm Form);

/// <summary>How a table is written.</summary>
/// <param name="Sheet">The sheet of a workbook; null: its first.</param>
internal sealed record TableForm(string Encoding, char Delimiter, string? Sheet);
