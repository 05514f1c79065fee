using CreditScoring.Events;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Importing.Mappings;

/// <summary>How the rows of a table become events (映射).</summary>
internal sealed record Mapping(TableForm Form)
{
    /// <summary>What it is for; null: it does not say.</summary>
    public Documents.Wording? Title { get; init; }

    /// <summary>Properties of the envelope that are texts or numbers, by name.</summary>
    public required IReadOnlyList<(string Name, CellRule Rule)> Envelope { get; init; }

    /// <summary>Whom an event is about: the first that fits the row; none for kinds that mend.</summary>
    public required IReadOnlyList<SubjectRule> Subjects { get; init; }

    public required IReadOnlyList<(string Name, CellRule Rule)> Fields { get; init; }

    public required IReadOnlyList<(string Name, RecordsRule Rule)> Records { get; init; }

    public required IReadOnlyDictionary<string, JoinRule> Joins { get; init; }

    /// <summary>What the columns of the table may be called, by what the mapping calls them.</summary>
    public required IReadOnlyDictionary<string, ColumnSought> Declared { get; init; }

    /// <summary>Rows that are wanted: all conditions hold.</summary>
    public IReadOnlyList<RowCondition> Where { get; init; } = [];

    /// <summary>Beginnings of rows that are no data, beside those that every table has.</summary>
    public IReadOnlyList<string> Skip { get; init; } = [];

    /// <summary>The columns of the first table that are read.</summary>
    public IReadOnlyList<ColumnSought> Columns => Sought(
        Rules.Where(rule => rule.Join is null).SelectMany(rule => rule.Columns)
            .Concat(Subjects.SelectMany(subject => subject.Where).Select(condition => condition.Column))
            .Concat(Where.Select(condition => condition.Column))
            .Concat(Records.SelectMany(records => records.Rule.ColumnsOfOwner))
            .Concat(Joins.Values.SelectMany(join => join.To.Columns)));

    /// <summary>Values that are made of the cells of a row, or of one that is joined to it.</summary>
    private IEnumerable<CellRule> Rules => Envelope.Concat(Fields).Select(pair => pair.Rule)
        .Concat(Subjects.SelectMany(subject => new[] { subject.Kind, subject.Id }));

    /// <summary>
    /// Columns that are read as a number or a day, of which a workbook holds more than it shows.
    /// </summary>
    public IEnumerable<string> ValueColumns(EventCatalogue catalogue) =>
        Fields.Where(field => catalogue.FieldTypeOf(field.Name)?.Type is FieldType.Number or FieldType.Date)
            .Concat(Envelope.Where(part => part.Name is "occurredOn" or "decidedOn" or "sequence"))
            .Where(each => each.Rule.Join is null).SelectMany(each => each.Rule.Text.Columns);

    /// <summary>Columns that hold the numbers of persons.</summary>
    public IEnumerable<string> HashedColumns =>
        Subjects.Where(subject => subject.Id is { IsHashed: true, Join: null })
            .SelectMany(subject => subject.Id.Text.Columns);

    /// <summary>The columns of another table that are read.</summary>
    public IReadOnlyList<ColumnSought> ColumnsOf(string join) => Sought(
        Records.Where(records => records.Rule.Join == join)
            .SelectMany(records => records.Rule.Fields)
            .SelectMany(field => field.Rule.Text.Columns)
            .Concat(Rules.Where(rule => rule.Join == join).SelectMany(rule => rule.Columns))
            .Concat(Joins[join].Key.Columns));

    /// <summary>The tables in which values are looked up.</summary>
    public IEnumerable<string> LookedUpIn => Rules.Select(rule => rule.Join).OfType<string>();

    /// <summary>
    /// Whether the rows of another table are records of events, and not looked up in alone.
    /// </summary>
    public bool IsOfRecords(string join) => Records.Any(records => records.Rule.Join == join);

    private IReadOnlyList<ColumnSought> Sought(IEnumerable<string> names) =>
        [.. names.Distinct().Select(name => Declared.GetValueOrDefault(name) ?? ColumnSought.Of(name))];
}

/// <summary>Whom an event is about, where a row is of this sort.</summary>
/// <param name="Where">What the row has to say for it; nothing: any row.</param>
internal sealed record SubjectRule(IReadOnlyList<RowCondition> Where, CellRule Kind, CellRule Id);

/// <summary>
/// A list of records of an event, made from the rows of another table, or of the parts of one cell.
/// </summary>
/// <param name="Join">The name of the other table; null: they are parts of a cell.</param>
/// <param name="Parts">The cell, and how it is taken apart; null: they come from a table.</param>
/// <param name="Fields">How each field of a record is made.</param>
internal sealed record RecordsRule(
    string? Join, PartsRule? Parts, IReadOnlyList<(string Name, CellRule Rule)> Fields)
{
    /// <summary>The columns of the first table that it reads.</summary>
    public IEnumerable<string> ColumnsOfOwner => Parts is null ? []
        : Fields.SelectMany(each => each.Rule.Text.Columns).Where(column => !Parts.Names.Contains(column))
            .Concat(Parts.Text.Text.Columns);
}

/// <summary>Another table whose rows belong to rows of the first.</summary>
/// <param name="File">Its file, beside the first; null: another sheet of the first.</param>
/// <param name="Key">The key in its own rows.</param>
/// <param name="To">The key in the rows of the first table.</param>
/// <param name="Form">How it is written.</param>
internal sealed record JoinRule(string? File, Template Key, Template To, TableForm Form);
