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
        if (JsonDocumentReader.Read(file, out _) is not { } table || table["rows"] is not { } rows)
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
        var now = file;
        var place = 0;
        foreach (var (number, row) in Rows.Index())
        {
            var isEmpty = row.All(string.IsNullOrWhiteSpace);
            var rows = RowsOf(now);
            if (place < rows.Items.Count && number < RowsOf(file).Items.Count)
            {
                now = isEmpty ? JsonEdit.Remove(rows, place) : Changed(now, place, row);
            }
            else if (!isEmpty)
            {
                now = JsonEdit.Insert(rows, rows.Items.Count, Written(row, RowsOf(file)));
            }

            place += isEmpty ? 0 : 1;
        }

        while (RowsOf(now) is { } left && left.Items.Count > place)
        {
            now = JsonEdit.Remove(left, left.Items.Count - 1);
        }

        return now;
    }

    private SourceText Changed(SourceText file, int place, IReadOnlyList<string> row)
    {
        foreach (var (name, typed) in Columns.Zip(row))
        {
            var piece = RowsOf(file).Items[place];
            if (WrittenValue.Shown(piece[name]) != typed.Trim())
            {
                file = JsonEdit.Set(piece, name, ValueOf(name, typed, RowsOf(file)));
            }
        }

        return file;
    }

    private string Written(IReadOnlyList<string> row, JsonPiece table) => JsonLine.Object(
        Columns.Zip(row).Select(each => (each.First, Value: ValueOf(each.First, each.Second, table)))
            .Where(each => each.Value is not null).Select(each => (each.First, each.Value!)));

    /// <summary>The digits of a code stay a text where the column has texts.</summary>
    private string? ValueOf(string name, string typed, JsonPiece table) =>
        Said.Contains(name) || Days.Contains(name) || (typed.Trim() != WrittenValue.Open
            && table.Items.Any(row => row[name] is { Kind: JsonKind.Text }))
            ? WrittenValue.TextOf(typed) : WrittenValue.Of(typed);

    private static JsonPiece RowsOf(SourceText file) => JsonDocumentReader.Read(file, out _)?["rows"]
        ?? throw new ArgumentException($"{file.File} is no table", nameof(file));
}
