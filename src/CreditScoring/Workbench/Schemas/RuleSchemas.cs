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
    /// <summary>File name -> schema text, by name.</summary>
    public static IReadOnlyDictionary<string, string> Of(EventCatalogue catalogue) =>
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["pack.schema.json"] = Text(PackSchemas.Pack()),
            ["published.schema.json"] = Text(PackSchemas.Published()),
            ["workflow.schema.json"] = Text(WorkflowSchema.Of()),
            ["table.schema.json"] = Text(TableSchema.Of()),
            ["cases.schema.json"] = Text(CaseSchema.Of(catalogue)),
            ["calendar.schema.json"] = Text(CalendarSchema.Of()),
            ["draw.schema.json"] = Text(DrawSchemas.Profile()),
            ["draw-commit.schema.json"] = Text(DrawSchemas.Announcement()),
            ["draw-proof.schema.json"] = Text(DrawSchemas.Proof()),
            ["plan.schema.json"] = Text(PlanSchema.Profile()),
            ["event.schema.json"] = Event(catalogue),
            ["catalogue.schema.json"] = Text(CatalogueSchemas.Catalogue()),
            ["subjects.schema.json"] = Text(CatalogueSchemas.Subjects()),
        };

    /// <summary>The schema of an event by itself.</summary>
    public static string Event(EventCatalogue catalogue) => Text(EventSchemas.Of(catalogue));

    private static string Text(JObject schema) =>
        Described.By(schema).ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
}
