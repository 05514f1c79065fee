using System.Text;
using System.Text.Json.Nodes;

namespace CreditScoring.Service.Tests.Contract;

/// <summary>Makes requests of a contract: mostly such as it asks for, with one thing or another that is wrong.</summary>
internal sealed class RandomRequests(JsonNode contract, Random random, IReadOnlyList<string?> keys)
{
    private static readonly string[] Odd =
    [
        "", " ", "0", "-1", "1.5", "9223372036854775808", "99999999999999999999", "2026-02-30", "2026-13-01",
        "0001-01-01", "9999-12-31", "2026-03-31T00:00:00", "2026-03-31T00:00:00+99:00", "null", "true", "[]",
        "'; DROP TABLE files; --", "<script>", "%00", "\u0000", "\ud800", "中文", "𠮷", "a/b", "..", "A".PadRight(3000, 'A'),
        "cn/no-such-regime", "operator", "product", "AA==", "_-_-", "cn/product-quality-points:99999999999",
    ];

    private static readonly string[] Accepts =
    [
        "application/json", "text/csv", "application/x-ndjson", "text/html", "*/*", "application/*;q=0.3",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "nonsense", "text/plain;q=abc", "a/b;q=2",
    ];

    private static readonly string[] Types =
    [
        "application/json", "application/x-ndjson", "application/cloudevents+json",
        "application/cloudevents-batch+json", "text/plain", "application/json; charset=gbk", "nonsense",
    ];

    private readonly (string Method, string Path, JsonNode Operation)[] operations =
    [
        .. contract["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()
            .Select(each => (each.Key.ToUpperInvariant(), path.Key, each.Value!))),
    ];

    public MadeRequest Next()
    {
        var (method, template, operation) = Of(operations);
        var (path, query) = (template, new List<string>());
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            var name = (string)parameter!["name"]!;
            if ((string)parameter["in"]! == "path")
            {
                var value = Value(parameter);
                path = path.Replace($"{{{name}}}", IsOfPath(value) ? Escaped(value) : "1");
            }
            else if (random.Next(2) == 0)
            {
                query.Add($"{name}={Escaped(Value(parameter))}");
            }
        }

        if (random.Next(20) == 0)
        {
            query.Add(random.Next(2) == 0 ? $"limitt={random.Next(9)}" : "limit=1&limit=2");
        }

        var body = method == "POST" ? Body(operation) : null;
        return new MadeRequest(
            method, path + (query.Count == 0 ? "" : "?" + string.Join('&', query)), operation,
            random.Next(12) == 0 ? "ccs_nonsense" : Of(keys), random.Next(4) == 0 ? Of(Accepts) : null,
            random.Next(6) == 0 ? Of(Types) : "application/json", body);
    }

    private string Value(JsonNode parameter)
    {
        var schema = parameter["schema"]!;
        return random.Next(10) switch
        {
            < 5 when parameter["example"] is { } example => $"{example}",
            5 when schema["enum"] is JsonArray words => $"{words[random.Next(words.Count)]}",
            6 when (string?)schema["type"] == "integer" => $"{random.NextInt64(-5, 2000)}",
            7 when (string?)schema["format"] == "date" => new DateOnly(2024, 1, 1).AddDays(random.Next(1200)).ToString("yyyy-MM-dd"),
            8 => Noise(),
            _ => Of(Odd),
        };
    }

    /// <summary>The example, with pieces taken out, put in or changed; or noise.</summary>
    private byte[] Body(JsonNode operation)
    {
        var example = operation["requestBody"]?["content"]?["application/json"]?["example"]?.DeepClone() ?? new JsonObject();
        switch (random.Next(8))
        {
            case 0:
                return Encoding.UTF8.GetBytes(Noise());
            case 1:
                var octets = new byte[random.Next(60)];
                random.NextBytes(octets);
                return octets;
            case 2:
                return Encoding.UTF8.GetBytes(example.ToJsonString()[..^random.Next(1, 2)]);
            case 3:
                return Encoding.UTF8.GetBytes($"[{example.ToJsonString()},{example.ToJsonString()}]");
            case < 7 when example is JsonObject whole && whole.Count > 0:
                Change(whole);
                return Encoding.UTF8.GetBytes(whole.ToJsonString());
            default:
                return Encoding.UTF8.GetBytes(example.ToJsonString());
        }
    }

    private void Change(JsonObject whole)
    {
        var name = whole.ElementAt(random.Next(whole.Count)).Key;
        switch (random.Next(4))
        {
            case 0:
                whole.Remove(name);
                break;
            case 1:
                whole[name + "x"] = 1;
                break;
            case 2:
                whole[name] = random.Next(3) switch { 0 => null, 1 => new JsonArray(1, "a"), _ => random.Next(100) };
                break;
            default:
                whole[name] = JsonValue.Create(Of(Odd).Replace('\ud800', '?'));
                break;
        }
    }

    private string Noise() => new([.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => (char)random.Next(32, 0x2FF))]);

    private T Of<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    /// <summary>What the server below refuses by itself, as no HTTP, comes to no operation.</summary>
    private static bool IsOfPath(string value) =>
        value is not ("" or "." or "..") && !value.Contains('\0') && !value.Contains("%00", StringComparison.Ordinal);

    private static string Escaped(string value) => Uri.EscapeDataString(value.Replace('\ud800', '?'));
}
