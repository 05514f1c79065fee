using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Cli.Importing;

/// <summary>The text of a mapping file -> a mapping, or everything wrong with it.</summary>
internal sealed class MappingReader
{
    private static readonly string[] EnvelopeNames =
    [
        "id", "source", "sequence", "kind", "occurredOn", "decidedOn", "region", "document",
        "actsOn",
    ];

    private readonly EventCatalogue catalogue;
    private readonly List<Flaw> flaws;
    private readonly CellRuleReader cells;

    private MappingReader(EventCatalogue catalogue, List<Flaw> flaws)
    {
        this.catalogue = catalogue;
        this.flaws = flaws;
        cells = new CellRuleReader(flaws);
    }

    public static Mapping? Read(
        SourceText source, EventCatalogue catalogue, out IReadOnlyList<Flaw> flaws)
    {
        var found = new List<Flaw>();
        flaws = found;
        if (JsonDocumentReader.Read(source, out var broken) is not { } piece)
        {
            found.Add(broken!);
            return null;
        }

        var mapping = new MappingReader(catalogue, found).Read(piece);
        return found.Count == 0 ? mapping : null;
    }

    private Mapping Read(JsonPiece piece)
    {
        var reader = new ObjectReader(piece, flaws);
        reader.Any("$comment");
        foreach (var name in new[] { "id", "source", "kind", "occurredOn" })
        {
            reader.Require(name);
        }

        var joins = Joins(reader);
        var mapping = new Mapping(Form(reader))
        {
            Envelope = [.. EnvelopeNames
                .Select(name => (name, cells.Read(reader.Any(name))))
                .Where(pair => pair.Item2 is not null)
                .Select(pair => (pair.name, pair.Item2!))],
            Subject = Subject(reader.Any("subject")),
            Fields = Fields(reader.Any("data"), catalogue.FieldTypeOf, FieldNames()),
            Records = Records(reader.Any("data"), joins),
            Joins = joins,
        };
        reader.Close();
        return mapping;
    }

    private TableForm Form(ObjectReader reader)
    {
        var encoding = reader.Text("encoding") ?? "utf-8";
        if (encoding is not ("utf-8" or "gb18030"))
        {
            flaws.Add(new Flaw(
                "value-not-listed", reader.Any("encoding")!.Place,
                new Wording($"不支持编码“{encoding}”", $"the encoding '{encoding}' is not read"),
                new Wording("写 utf-8 或 gb18030", "write utf-8 or gb18030")));
        }

        var delimiter = reader.Text("delimiter") ?? ",";
        if (delimiter.Length != 1 || !char.IsAscii(delimiter[0]))
        {
            flaws.Add(new Flaw(
                "value-not-listed", reader.Any("delimiter")!.Place,
                new Wording("分隔符应为一个半角字符", "the delimiter is one ASCII character"),
                new Wording("例如 , 或 ; 或 \\t", "write for example , or ; or \\t")));
        }

        return new TableForm(encoding, delimiter.Length > 0 ? delimiter[0] : ',', reader.Text("sheet"));
    }

    private (CellRule Kind, CellRule Id)? Subject(JsonPiece? piece)
    {
        if (piece is null)
        {
            return null;
        }

        var reader = new ObjectReader(piece, flaws);
        var kind = cells.Read(reader.Require("kind"));
        var id = cells.Read(reader.Require("id"));
        reader.Close();
        return kind is null || id is null ? null : (kind, id);
    }

    private List<(string, CellRule)> Fields(
        JsonPiece? data, Func<string, EventField?> fieldOf, IEnumerable<string> names)
    {
        var fields = new List<(string, CellRule)>();
        foreach (var property in data?.Properties ?? [])
        {
            if (fieldOf(property.Name) is not { } field)
            {
                flaws.Add(UnknownField(property, names));
            }
            else if (field.Type != FieldType.Records && cells.Read(property.Value) is { } rule)
            {
                fields.Add((property.Name, rule));
            }
        }

        return fields;
    }

    private List<(string, RecordsRule)> Records(
        JsonPiece? data, IReadOnlyDictionary<string, JoinRule> joins)
    {
        var records = new List<(string, RecordsRule)>();
        foreach (var property in data?.Properties ?? [])
        {
            if (catalogue.FieldTypeOf(property.Name) is { Type: FieldType.Records } field
                && ReadRecords(property.Value, field, joins) is { } rule)
            {
                records.Add((property.Name, rule));
            }
        }

        return records;
    }

    private RecordsRule? ReadRecords(
        JsonPiece piece, EventField field, IReadOnlyDictionary<string, JoinRule> joins)
    {
        var reader = new ObjectReader(piece, flaws);
        var join = reader.RequireText("join");
        var inner = field.Fields.ToDictionary(known => known.Name, StringComparer.Ordinal);
        var fields = Fields(reader.Require("fields"), inner.GetValueOrDefault, inner.Keys);
        reader.Close();
        if (join is not null && !joins.ContainsKey(join))
        {
            flaws.Add(new Flaw(
                "unknown-join", piece["join"]!.Place,
                new Wording($"joins 中没有“{join}”", $"'{join}' does not stand in joins"),
                new Wording("在 joins 中声明该表", "declare the table in joins")));
        }

        return join is null ? null : new RecordsRule(join, fields);
    }

    private Dictionary<string, JoinRule> Joins(ObjectReader mapping)
    {
        var joins = new Dictionary<string, JoinRule>(StringComparer.Ordinal);
        foreach (var property in mapping.Any("joins")?.Properties ?? [])
        {
            var reader = new ObjectReader(property.Value, flaws);
            var file = reader.RequireText("file");
            var key = cells.Read(reader.Require("key"));
            var to = cells.Read(reader.Require("to"));
            var form = Form(reader);
            reader.Close();
            if (file is not null && key is not null && to is not null)
            {
                joins.Add(property.Name, new JoinRule(file, key.Text, to.Text, form));
            }
        }

        return joins;
    }

    private IEnumerable<string> FieldNames() => catalogue.Fields.Select(field => field.Name);

    private static Flaw UnknownField(JsonProperty property, IEnumerable<string> names) => new(
        "unknown-field", property.Place,
        new Wording($"目录中没有字段“{property.Name}”", $"the catalogue has no field '{property.Name}'"),
        NearMiss.Of(property.Name, names) is { } near
            ? new Wording($"是否指“{near}”？", $"did you mean '{near}'?")
            : new Wording("在 rules/events 中声明，或删去", "declare it in rules/events, or remove it"));
}
