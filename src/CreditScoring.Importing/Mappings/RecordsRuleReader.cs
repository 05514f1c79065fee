using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Importing.Mappings;

/// <summary>
/// Fields that are lists of records: each comes from another table (<c>join</c>) or from the parts of one
/// cell
/// (<c>column</c> or <c>text</c>, with <c>split</c> and <c>pattern</c>).
/// </summary>
/// <param name="fields">Reads the fields of a record: data, what each field is, and their names.</param>
internal sealed class RecordsRuleReader(
    EventCatalogue catalogue, CellRuleReader cells, List<Flaw> flaws,
    Func<JsonPiece?, Func<string, EventField?>, IEnumerable<string>, List<(string, CellRule)>> fields)
{
    public List<(string, RecordsRule)> Read(JsonPiece? data, IReadOnlyDictionary<string, JoinRule> joins)
    {
        var records = new List<(string, RecordsRule)>();
        foreach (var property in data?.Properties ?? [])
        {
            if (catalogue.FieldTypeOf(property.Name) is { Type: FieldType.Records } field
                && Read(property.Value, field, joins) is { } rule)
            {
                records.Add((property.Name, rule));
            }
        }

        return records;
    }

    private RecordsRule? Read(JsonPiece piece, EventField field, IReadOnlyDictionary<string, JoinRule> joins)
    {
        var reader = new ObjectReader(piece, flaws);
        var isParts = piece["column"] is not null || piece["text"] is not null;
        var join = isParts ? null : reader.RequireText("join");
        var parts = isParts ? Parts(reader) : null;
        var inner = field.Fields.ToDictionary(known => known.Name, StringComparer.Ordinal);
        var read = fields(reader.Require("fields"), inner.GetValueOrDefault, inner.Keys);
        reader.Close();
        if (join is not null && !joins.ContainsKey(join))
        {
            flaws.Add(UnknownJoin(join, piece["join"]!.Place));
        }

        return join is null && parts is null ? null : new RecordsRule(join, parts, read);
    }

    internal static Flaw UnknownJoin(string join, Place at) => new(
        "unknown-join", at,
        new Wording($"joins 中没有“{join}”", $"'{join}' does not stand in joins"),
        new Wording("在 joins 中声明该表", "declare the table in joins"));

    private PartsRule? Parts(ObjectReader reader)
    {
        var cell = reader.Text("column") is { } column ? cells.OfColumn(column)
            : cells.Read(reader.Any("text"));
        var split = CellRuleReader.Split(reader);
        var written = reader.Text("pattern");
        var pattern = written is null ? null : PartsRule.Parse(written);
        if (written is not null && pattern is null)
        {
            flaws.Add(new Flaw(
                "pattern-invalid", reader.Any("pattern")!.Place,
                new Wording("不是可用的正则表达式", "is not a pattern that can be used here"),
                new Wording(
                    "例如 (?<项目>[^║]+)║(?<结果>[^║]*)；不用环视和反向引用",
                    "write for example (?<item>[^║]+)║(?<found>[^║]*), without lookaround "
                        + "and backreferences")));
        }

        return cell is null ? null
            : new PartsRule(
                cell with { Split = split, Absent = cell.Absent.Concat(reader.Texts("absent")).ToHashSet() },
                    pattern);
    }
}
