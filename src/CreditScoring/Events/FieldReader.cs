using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>
/// The <c>fields</c> of a kind, or of the records in a list, as the catalogue declares them.
/// </summary>
internal static class FieldReader
{
    private const int DeepestRecords = 3;

    private static readonly string[] Properties =
    [
        "$comment", "name", "type", "zh", "en", "unit", "required", "default", "values", "fields",
    ];

    private static readonly Dictionary<string, FieldType> Types = new(StringComparer.Ordinal)
    {
        ["text"] = FieldType.Text,
        ["number"] = FieldType.Number,
        ["boolean"] = FieldType.Boolean,
        ["date"] = FieldType.Date,
        ["event"] = FieldType.Event,
        ["texts"] = FieldType.Texts,
        ["records"] = FieldType.Records,
    };

    public static IReadOnlyList<(EventField Field, Place Place)> ReadAll(
        JsonPiece owner, FlawList flaws, IReadOnlyList<string> reserved, int depth = 0)
    {
        var fields = new List<(EventField Field, Place Place)>();
        foreach (var piece in flaws.List(owner, "fields"))
        {
            if (flaws.IsObject(piece, Properties)
                && flaws.RequiredText(piece, "name") is { } name
                && flaws.IsNew(fields.Any(field => field.Field.Name == name), piece["name"]!, name)
                && IsFree(name, piece["name"]!, reserved, flaws)
                && Read(piece, name, flaws, depth) is { } field)
            {
                fields.Add((field, piece.Place));
            }
        }

        return fields;
    }

    private static EventField? Read(JsonPiece piece, string name, FlawList flaws, int depth)
    {
        var label = flaws.Label(piece);
        if (ReadType(piece, flaws) is not { } type)
        {
            return null;
        }

        Fits(piece, "values", type is FieldType.Text or FieldType.Texts, flaws);
        Fits(piece, "fields", type == FieldType.Records && depth < DeepestRecords, flaws);
        Fits(piece, "unit", type == FieldType.Number, flaws);
        var field = new EventField(name, type, label)
        {
            Required = flaws.Boolean(piece, "required", false),
            Unit = flaws.Text(piece, "unit"),
            Values = flaws.Texts(piece, "values"),
            Fields = depth >= DeepestRecords ? []
                : [.. ReadAll(piece, flaws, [], depth + 1).Select(inner => inner.Field)],
        };
        return field with { Default = DefaultReader.Read(piece, field, flaws) };
    }

    private static FieldType? ReadType(JsonPiece piece, FlawList flaws)
    {
        if (flaws.RequiredText(piece, "type") is not { } text)
        {
            return null;
        }

        if (Types.TryGetValue(text, out var type))
        {
            return type;
        }

        var near = Spelling.Nearest(text, Types.Keys);
        flaws.Add(
            "value-not-listed", piece["type"]!.Place,
            new Wording(
                $"没有“{Spelling.Shown(text)}”这种类型", $"there is no type '{Spelling.Shown(text)}'"),
            near is null
                ? new Wording(
                    $"可用的类型：{string.Join("、", Types.Keys)}",
                    $"the types are {string.Join(", ", Types.Keys)}")
                : new Wording($"是否指“{near}”？", $"did you mean '{near}'?"));
        return null;
    }

    private static void Fits(JsonPiece piece, string property, bool fits, FlawList flaws)
    {
        if (piece[property] is { } stray && !fits)
        {
            flaws.Add(
                "unknown-property", stray.Place,
                new Wording($"这种类型的字段没有“{property}”", $"a field of this type has no '{property}'"),
                new Wording($"删去“{property}”，或改类型", $"remove '{property}', or change the type"));
        }
    }

    private static bool IsFree(
        string name, JsonPiece piece, IReadOnlyList<string> reserved, FlawList flaws)
    {
        var taken = reserved.Contains(name);
        if (taken)
        {
            flaws.Add(
                "name-reserved", piece.Place,
                new Wording(
                    $"“{name}”是事件本身的属性，不能作字段名",
                    $"'{name}' is said by the event itself and cannot name a field"),
                new Wording("换一个字段名", "choose another name"));
        }

        return !taken;
    }
}
