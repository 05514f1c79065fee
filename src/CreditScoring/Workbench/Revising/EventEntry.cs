using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Workbench.Revising;

/// <summary>An event of a worked example as an author fills it in; what is empty is not there.</summary>
public sealed record EventEntry
{
    private static readonly string[] Asked = ["id", "kind", "occurredOn", "decidedOn", "actsOn", "data"];

    /// <summary>What people put between several texts of one field.</summary>
    private static readonly char[] Between = [',', '，', '、', ';', '；'];

    public string Id { get; init; } = "";

    public string Kind { get; init; } = "";

    /// <summary>As what the subject of the example acted.</summary>
    public string Role { get; init; } = "";

    public string OccurredOn { get; init; } = "";

    public string DecidedOn { get; init; } = "";

    /// <summary>The id of another event of the example.</summary>
    public string ActsOn { get; init; } = "";

    public IReadOnlyDictionary<string, string> Data { get; init; } = new Dictionary<string, string>();

    /// <summary>What no field asks for, as it stands in the file: properties, on one line.</summary>
    public IReadOnlyList<(string Name, string Written)> Rest { get; init; } = [];

    /// <param name="subject">Of the example, as JSON.</param>
    public static EventEntry Of(JsonPiece written, JsonPiece? subject)
    {
        var acted = written["subjects"] is { Items: [var only] } && Is(only, subject, "kind")
            && Is(only, subject, "id") ? only["role"] : null;
        return new EventEntry
        {
            Id = WrittenValue.Shown(written["id"]),
            Kind = WrittenValue.Shown(written["kind"]),
            Role = WrittenValue.Shown(acted),
            OccurredOn = WrittenValue.Shown(written["occurredOn"]),
            DecidedOn = WrittenValue.Shown(written["decidedOn"]),
            ActsOn = WrittenValue.Shown(written["actsOn"]),
            Data = (written["data"]?.Properties ?? []).ToDictionary(
                each => each.Name, each => Shown(each.Value), StringComparer.Ordinal),
            Rest = CaseEntry.RestOf(written, acted is null ? Asked : [.. Asked, "subjects"]),
        };
    }

    /// <summary>On one line.</summary>
    /// <param name="kind">What the fields are; null: the catalogue has no such kind.</param>
    /// <param name="subject">Of the example.</param>
    public string Written(EventKind? kind, (string Kind, string Id) subject)
    {
        var data = Data.Select(each => (each.Key, Value: ValueOf(
                kind?.Fields.FirstOrDefault(field => field.Name == each.Key)?.Type, each.Value)))
            .Where(each => each.Value is not null).Select(each => (each.Key, each.Value!)).ToList();
        (string Name, string? Value)[] all =
        [
            ("id", WrittenValue.TextOf(Id)), ("kind", WrittenValue.TextOf(Kind)),
            ("subjects", Acted(subject)),
            ("occurredOn", WrittenValue.TextOf(OccurredOn)), ("decidedOn", WrittenValue.TextOf(DecidedOn)),
            ("actsOn", WrittenValue.TextOf(ActsOn)),
            .. Rest.Select(each => (each.Name, (string?)each.Written)),
            ("data", data.Count == 0 ? null : JsonLine.Object(data)),
        ];
        return JsonLine.Object(all.Where(each => each.Value is not null)
            .Select(each => (each.Name, each.Value!)));
    }

    /// <summary>Null: nothing is said of its role.</summary>
    private string? Acted((string Kind, string Id) subject) => Role.Length == 0 ? null : JsonLine.List(
    [
        JsonLine.Object(
        [
            ("kind", JsonLine.Text(subject.Kind)), ("id", JsonLine.Text(subject.Id)),
            ("role", JsonLine.Text(Role)),
        ]),
    ]);

    private static bool Is(JsonPiece one, JsonPiece? other, string name) =>
        one[name]?.Text is { } text && text == other?[name]?.Text;

    private static string Shown(JsonPiece value) =>
        value.Kind == JsonKind.List && value.Items.All(item => item.Text is not null)
            ? string.Join("、", value.Items.Select(item => item.Text)) : WrittenValue.Shown(value);

    private static string? ValueOf(FieldType? type, string typed) => type switch
    {
        _ when typed.Trim().Length == 0 => null,
        FieldType.Texts => JsonLine.List(typed.Split(Between, StringSplitOptions.RemoveEmptyEntries
            | StringSplitOptions.TrimEntries).Select(JsonLine.Text)),
        FieldType.Records => WrittenValue.OneLine(typed),
        FieldType.Text or FieldType.Date or FieldType.Event => WrittenValue.TextOf(typed),
        null when typed.TrimStart()[0] is '[' or '{' => WrittenValue.OneLine(typed),
        _ => WrittenValue.Of(typed),
    };
}
