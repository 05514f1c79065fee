using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Tests.Events;

/// <summary>Events as texts for tests, and short ways of reading them.</summary>
internal static class EventText
{
    public const string Sampling =
        """
        {
          "id": "gd-samr-2025-000123",
          "source": "gd-samr",
          "sequence": 4711,
          "kind": "sampling-result",
          "subject": { "kind": "operator", "id": "91350100M000100Y43" },
          "occurredOn": "2025-03-01",
          "decidedOn": "2025-03-20",
          "region": "441900",
          "document": "粤市监抽〔2025〕0123号",
          "data": { "productCategory": "电动自行车", "result": "failed", "failedItems": 2, "safetyItem": true }
        }
        """;

    public static readonly EventReader Reader = new(TestCatalogue.Whole);

    /// <summary>A line of an event of a kind, with properties added.</summary>
    public static string Line(string kind = "sampling-result", string more = "", string id = "e1") =>
        $$"""{ "id": "{{id}}", "source": "s", "kind": "{{kind}}", "occurredOn": "2025-03-01"{{more}} }""";

    /// <summary>A sampling result with these fields.</summary>
    public static string WithData(string data) => Line(more: $$"""{{Operator}}, "data": { {{data}} }""");

    public const string Operator =
        """, "subject": { "kind": "operator", "id": "91350100M000100Y43" }""";

    public static EventReading Read(string text) => Reader.Read(new SourceText("e.json", text));

    public static RegulatoryEvent Event(string text) => Read(text) is { Event: { } read } ? read
        : throw new InvalidOperationException(string.Join("\n", Read(text).Flaws));

    /// <summary>The only flaw of a text, in which a mark « stands before the value at fault.</summary>
    public static Flaw FlawAt(string marked)
    {
        var offset = marked.IndexOf('«', StringComparison.Ordinal);
        var text = new SourceText("e.json", marked.Replace("«", "", StringComparison.Ordinal));
        var reading = Reader.Read(text);
        var flaw = reading.Flaws.Count == 1 ? reading.Flaws[0]
            : throw new InvalidOperationException(
                $"{reading.Flaws.Count} flaws:\n{string.Join("\n", reading.Flaws)}");
        var expected = text.At(offset);
        return reading.Event is null && flaw.Place == expected ? flaw
            : throw new InvalidOperationException($"expected {expected}, but was {flaw}");
    }
}
