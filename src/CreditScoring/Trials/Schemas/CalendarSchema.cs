using Newtonsoft.Json.Linq;

namespace CreditScoring.Trials.Schemas;

/// <summary>The shape of a calendar of working days: by year, what differs from the week.</summary>
internal static class CalendarSchema
{
    public static JObject Of() => Shape.File("工作日历 · a calendar of working days", Shape.Object(
        ("title!", Shape.Anything),
        ("source!", Shape.Text),
        ("provenance!", TableSchema.Provenance()),
        ("note", Shape.TextOrNull),
        ("years!", Years())));

    private static JObject Years() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = Shape.Object(
            ("weekdaysOff", Shape.ListOrNull(Shape.Date)),
            ("weekendsWorked", Shape.ListOrNull(Shape.Date))),
    };
}
