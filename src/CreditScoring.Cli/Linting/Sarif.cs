using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Cli.Linting;

/// <summary>Flaws as SARIF 2.1.0 (OASIS), which code review tools show beside the line.</summary>
internal static class Sarif
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public static void Write(JsonTextWriter json, IEnumerable<Flaw> flaws, string language)
    {
        var all = flaws.ToArray();
        var names = all.Select(flaw => flaw.Name).Distinct().Order(StringComparer.Ordinal).ToList();
        json.WriteStartObject();
        json.Property("$schema", Schema);
        json.Property("version", "2.1.0");
        json.List("runs", ["run"], (run, _) =>
        {
            run.WriteStartObject();
            Tool(run, names);
            run.Property("columnKind", "utf16CodeUnits");
            run.List(
                "results", all, (result, flaw) => Result(result, flaw, names.IndexOf(flaw.Name), language));
            run.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Tool(JsonTextWriter json, List<string> names)
    {
        json.WritePropertyName("tool");
        json.WriteStartObject();
        json.WritePropertyName("driver");
        json.WriteStartObject();
        json.Property("name", "credit lint");
        json.List("rules", names, (rule, name) =>
        {
            rule.WriteStartObject();
            rule.Property("id", name);
            rule.Property("helpUri", $"rules/README.md#{name}");
            rule.WriteEndObject();
        });
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(JsonTextWriter json, Flaw flaw, int rule, string language)
    {
        json.WriteStartObject();
        json.Property("ruleId", flaw.Name);
        json.Property("ruleIndex", (decimal)rule);
        json.Property(
            "level", flaw.Severity == Severity.Notice ? "note" : flaw.Severity.ToString().ToLowerInvariant());
        json.WritePropertyName("message");
        json.WriteStartObject();
        json.Property("text", $"{flaw.What.In(language)}. {flaw.Mend.In(language)}");
        json.WriteEndObject();
        json.List("locations", [flaw.Place], Location);
        json.WriteEndObject();
    }

    private static void Location(JsonTextWriter json, Place place)
    {
        json.WriteStartObject();
        json.WritePropertyName("physicalLocation");
        json.WriteStartObject();
        json.WritePropertyName("artifactLocation");
        json.WriteStartObject();
        json.Property("uri", string.Join('/', place.File.Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
        json.WritePropertyName("region");
        json.WriteStartObject();
        json.Property("startLine", (decimal)place.Line);
        json.Property("startColumn", (decimal)place.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
