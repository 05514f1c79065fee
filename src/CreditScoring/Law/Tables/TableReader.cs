using CreditScoring.Documents;
using CreditScoring.Law.Language;

namespace CreditScoring.Law.Tables;

/// <summary>A table file -> the table, noting every flaw.</summary>
public static class TableReader
{
    private static readonly HashSet<string> Reserved =
        new(StringComparer.Ordinal) { "from", "until", "upTo", "below", "citation", "provenance" };

    public static LawTable? Read(SourceText source, ICollection<Flaw> flaws)
    {
        var piece = JsonDocumentReader.Read(source, out var broken);
        if (piece is null)
        {
            flaws.Add(broken!);
            return null;
        }

        var reader = new ObjectReader(piece, flaws);
        var name = reader.RequireText("table");
        var key = reader.Texts("key");
        reader.Require("rows");
        reader.Any("note");
        var pieces = reader.List("rows");
        reader.Close();
        var columns = Columns(pieces, key, flaws);
        return name is null ? null
            : new LawTable(name, key, columns, Rows(pieces, key, columns, flaws));
    }

    /// <summary>The columns that rows name beside keys, days and bands; typed by their first value.</summary>
    private static List<TableColumn> Columns(
        IReadOnlyList<JsonPiece> rows, IReadOnlyList<string> key, ICollection<Flaw> flaws)
    {
        var columns = new List<TableColumn>();
        var cells = rows.SelectMany(row => row.Properties)
            .Where(cell => !Reserved.Contains(cell.Name) && !key.Contains(cell.Name))
            .GroupBy(cell => cell.Name);
        foreach (var column in cells)
        {
            var types = column.Where(cell => !cell.Value.IsNull)
                .Select(cell => (cell, type: TypeOf(cell.Value)));
            var first = types.FirstOrDefault().type ?? RuleType.Number;
            columns.Add(new TableColumn(column.Key, first));
            foreach (var (cell, _) in types.Where(each => each.type != first))
            {
                flaws.Add(ObjectReader.WrongType(cell.Value, $"a {first.Shape} like the others", "与其他行同类的值"));
            }
        }

        return columns;
    }

    private static IEnumerable<TableRow> Rows(
        IReadOnlyList<JsonPiece> pieces, IReadOnlyList<string> key,
        List<TableColumn> columns, ICollection<Flaw> flaws)
    {
        foreach (var piece in pieces)
        {
            var reader = new ObjectReader(piece, flaws);
            var keys = key.Select(name => reader.Require(name)?.Value ?? "").ToArray();
            yield return new TableRow(
                piece.Place, LawTable.KeyOf(keys), reader.Date("from"), reader.Date("until"),
                reader.Number("upTo"), reader.Number("below"))
            {
                Columns = columns,
                Cells = [.. columns.Select(column => Cell(piece[column.Name], column.Type))],
                Citation = reader.Text("citation"),
                Provenance = reader.Text("provenance"),
            };
        }
    }

    private static object? Cell(JsonPiece? piece, RuleType type) => piece is null ? null
        : type == RuleType.Date ? ObjectReader.DateOf(piece)
        : TypeOf(piece) == type ? piece.Value : null;

    private static RuleType? TypeOf(JsonPiece piece) => piece.Kind switch
    {
        JsonKind.Number => RuleType.Number,
        JsonKind.Boolean => RuleType.Boolean,
        JsonKind.Text => ObjectReader.DateOf(piece) is null ? RuleType.Text : RuleType.Date,
        _ => null,
    };
}
