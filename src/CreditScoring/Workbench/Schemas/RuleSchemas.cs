using CreditScoring.Events;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Schemas;

/// <summary>
/// The JSON Schemas of everything that authors write, so that their editors complete and check. Made
/// from the code and the catalogue, never by hand.
/// </summary>
public static class RuleSchemas
{
    private static readonly SortedDictionary<string, Func<EventCatalogue, JObject>> Forms =
        new(StringComparer.Ordinal)
        {
            ["pack.schema.json"] = _ => PackSchemas.Pack(),
            ["published.schema.json"] = _ => PackSchemas.Published(),
            ["workflow.schema.json"] = _ => WorkflowSchema.Of(),
            ["table.schema.json"] = _ => TableSchema.Of(),
            ["cases.schema.json"] = CaseSchema.Of,
            ["calendar.schema.json"] = _ => CalendarSchema.Of(),
            ["draw.schema.json"] = _ => DrawSchemas.Profile(),
            ["draw-commit.schema.json"] = _ => DrawSchemas.Announcement(),
            ["draw-proof.schema.json"] = _ => DrawSchemas.Proof(),
            ["plan.schema.json"] = _ => PlanSchema.Profile(),
            ["mapping.schema.json"] = MappingSchema.Of,
            ["event.schema.json"] = EventSchemas.Of,
            ["catalogue.schema.json"] = _ => CatalogueSchemas.Catalogue(),
            ["subjects.schema.json"] = _ => CatalogueSchemas.Subjects(),
        };

    /// <summary>File name -> schema text, by name.</summary>
    public static IReadOnlyDictionary<string, string> Of(EventCatalogue catalogue) =>
        new SortedDictionary<string, string>(
            Forms.ToDictionary(form => form.Key, form => Text(form.Value(catalogue))),
            StringComparer.Ordinal);

    /// <summary>One of them with its words, by its file name.</summary>
    internal static JObject Of(EventCatalogue catalogue, string form) => Described.By(Forms[form](catalogue));

    /// <summary>The schema of an event by itself.</summary>
    public static string Event(EventCatalogue catalogue) => Text(EventSchemas.Of(catalogue));

    private static string Text(JObject schema) =>
        Described.By(schema).ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
}
