using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace CreditScoring.Workbench.Invented;

/// <summary>Numbers events at their source and writes them as lines of JSON.</summary>
internal sealed class SampleLine
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly StringBuilder text = new(600);

    public string Of(SampleEvent happened, SampleEnterprise enterprise)
    {
        var source = enterprise.City.Source;
        var number = numbers[source] = numbers.GetValueOrDefault(source) + 1;
        happened.Id = string.Create(
            CultureInfo.InvariantCulture, $"{source}-{happened.Known.Year}-{number:000000}");
        text.Clear();
        using var json = new JsonTextWriter(new StringWriter(text, CultureInfo.InvariantCulture));
        json.WriteStartObject();
        Property(json, "id", happened.Id);
        Property(json, "source", source);
        Property(json, "sequence", number);
        Property(json, "kind", happened.Kind);
        Subjects(json, happened, enterprise);
        Property(json, "occurredOn", happened.OccurredOn);
        Property(json, "decidedOn", happened.DecidedOn);
        Property(json, "region", enterprise.City.Region);
        Property(json, "document", happened.DocumentSort is null ? null
            : enterprise.City.Document(happened.DocumentSort, happened.Known.Year, number));
        Property(json, "actsOn", happened.ActsOn?.Id);
        json.WritePropertyName("data");
        Row(json, happened.Fields);
        json.WriteEndObject();
        return text.ToString();
    }

    private static void Subjects(JsonWriter json, SampleEvent happened, SampleEnterprise enterprise)
    {
        if (happened.Mends)
        {
            return;
        }

        if (happened.Seller is null)
        {
            json.WritePropertyName("subject");
            Subject(json, null, enterprise.Code);
            return;
        }

        json.WritePropertyName("subjects");
        json.WriteStartArray();
        Subject(json, "producer", enterprise.Code);
        Subject(json, "seller", happened.Seller);
        json.WriteEndArray();
    }

    private static void Subject(JsonWriter json, string? role, string code)
    {
        json.WriteStartObject();
        Property(json, "role", role);
        Property(json, "kind", "operator");
        Property(json, "id", code);
        json.WriteEndObject();
    }

    private static void Row(JsonWriter json, IEnumerable<(string Name, object? Value)> fields)
    {
        json.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            Property(json, name, value);
        }

        json.WriteEndObject();
    }

    private static void Property(JsonWriter json, string name, object? value)
    {
        if (value is null)
        {
            return;
        }

        json.WritePropertyName(name);
        switch (value)
        {
            case DateOnly day:
                json.WriteValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case string[] texts:
                json.WriteStartArray();
                Array.ForEach(texts, json.WriteValue);
                json.WriteEndArray();
                break;
            case (string, object?)[][] rows:
                json.WriteStartArray();
                Array.ForEach(rows, row => Row(json, row));
                json.WriteEndArray();
                break;
            default:
                json.WriteValue(value);
                break;
        }
    }
}
