using System.Globalization;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Cli;

/// <summary>
/// What the first rule and the first cases of a new pack speak of, in the words of the catalogue that
/// the rules folder has: a kind of event that gives points, another that does not, and a subject.
/// </summary>
/// <param name="Other">Null: the catalogue has one kind only.</param>
internal sealed record FirstKind(EventKind Points, EventKind? Other, Subject Subject)
{
    /// <summary>What a pack on credit is most often about, where the catalogue has it.</summary>
    private static readonly string[] Usual = ["penalty", "inspection"];

    /// <summary>Ids of the usual forms, tried in order where the user names none.</summary>
    private static readonly string[] Ids =
        ["91350100M000100Y43", "1", "000001", "A1", "AB123456", "a", "2024000001", "110101199003070000"];

    /// <param name="named">KIND:ID as the user wrote it; null: one that the catalogue accepts.</param>
    public static FirstKind Of(RuleSelection rules, string? named)
    {
        var documents = Directory.GetFiles(Path.Combine(rules.Folder, "events"), "*.json")
            .Select(file => new SourceText(file, TextFile.Read(file)));
        if (!CatalogueReader.TryRead(documents, out var catalogue, out _) || catalogue is null)
        {
            throw new WrongUseException(Phrases.CatalogueFlawed(rules.Folder));
        }

        var kinds = catalogue.Kinds.Where(StandsAlone)
            .OrderBy(kind => Array.IndexOf(Usual, kind.Name) is >= 0 and var place ? place : Usual.Length)
            .ToArray();
        return kinds.Length == 0
            ? throw new WrongUseException(Phrases.NoFirstKind(rules.Folder))
            : new FirstKind(
                kinds[0], kinds.ElementAtOrDefault(1),
                named is null ? Any(catalogue) : Named(catalogue, named));
    }

    /// <summary>What stands in the places that the files of a new pack leave for them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Words(DateOnly day) => new Dictionary<string, string>
    {
        ["kind"] = Points.Name,
        ["kind-zh"] = Quoted(Points.Label.Zh),
        ["kind-en"] = Quoted(Points.Label.En),
        ["data"] = Data(Points, day),
        ["other"] = Other?.Name ?? "",
        ["other-en"] = Quoted(Other?.Label.En ?? ""),
        ["other-data"] = Other is null ? "" : Data(Other, day),
        ["subject"] = Subject.Kind,
        ["id"] = Quoted(Subject.Id),
    };

    /// <summary>An event that may be sent, says something new, and needs no other.</summary>
    private static bool StandsAlone(EventKind kind) =>
        kind is { MayBeSent: true, Mends: false, Raised: false } && kind.ActsOn != ActsOn.Must
        && kind.Fields.All(field => !field.Required || field.Type != FieldType.Event);

    private static Subject Any(EventCatalogue catalogue) =>
        (from kind in catalogue.SubjectKinds
         from id in Ids
         where kind.TryParse(id, out _, out _)
         select (Subject?)new Subject(kind.Name, id)).FirstOrDefault()
        ?? throw new WrongUseException(
            Phrases.NoFirstSubject([.. catalogue.SubjectKinds.Select(kind => kind.Name)]));

    private static Subject Named(EventCatalogue catalogue, string named)
    {
        var parts = named.Split(':', 2);
        var kinds = catalogue.SubjectKinds.Select(kind => kind.Name).ToArray();
        if (parts.Length < 2 || catalogue.SubjectKind(parts[0]) is not { } kind)
        {
            throw new WrongUseException(Phrases.FirstSubject(named, kinds));
        }

        return kind.TryParse(parts[1], out var subject, out var flaw)
            ? subject
            : throw new WrongUseException(flaw!.Value);
    }

    /// <summary>The fields that must be there, each with the first value that it can have.</summary>
    private static string Data(EventKind kind, DateOnly day)
    {
        var data = Record(kind.Fields, day);
        return data.Count == 0 ? "{}" : "{ " + data.ToString(Formatting.None)[1..^1] + " }";
    }

    private static JObject Record(IEnumerable<EventField> fields, DateOnly day) =>
        new(fields.Where(field => field.Required)
            .Select(field => new JProperty(field.Name, Value(field, day))));

    private static JToken Value(EventField field, DateOnly day) => field.Type switch
    {
        FieldType.Number =>
            Math.Min(Math.Max(field.Bounds.AtLeast ?? 1, 1), field.Bounds.AtMost ?? decimal.MaxValue),
        FieldType.Boolean => false,
        FieldType.Date => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldType.Texts => new JArray(field.Values?[0] ?? "x"),
        FieldType.Records => new JArray(Record(field.Fields, day)),
        _ => field.Values?[0] ?? "x",
    };

    private static string Quoted(string text) => JsonConvert.ToString(text)[1..^1];
}
