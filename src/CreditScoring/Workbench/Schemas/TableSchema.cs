using CreditScoring.Law.Packs;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Schemas;

/// <summary>The shape of a table; its own columns are texts, numbers, dates or booleans.</summary>
internal static class TableSchema
{
    public static JObject Of() => Shape.File("表 · a table of the law", Shape.Object(
        ("table!", Shape.Text),
        ("key", Shape.ListOrNull(Shape.Text)),
        ("note", Shape.Anything),
        ("rows!", Shape.ListOf(Row()))));

    public static JObject Provenance() => PropertyShape.Of(RuleProperties.Provenance);

    private static JObject Row()
    {
        var row = Shape.Object(
            ("from", Shape.DateOrNull), ("until", Shape.DateOrNull),
            ("upTo", Shape.NumberOrNull), ("below", Shape.NumberOrNull),
            ("citation", Shape.TextOrNull), ("provenance", Provenance()));
        row["additionalProperties"] = Shape.Of("string", "number", "boolean", "null");
        return row;
    }
}
