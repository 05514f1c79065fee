using CreditScoring.Events;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Schemas;

/// <summary>The shape of an event, from the catalogue: each kind has its own data.</summary>
internal static class EventSchemas
{
    /// <summary>One event that is sent: an envelope with source and subject.</summary>
    public static JObject Of(EventCatalogue catalogue)
    {
        var envelope = Envelope(catalogue);
        ((JArray)envelope["required"]!).Add("source");
        return Shape.File("事件 · a regulatory event", envelope, Parts(catalogue));
    }

    public static JObject Envelope(EventCatalogue catalogue)
    {
        var sendable = catalogue.Kinds.Where(kind => !kind.Raised || kind.MayBeSent).ToArray();
        var envelope = Shape.Object(
            ("id!", Id()),
            ("kind!", Shape.Among(sendable.Select(kind => kind.Name))),
            ("occurredOn!", Shape.Date),
            ("decidedOn", Shape.DateOrNull),
            ("source", IdOrNull()),
            ("sequence", new JObject { ["type"] = new JArray("integer", "null"), ["minimum"] = 0 }),
            ("subject", Nullable(Shape.Ref("subject"))),
            ("subjects", Nullable(NotEmpty(Shape.ListOf(Shape.Ref("subject"))))),
            ("region", new JObject { ["type"] = new JArray(
                "string", "null"), ["pattern"] = "^([0-9]{2}|[0-9]{4}|[0-9]{6})$" }),
            ("document", LongTextOrNull()),
            ("actsOn", Nullable(Shape.Ref("target"))),
            ("data", Shape.Of("object", "null")));
        envelope["allOf"] = new JArray(sendable.Select(ByKind));
        return envelope;
    }

    public static JObject Parts(EventCatalogue catalogue) => new()
    {
        ["subject"] = Shape.Object(
            ("kind!", Shape.Among(catalogue.SubjectKinds.Select(kind => kind.Name))),
            ("id!", Id()),
            ("role", Shape.Among([.. catalogue.Roles, null]))),
        ["target"] = new JObject
        {
            ["anyOf"] = new JArray(Id(), Shape.Object(("source!", Id()), ("id!", Id()))),
        },
    };

    public static JObject Id() => Long(Shape.Text, 200);

    private static JObject IdOrNull() => Long(Shape.TextOrNull, 200);

    private static JObject LongTextOrNull() => Long(Shape.TextOrNull, 2000);

    private static JObject ByKind(EventKind kind)
    {
        var then = new JObject { ["properties"] = new JObject { ["data"] = Data(
            kind.Fields, orNull: false) } };
        var required = new JArray();
        if (kind.Fields.Any(field => field.Required))
        {
            required.Add("data");
        }

        if (kind.ActsOn == ActsOn.Must)
        {
            required.Add("actsOn");
            ((JObject)then["properties"]!)["actsOn"] = Shape.Ref("target");
        }
        else if (kind.ActsOn == ActsOn.Never)
        {
            ((JObject)then["properties"]!)["actsOn"] = Shape.Nothing;
        }

        if (required.Count > 0)
        {
            then["required"] = required;
        }

        var ofKind = new JObject { ["kind"] = new JObject { ["const"] = kind.Name } };
        return new JObject
        {
            ["if"] = new JObject { ["properties"] = ofKind },
            ["then"] = then,
        };
    }

    private static JObject Data(IReadOnlyList<EventField> fields, bool orNull)
    {
        var data = Shape.Object(
            [.. fields.Select(field => (field.Required ? field.Name + "!" : field.Name, Field(field)))]);
        data["type"] = orNull || !fields.Any(field => field.Required)
            ? new JArray("object", "null")
            : data["type"];
        return data;
    }

    private static JObject Field(EventField field)
    {
        var shape = field.Type switch
        {
            FieldType.Number => Number(field.Bounds),
            FieldType.Boolean => Shape.Of("boolean"),
            FieldType.Date => Shape.Date,
            FieldType.Event => Shape.Ref("target"),
            FieldType.Texts => Shape.ListOf(Word(field)),
            FieldType.Records => Shape.ListOf(Data(field.Fields, orNull: false)),
            _ => Word(field),
        };
        shape = field.Required ? shape : Nullable(shape);
        shape["description"] = field.Unit is null ? field.Label.Zh : $"{field.Label.Zh} ({field.Unit})";
        return shape;
    }

    private static JObject Number(FieldBounds bounds)
    {
        var shape = Shape.Of(bounds.Whole ? "integer" : "number");
        if (bounds.AtLeast is { } least)
        {
            shape["minimum"] = least;
        }

        if (bounds.AtMost is { } most)
        {
            shape["maximum"] = most;
        }

        return shape;
    }

    private static JObject Word(EventField field) =>
        field.Values is { } values ? Shape.Among(values) : Long(Shape.Text, 2000);

    private static JObject Long(JObject shape, int longest)
    {
        shape["minLength"] = 1;
        shape["maxLength"] = longest;
        return shape;
    }

    private static JObject NotEmpty(JObject list)
    {
        list["minItems"] = 1;
        return list;
    }

    private static JObject Nullable(JObject shape) => new() { ["anyOf"] = new JArray(shape, Shape.Nothing) };
}
