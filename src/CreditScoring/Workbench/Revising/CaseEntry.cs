using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Workbench.Revising;

/// <summary>What is expected on a day.</summary>
/// <param name="Rest">What no field asks for, as it stands in the file.</param>
public sealed record ExpectationEntry(
    string On, string Points, string Tier, IReadOnlyList<(string Name, string Written)> Rest);

/// <summary>A worked example (算例) as an author fills it in; what is empty is not there.</summary>
public sealed record CaseEntry
{
    private static readonly string[] OfDay = ["on", "points", "tier"];

    private static readonly string[] Asked =
        ["name", "citation", "subject", "events", "on", "expect", "expectEach"];

    public string Name { get; init; } = "";

    public string Citation { get; init; } = "";

    public string SubjectKind { get; init; } = "";

    public string SubjectId { get; init; } = "";

    public IReadOnlyList<EventEntry> Events { get; init; } = [];

    public IReadOnlyList<ExpectationEntry> Expectations { get; init; } = [];

    public IReadOnlyList<(string Name, string Written)> Rest { get; init; } = [];

    /// <summary>What all examples of the file begin with: without a subject of its own, this one's.</summary>
    public SharedStart Shared { get; init; } = SharedStart.None;

    /// <summary>Whom it is about.</summary>
    private (string Kind, string Id) About => SubjectId.Trim().Length > 0 || Shared.Subject is null
        ? (SubjectKind.Trim(), SubjectId.Trim())
        : (WrittenValue.Shown(Shared.Subject["kind"]), WrittenValue.Shown(Shared.Subject["id"]));

    public static CaseEntry Of(JsonPiece written, SharedStart shared) => new()
    {
        Shared = shared,
        Name = WrittenValue.Shown(written["name"]),
        Citation = WrittenValue.Shown(written["citation"]),
        SubjectKind = WrittenValue.Shown(written["subject"]?["kind"]),
        SubjectId = WrittenValue.Shown(written["subject"]?["id"]),
        Events = [.. (written["events"]?.Items ?? []).Select(
            each => EventEntry.Of(each, written["subject"] ?? shared.Subject))],
        Expectations =
        [
            .. written["expect"] is { } expected
                ? [ExpectationOf(expected, WrittenValue.Shown(written["on"]))]
                : Array.Empty<ExpectationEntry>(),
            .. (written["expectEach"]?.Items ?? []).Select(
                each => ExpectationOf(each, WrittenValue.Shown(each["on"]))),
        ],
        Rest = RestOf(written, Asked),
    };

    /// <summary>On one line.</summary>
    public string Written(EventCatalogue catalogue)
    {
        var days = Expectations.Where(each => each.On.Trim().Length > 0).ToList();
        (string Name, string? Value)[] all =
        [
            ("name", WrittenValue.TextOf(Name)), .. Rest.Select(each => (each.Name, (string?)each.Written)),
            ("citation", WrittenValue.TextOf(Citation)),
            ("subject", SubjectId.Trim().Length == 0 && Shared.Subject is not null ? null : JsonLine.Object(
                [("kind", JsonLine.Text(SubjectKind.Trim())), ("id", JsonLine.Text(SubjectId.Trim()))])),
            ("events", JsonLine.List(Events.Select(each => each.Written(
                catalogue.Kind(each.Kind.Trim()), About)))),
            ("on", days.Count == 0 ? null : JsonLine.Text(days[0].On.Trim())),
            ("expect", days.Count == 0 ? null : JsonLine.Object(Expected(days[0]))),
            ("expectEach", days.Count < 2 ? null : JsonLine.List(days.Skip(1).Select(
                each => JsonLine.Object([("on", JsonLine.Text(each.On.Trim())), .. Expected(each)])))),
        ];
        return JsonLine.Object(all.Where(each => each.Value is not null)
            .Select(each => (each.Name, each.Value!)));
    }

    /// <summary>The properties that no field asks for.</summary>
    internal static IReadOnlyList<(string Name, string Written)> RestOf(
        JsonPiece written, IReadOnlyCollection<string> asked) =>
    [
        .. written.Properties.Where(each => !asked.Contains(each.Name)).Select(each => (
            each.Name, WrittenValue.OneLine(written.Source.Text[each.Value.Start..each.Value.End]))),
    ];

    private static ExpectationEntry ExpectationOf(JsonPiece day, string on) => new(
        on, WrittenValue.Shown(day["points"]), WrittenValue.Shown(day["tier"]), RestOf(day, OfDay));

    private static IEnumerable<(string Name, string Written)> Expected(ExpectationEntry day)
    {
        if (WrittenValue.Of(day.Points) is { } points)
        {
            yield return ("points", points);
        }

        if (WrittenValue.TextOf(day.Tier) is { } tier)
        {
            yield return ("tier", day.Tier.Trim() == WrittenValue.Open ? "null" : tier);
        }

        foreach (var each in day.Rest)
        {
            yield return each;
        }
    }
}
