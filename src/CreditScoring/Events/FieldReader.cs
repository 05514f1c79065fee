using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>
/// The <c>fields</c> of a kind, or of the records in a list, as the catalogue declares them.
/// </summary>
internal static class FieldReader
{
    private const int DeepestRecords = 3;

    private static readonly string[] PropertiesOfTypes =
        [
            "values", "fields", "unit", "required", "default", "identifies", "notBefore", "personal",
            .. BoundsReader.OfNumbers,
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
        ObjectReader owner, ICollection<Flaw> flaws, IReadOnlyList<string> reserved, int depth = 0)
    {
        var fields = new List<(EventField Field, Place Place)>();
        var pieces = owner.List("fields");
        foreach (var piece in pieces)
        {
            var reader = new ObjectReader(piece, flaws);
            var name = reader.RequireText("name");
            var field = Read(reader, name ?? "?", flaws, depth);
            reader.Close();
            if (name is not null && field is not null
                && CatalogueWords.IsNew(
                    fields.Any(known => known.Field.Name == name), piece["name"]!, flaws)
                && IsFree(name, piece["name"]!, reserved, flaws))
            {
                fields.Add((field, piece.Place));
            }
        }

        var days = fields.Where(each => each.Field.Type == FieldType.Date).Select(each => each.Field.Name)
            .ToArray();
        foreach (var piece in pieces)
        {
            BoundsReader.CheckDays(piece, piece["name"]?.Text ?? "", days, flaws);
        }

        return fields;
    }

    private static EventField? Read(
        ObjectReader reader, string name, ICollection<Flaw> flaws, int depth)
    {
        var label = CatalogueWords.Label(reader);
        if (ReadType(reader, flaws) is not { } type)
        {
            // What belongs to a type cannot be judged without one.
            Array.ForEach(PropertiesOfTypes, property => reader.Any(property));
            return null;
        }

        Fits(reader, "values", type is FieldType.Text or FieldType.Texts, flaws);
        Fits(reader, "fields", type == FieldType.Records && depth < DeepestRecords, flaws);
        // Of what is among declared words, a number or a day nothing is told that only some may know.
        Fits(
            reader, "personal",
            type is FieldType.Text or FieldType.Texts && reader.Any("values") is null, flaws);
        Fits(reader, "unit", type == FieldType.Number, flaws);
        Fits(reader, "identifies", type == FieldType.Text && reader.Any("values") is null, flaws);
        Fits(reader, "notBefore", type == FieldType.Date, flaws);
        Array.ForEach(BoundsReader.OfNumbers, name => Fits(reader, name, type == FieldType.Number, flaws));
        var values = CatalogueWords.TitledTexts(reader, "values", flaws, out var titles);
        var field = new EventField(name, type, label)
        {
            Required = reader.Boolean("required") ?? false,
            IsPersonal = reader.Boolean("personal") ?? false,
            Unit = reader.Text("unit"),
            Identifies = reader.Boolean("identifies") ?? false,
            Values = values,
            Titles = titles,
            Bounds = BoundsReader.Read(reader, flaws),
            Fields = depth >= DeepestRecords ? []
                : [.. ReadAll(reader, flaws, [], depth + 1).Select(inner => inner.Field)],
        };
        return field with { Default = DefaultReader.Read(reader, field, flaws) };
    }

    private static FieldType? ReadType(ObjectReader reader, ICollection<Flaw> flaws)
    {
        if (reader.RequireText("type") is not { } text)
        {
            return null;
        }

        if (Types.TryGetValue(text, out var type))
        {
            return type;
        }

        var near = NearMiss.Of(text, Types.Keys);
        flaws.Add(new Flaw(
            "value-not-listed", reader.Any("type")!.Place,
            new Wording(
                $"没有“{Spelling.Shown(text)}”这种类型", $"there is no type '{Spelling.Shown(text)}'"),
            near is null
                ? new Wording(
                    $"可用的类型：{string.Join("、", Types.Keys)}",
                    $"the types are {string.Join(", ", Types.Keys)}")
                : new Wording($"是否指“{near}”？", $"did you mean '{near}'?")));
        return null;
    }

    private static void Fits(
        ObjectReader reader, string property, bool fits, ICollection<Flaw> flaws)
    {
        if (reader.Any(property) is { } stray && !fits)
        {
            flaws.Add(new Flaw(
                "unknown-property", stray.Place,
                new Wording($"这种类型的字段没有“{property}”", $"a field of this type has no '{property}'"),
                new Wording($"删去“{property}”，或改类型", $"remove '{property}', or change the type")));
        }
    }

    private static bool IsFree(
        string name, JsonPiece piece, IReadOnlyList<string> reserved, ICollection<Flaw> flaws)
    {
        var taken = reserved.Contains(name);
        if (taken)
        {
            flaws.Add(new Flaw(
                "name-reserved", piece.Place,
                new Wording(
                    $"“{name}”是事件本身的属性，不能作字段名",
                    $"'{name}' is said by the event itself and cannot name a field"),
                new Wording("换一个字段名", "choose another name")));
        }

        return !taken;
    }
}
