using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Reasoning;

/// <summary>Makes a concrete event of what must be so: an example that an author can look at.</summary>
internal static class CounterExample
{
    private const string Happened = "happened.";

    private static readonly string[] Ids = ["91350100M000100Y43", "91350100M000100Y43/x", new('0', 64)];

    /// <summary>The data and kind of an event that meets the constraints; null: no kind is pinned.</summary>
    public static string? Json(Constraints met, EventCatalogue catalogue, DateOnly day)
    {
        if (met.About("happened.kind").Only?.Order(StringComparer.Ordinal).FirstOrDefault() is not { } name
            || catalogue.Kind(name) is not { } kind)
        {
            return null;
        }

        return JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.Property("id", "example");
            json.Property("kind", kind.Name);
            json.Property("occurredOn", day);
            json.WritePropertyName("data");
            json.WriteStartObject();
            foreach (var declared in kind.Fields)
            {
                Field(json, declared, met);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    /// <summary>The event itself with a subject of the pack; null where it cannot be sent.</summary>
    public static (RegulatoryEvent Event, Subject Subject)? Event(
        string json, Constraints met, WrittenPack pack)
    {
        var kinds = met.About("subject.kind").Only
            ?? [.. pack.Manifest?["subjects"]?.Items.Select(item => item.Text ?? "") ?? []];
        foreach (var kind in kinds.Order(StringComparer.Ordinal))
        {
            foreach (var id in Ids)
            {
                if (pack.Catalogue.TrySubject(kind, id, out var subject, out _))
                {
                    var reading = new EventReader(pack.Catalogue, new CaseTerms(subject))
                        .Read(new SourceText("example", json));
                    return reading.Event is { } read ? (read, subject) : null;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// An event that meets as much of a contradictory condition as can be met, part by part.
    /// </summary>
    public static string? Near(WrittenPack pack, Reasoner reasoner, WrittenRule rule)
    {
        var met = Constraints.None;
        var parts = rule.Condition?.Root is LogicNode { Operator: Operator.And } and ? and.Parts : [];
        foreach (var part in parts)
        {
            var more = met.And(reasoner.Holds(part));
            met = more.Never ? met : more;
        }

        return Json(met, pack.Catalogue, new DateOnly(2024, 1, 1));
    }

    private static void Field(Newtonsoft.Json.JsonTextWriter json, EventField declared, Constraints met)
    {
        var path = Happened + declared.Name.ToLowerInvariant();
        var domain = met.About(path);
        var contained = met.Domains.Where(
            each => each.Key.StartsWith(path + ".contains(\"", StringComparison.Ordinal)
            && each.Value.Only is { } only && only.Contains("true"))
            .Select(each => each.Key[(path.Length + 11)..^2]).ToArray();
        if (domain.MayMiss && !declared.Required && contained.Length == 0)
        {
            return;
        }

        json.WritePropertyName(declared.Name);
        switch (declared.Type)
        {
            case FieldType.Number:
                json.Number(domain.Sample());
                break;
            case FieldType.Boolean:
                json.WriteValue(domain.Only?.Contains("true") ?? false);
                break;
            case FieldType.Date:
                json.WriteValue(DateOnly.FromDayNumber((int)Math.Clamp(
                    domain.Low is null && domain.High is null ? 738_886 : domain.Sample(), 693_595, 803_532))
                    .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case FieldType.Texts:
                json.WriteStartArray();
                Array.ForEach(contained.Length > 0 ? contained : [Word(declared, domain)], json.WriteValue);
                json.WriteEndArray();
                break;
            default:
                json.WriteValue(Word(declared, domain));
                break;
        }
    }

    private static string Word(EventField declared, Domain domain) =>
        domain.Only?.Order(StringComparer.Ordinal).FirstOrDefault()
            ?? declared.Values?.FirstOrDefault(value => !domain.Never.Contains(value)) ?? "x";
}
