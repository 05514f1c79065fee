using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Schemas;

/// <summary>The shape of the catalogue's files: kinds of events, and kinds of subjects.</summary>
internal static class CatalogueSchemas
{
    private const int DeepestRecords = 3;

    public static JObject Catalogue() => File("事件目录 · the event catalogue");

    public static JObject Subjects() => File("主体种类 · kinds of subjects");

    /// <summary>Any file of the catalogue may declare any part of it.</summary>
    private static JObject File(string title) => Shape.File(title, Shape.Object(
        ("$comment", Shape.Anything),
        ("kinds", Shape.ListOrNull(Kind())),
        ("subjects", Shape.ListOrNull(Subject())),
        ("correctors", Shape.ListOrNull(Shape.Object(("corrects!", Shape.Text), ("by!", Shape.Text)))),
        ("roles", Shape.ListOrNull(Shape.Text)),
        ("sources", Shape.ListOrNull(Shape.Text))));

    private static JObject Kind() => Labelled(
        ("kind!", Shape.Text),
        ("source", Shape.TextOrNull),
        ("actsOn", Shape.Among("never", "may", "must", null)),
        ("told", Shape.TextOrNull),
        ("relief", Shape.WordingOrNull()),
        ("mends", Shape.BooleanOrNull),
        ("offeredFor", Shape.ListOrNull(Shape.Text)),
        ("amends", Shape.BooleanOrNull),
        ("raised", Shape.BooleanOrNull),
        ("maySend", Shape.BooleanOrNull),
        ("decidedOn", Shape.ObjectOrNull(Shape.Object(("notBefore", Shape.ListOrNull(Shape.Text))))),
        ("fields!", Shape.ListOf(Field(0))));

    /// <summary>A text that is allowed, by itself or with what people call it.</summary>
    private static JObject Value() => new()
    {
        ["anyOf"] = new JArray(Shape.Text, Labelled(("value!", Shape.Text))),
    };

    private static JObject Field(int depth)
    {
        var field = Labelled(
            ("name!", Shape.Text),
            ("type!", Shape.Among("text", "number", "boolean", "date", "event", "texts", "records")),
            ("required", Shape.BooleanOrNull),
            ("personal", Shape.BooleanOrNull),
            ("default", Shape.Of("string", "number", "boolean", "null")),
            ("unit", Shape.TextOrNull),
            ("values", Shape.ListOrNull(Value())),
            ("atLeast", Shape.NumberOrNull),
            ("atMost", Shape.NumberOrNull),
            ("whole", Shape.BooleanOrNull),
            ("identifies", Shape.BooleanOrNull),
            ("notBefore", Shape.ListOrNull(Shape.Text)));
        var properties = (JObject)field["properties"]!;
        if (depth < DeepestRecords)
        {
            properties["fields"] = Shape.ListOrNull(Field(depth + 1));
        }

        field["allOf"] = new JArray(
            Only("unit", "number"), Only("values", "text", "texts"), Only("fields", "records"),
            Only("atLeast", "number"), Only("atMost", "number"), Only("whole", "number"),
            Only("notBefore", "date"), Only("identifies", "text"), Only("personal", "text", "texts"),
            Typed("number", Shape.NumberOrNull), Typed("boolean", Shape.BooleanOrNull),
            Typed("text", Shape.TextOrNull), Typed("date", Shape.DateOrNull));
        return field;
    }

    /// <summary>A property that only some types have.</summary>
    private static JObject Only(string property, params string[] types) => new()
    {
        ["if"] = new JObject { ["required"] = new JArray(property) },
        ["then"] = new JObject { ["properties"] = new JObject { ["type"] = Shape.Among(types) } },
    };

    /// <summary>A default of the field's own type.</summary>
    private static JObject Typed(string type, JObject value) => new()
    {
        ["if"] = new JObject { ["properties"] = new JObject { ["type"] = new JObject { ["const"] = type } } },
        ["then"] = new JObject { ["properties"] = new JObject { ["default"] = value } },
    };

    private static JObject Subject() => Labelled(
        ("kind!", Shape.Text),
        ("pattern!", Shape.Text),
        ("check", Shape.Among(Enterprises.SubjectKind.CodeCheck, null)),
        ("personal", Shape.BooleanOrNull),
        ("confirmed", Shape.ListOrNull(Shape.Object(("code!", Shape.Text), ("source!", Shape.Text)))));

    private static JObject Labelled(params (string, JObject)[] properties) =>
        Shape.Object([("$comment", Shape.Anything), .. properties, ("zh!", Shape.Text), ("en!", Shape.Text)]);
}
