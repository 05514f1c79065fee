using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Importing.Mappings;

/// <summary>The text of a mapping file -> a mapping, or everything wrong with it.</summary>
internal sealed class MappingReader
{
    /// <summary>Properties of an event that a mapping may give, beside subject and data.</summary>
    public static readonly string[] EnvelopeNames =
    [
        "id", "source", "sequence", "kind", "occurredOn", "decidedOn", "region", "document",
        "actsOn",
    ];

    private readonly EventCatalogue catalogue;
    private readonly List<Flaw> flaws;
    private readonly CellRuleReader cells;
    private readonly ListedWords words;

    private MappingReader(EventCatalogue catalogue, IReadOnlyList<string> absent, List<Flaw> flaws)
    {
        this.catalogue = catalogue;
        this.flaws = flaws;
        cells = new CellRuleReader(flaws, absent);
        words = new ListedWords(catalogue, flaws);
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

        var reader = new ObjectReader(piece, found);
        var mapping = new MappingReader(catalogue, reader.Texts("absent"), found).Read(reader);
        return found.Count == 0 ? mapping : null;
    }

    private Mapping Read(ObjectReader reader)
    {
        reader.Any("$comment");
        reader.Text("basis");
        foreach (var name in new[] { "id", "source", "kind", "occurredOn" })
        {
            reader.Require(name);
        }

        var joins = Joins(reader);
        var records = new RecordsRuleReader(catalogue, cells, flaws, Fields);
        var mapping = new Mapping(TableFormReader.Read(reader, flaws))
        {
            Title = reader.Wording("title"),
            Envelope = [.. EnvelopeNames
                .Select(name => (name, cells.Read(reader.Any(name))))
                .Where(pair => pair.Item2 is not null)
                .Select(pair => (pair.name, pair.Item2!))],
            Subjects = Subjects(reader.Any("subject")),
            Fields = Fields(
                reader.Any("data"), catalogue.FieldTypeOf, catalogue.Fields.Select(field => field.Name)),
            Records = records.Read(reader.Any("data"), joins),
            Joins = joins,
            Declared = Declared(reader.Any("columns")),
            Where = RowConditionReader.Read(reader, flaws),
            Skip = reader.Texts("skip"),
        };
        words.CheckKind(reader.Any("kind"));
        reader.Close();
        CheckJoins(reader, mapping);
        return mapping;
    }

    /// <summary>A value that is looked up in a table that is not declared.</summary>
    private void CheckJoins(ObjectReader reader, Mapping mapping)
    {
        foreach (var join in mapping.LookedUpIn.Where(join => !mapping.Joins.ContainsKey(join)).Distinct())
        {
            flaws.Add(RecordsRuleReader.UnknownJoin(join, reader.Place));
        }
    }

    /// <summary>
    /// What each column may be called: a list of names, or an object that says it may be lacking.
    /// </summary>
    private Dictionary<string, ColumnSought> Declared(JsonPiece? piece)
    {
        var declared = new Dictionary<string, ColumnSought>(StringComparer.Ordinal);
        foreach (var property in Properties(piece))
        {
            var isOptional = false;
            Wording? without = null;
            IReadOnlyList<string> names;
            if (property.Value.Kind == JsonKind.List)
            {
                foreach (var item in property.Value.Items.Where(item => item.Text is null))
                {
                    flaws.Add(ObjectReader.WrongType(item, "a text", "文本"));
                }

                names = [.. property.Value.Items.Select(item => item.Text).OfType<string>()];
            }
            else
            {
                var reader = new ObjectReader(property.Value, flaws);
                names = reader.Texts("names");
                isOptional = reader.Boolean("optional") ?? false;
                without = reader.Wording("without");
                reader.Close();
            }

            names = names.Count == 0 ? [property.Name] : names;
            declared[property.Name] = new ColumnSought(property.Name, names, isOptional)
            {
                Without = without,
            };
        }

        return declared;
    }

    /// <summary>One subject, or several of which the first that fits a row is meant.</summary>
    private IReadOnlyList<SubjectRule> Subjects(JsonPiece? piece) =>
    [
        .. (piece is null or { IsNull: true } ? [] : piece.Kind == JsonKind.List ? piece.Items : [piece])
            .Select(Subject).OfType<SubjectRule>(),
    ];

    private SubjectRule? Subject(JsonPiece piece)
    {
        var reader = new ObjectReader(piece, flaws);
        var kind = cells.Read(reader.Require("kind"));
        var id = cells.Read(reader.Require("id"));
        var where = RowConditionReader.Read(reader, flaws);
        words.CheckSubjectKind(reader.Any("kind"));
        reader.Close();
        return kind is null || id is null ? null : new SubjectRule(where, kind, id);
    }

    private List<(string, CellRule)> Fields(
        JsonPiece? data, Func<string, EventField?> fieldOf, IEnumerable<string> names)
    {
        var fields = new List<(string, CellRule)>();
        foreach (var property in Properties(data))
        {
            if (fieldOf(property.Name) is not { } field)
            {
                flaws.Add(UnknownField(property, names));
            }
            else if (field.Type != FieldType.Records && cells.Read(property.Value) is { } rule)
            {
                words.Check(field, property.Value);
                fields.Add((property.Name, rule));
            }
        }

        return fields;
    }

    private Dictionary<string, JoinRule> Joins(ObjectReader mapping)
    {
        var joins = new Dictionary<string, JoinRule>(StringComparer.Ordinal);
        foreach (var property in Properties(mapping.Any("joins")))
        {
            var reader = new ObjectReader(property.Value, flaws);
            var form = TableFormReader.Read(reader, flaws);
            // Another sheet of the same workbook needs no file.
            var file = form.Sheet is null ? reader.RequireText("file") : reader.Text("file");
            var key = cells.Read(reader.Require("key"));
            var to = cells.Read(reader.Require("to"));
            reader.Close();
            if ((file is not null || form.Sheet is not null) && key is not null && to is not null)
            {
                joins.Add(property.Name, new JoinRule(file, key.Text, to.Text, form));
            }
        }

        return joins;
    }

    /// <summary>The properties of an object by their names; anything else is a flaw.</summary>
    private IReadOnlyList<JsonProperty> Properties(JsonPiece? piece)
    {
        if (piece is { IsNull: false } and not { Kind: JsonKind.Object })
        {
            flaws.Add(ObjectReader.WrongType(piece, "an object", "对象"));
        }

        return piece?.Properties ?? [];
    }

    private static Flaw UnknownField(JsonProperty property, IEnumerable<string> names) => new(
        "unknown-field", property.Place,
        new Wording($"目录中没有字段“{property.Name}”", $"the catalogue has no field '{property.Name}'"),
        NearMiss.Of(property.Name, names) is { } near
            ? new Wording($"是否指“{near}”？", $"did you mean '{near}'?")
            : new Wording("在 rules/events 中声明，或删去", "declare it in rules/events, or remove it"));
}
