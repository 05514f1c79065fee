using CreditScoring.Documents;

namespace CreditScoring.Workbench.Revising;

/// <summary>
/// A table of the law as a grid of fields: a column for every name that its rows have, and for those that
/// every table may have; what is empty is not there, <c>?</c> is a number that is still to be filled in.
/// </summary>
/// <param name="Columns">Keys first, then bands, values, days, and where it is said.</param>
/// <param name="Rows">As long as the columns.</param>
public sealed record TableGrid(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private static readonly string[] Bands = ["upTo", "below"];
    private static readonly string[] Days = ["from", "until"];
    private static readonly string[] Said = ["citation", "provenance"];

    /// <summary>Null: the file is no table.</summary>
    public static TableGrid? Of(SourceText file)
    {
        if (JsonDocumentReader.Read(file, out _) is not { } table
            || table["rows"] is not { Kind: JsonKind.List } rows)
        {
            return null;
        }

        var keys = (table["key"]?.Items ?? []).Select(each => each.Text).OfType<string>().ToList();
        var names = rows.Items.SelectMany(row => row.Properties).Select(each => each.Name).Distinct()
            .ToList();
        string[] columns =
        [
            .. keys, .. Bands.Where(names.Contains),
            .. names.Except([.. keys, .. Bands, .. Days, .. Said]), .. Days.Where(names.Contains), .. Said,
        ];
        return new TableGrid(
            columns,
            [
                .. rows.Items.Select(row => (IReadOnlyList<string>)
                    [.. columns.Select(name => WrittenValue.Shown(row[name]))]),
            ]);
    }

    /// <summary>
    /// The file with these rows in the place of its own: a row that is empty goes, one that is more comes,
    /// and of the others only the cells change that are otherwise.
    /// </summary>
    /// <exception cref="ArgumentException">The file is no table.</exception>
    public SourceText AppliedTo(SourceText file)
    {
        var rows = RowsOf(file) ?? throw new ArgumentException($"{file.File} is no table", nameof(file));
        var texts = rows.Items.SelectMany(row => row.Properties)
            .Where(each => each.Value.Kind == JsonKind.Text).Select(each => each.Name).ToHashSet();
        var filled = Rows.Select(row => row.All(string.IsNullOrWhiteSpace) ? null : row).ToList();
        return JsonEdit.Rewrite(
            rows,
            [
                .. rows.Items.Select((row, at) =>
                    filled.ElementAtOrDefault(at) is { } cells ? Changed(row, cells, texts) : null),
            ],
            [.. filled.Skip(rows.Items.Count).OfType<IReadOnlyList<string>>().Select(
                cells => Written(cells, texts))]);
    }

    private string Changed(JsonPiece row, IReadOnlyList<string> cells, HashSet<string> texts) =>
        row.Kind != JsonKind.Object ? Written(cells, texts)
        : JsonEdit.SetAll(row, Columns.Zip(cells)
            .Where(each => WrittenValue.Shown(row[each.First]) != each.Second.Trim())
            .Select(each => (each.First, ValueOf(each.First, each.Second, texts))));

    private string Written(IReadOnlyList<string> row, HashSet<string> texts) => JsonLine.Object(
        Columns.Zip(row).Select(each => (each.First, Value: ValueOf(each.First, each.Second, texts)))
            .Where(each => each.Value is not null).Select(each => (each.First, each.Value!)));

    /// <summary>The digits of a code stay a text where the column has texts.</summary>
    private static string? ValueOf(string name, string typed, HashSet<string> texts) =>
        Said.Contains(name) || Days.Contains(name)
        || (typed.Trim() != WrittenValue.Open && texts.Contains(name))
            ? WrittenValue.TextOf(typed) : WrittenValue.Of(typed);

    /// <summary>Null: the file is no table.</summary>
    private static JsonPiece? RowsOf(SourceText file) =>
        JsonDocumentReader.Read(file, out _)?["rows"] is { Kind: JsonKind.List } rows ? rows : null;
}
