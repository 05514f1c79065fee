using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Law.Language;

namespace CreditScoring.Law.Tables;

/// <summary>One row: the days on which it is the law, its band, and its cells by column.</summary>
/// <param name="From">First day; null: since ever.</param>
/// <param name="Until">First day out; null: still.</param>
/// <param name="UpTo">Inclusive upper bound of the row's band.</param>
/// <param name="Below">Exclusive upper bound; with neither bound the row is the rest.</param>
public sealed record TableRow(
    Place Place, string Key, DateOnly? From, DateOnly? Until, decimal? UpTo, decimal? Below)
{
    /// <summary>The columns of its table.</summary>
    public IReadOnlyList<TableColumn> Columns { get; init; } = [];

    /// <summary>One a column of the table: decimal, string, DateOnly or bool; null: not filled in.</summary>
    public object?[] Cells { get; init; } = [];

    public string? Citation { get; init; }

    public string? Provenance { get; init; }

    public bool InForceOn(DateOnly day) => !(From > day) && !(Until <= day);

    public bool Holds(decimal? number) =>
        (UpTo is null && Below is null) || number <= UpTo || number < Below;
}

/// <summary>
/// A dated lookup table (rules/.../tables): keys, then at most one number that falls into a band. No
/// row is no answer, never the nearest one.
/// </summary>
public sealed class LawTable
{
    private readonly Dictionary<string, TableRow[]> rows;

    public LawTable(
        string name, IReadOnlyList<string> key, IReadOnlyList<TableColumn> columns,
        IEnumerable<TableRow> rows)
    {
        Name = name;
        Key = key;
        Columns = columns;
        this.rows = rows.GroupBy(row => row.Key).ToDictionary(group => group.Key, group => group.ToArray());
        Banded = this.rows.Values.Any(
            group => group.Any(row => row.UpTo is not null || row.Below is not null));
    }

    public string Name { get; }

    /// <summary>The key columns in the order of the arguments of <c>lookup</c>.</summary>
    public IReadOnlyList<string> Key { get; }

    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>Whether rows are also told apart by a number.</summary>
    public bool Banded { get; }

    public IEnumerable<TableRow> Rows => rows.Values.SelectMany(group => group);

    /// <summary>The row in force on the evaluation's day, which also learns when that changes.</summary>
    /// <exception cref="CannotBeJudged">No row fits, or a key is missing.</exception>
    public TableRow Find(Evaluation evaluation, object?[] keys, decimal? number)
    {
        var key = KeyOf(keys);
        if (Banded && number is null)
        {
            throw MissingKey();
        }

        TableRow? found = null;
        foreach (var row in rows.GetValueOrDefault(key, []))
        {
            Note(evaluation, row.From);
            Note(evaluation, row.Until);
            if (found is null && row.InForceOn(evaluation.Day) && row.Holds(number))
            {
                found = row;
            }
        }

        if (found is not null)
        {
            (evaluation.Watch as ITableListener)?.Found(this, found, number, evaluation.Day);
        }

        return found ?? throw new CannotBeJudged(default, new Wording(
            $"表 \"{Name}\" 中没有 {Shown(key, number)} 在 {evaluation.Day:yyyy-MM-dd} 有效的行",
            $"the table \"{Name}\" has no row for {Shown(key, number)} on {evaluation.Day:yyyy-MM-dd}"));
    }

    /// <summary>The text by which rows with these key values are found.</summary>
    public static string KeyOf(object?[] keys) => keys.Length == 1 && keys[0] is string text ? text
        : string.Join('|', keys.Select(KeyPart));

    private static string KeyPart(object? value) => value switch
    {
        null => throw MissingKey(),
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static CannotBeJudged MissingKey() =>
        new(default, new Wording("查表的键没有值", "a key of the lookup is missing"));

    private static void Note(Evaluation evaluation, DateOnly? boundary)
    {
        if (boundary > evaluation.Day)
        {
            evaluation.ChangesOn(boundary.Value);
        }
    }

    private static string Shown(string key, decimal? number) => number is null ? $"\"{key}\""
        : string.Create(CultureInfo.InvariantCulture, $"\"{key}\", {number}");
}

/// <summary>A value column of a table and its type.</summary>
public sealed record TableColumn(string Name, RuleType Type);
