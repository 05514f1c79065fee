using CreditScoring.Law.Packs;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Schemas;

/// <summary>
/// The shape of a calendar of working days: the statutory holidays, and by year what differs from the week.
/// </summary>
internal static class CalendarSchema
{
    public static JObject Of() => Shape.File("工作日历 · a calendar of working days", Shape.Object(
        ("title!", Shape.Wording()),
        ("source!", Shape.Text),
        ("provenance!", Shape.Among(Provenance.All.Select(word => word.Text))),
        ("note", Shape.TextOrNull),
        ("statutory!", Shape.Object(
            ("source!", Shape.Text),
            ("holidays!", Shape.ListOf(Shape.Object(
                ("zh!", Shape.Text),
                ("en!", Shape.Text),
                ("from!", Shape.Of("integer")),
                ("until", Shape.Of("integer", "null")),
                ("days!", Shape.Of("integer")),
                ("on", Shape.ListOrNull(Shape.Text))))))),
        ("years!", Years())));

    private static JObject Years() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = Shape.Object(
            ("source!", Shape.Text),
            ("holidays!", new JObject { ["type"] = "object", ["additionalProperties"] = Shape.ListOrNull(
                Shape.Date) }),
            ("weekdaysOff", Shape.ListOrNull(Shape.Date)),
            ("weekendsWorked", Shape.ListOrNull(Shape.Date))),
    };
}
