using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Schemas;

/// <summary>The shape of a rule's property, as its declaration says.</summary>
internal static class PropertyShape
{
    public static JObject Of(RuleProperty property) => property switch
    {
        WrittenProperty { InBothLanguages: true } => Shape.WordingOrNull(),
        WrittenProperty { Words.Count: > 0 } written =>
            Shape.Among([.. written.Words.Select(word => word.Text), null]),
        WrittenProperty => Shape.TextOrNull,
        _ => Shape.Reckoned(Literals(property.Type)),
    };

    /// <summary>What it may be without being an expression.</summary>
    private static string[] Literals(Type type) =>
        type == typeof(decimal?) ? ["number"]
        : type == typeof(bool) || type == typeof(bool?) ? ["boolean"]
        : type == typeof(object) ? ["number", "boolean"]
        : [];
}
