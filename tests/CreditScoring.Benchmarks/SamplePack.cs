using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Seconding;

namespace CreditScoring.Benchmarks;

/// <summary>
/// A rules folder of the size wanted: ten kinds of findings, each with its codes; a rule pins a kind
/// and a code, sets a threshold, and reckons points from a table.
/// </summary>
internal static class SamplePack
{
    public const int Kinds = 10;

    public static readonly Subject Operator = new("operator", "91350100M000100Y43");

    public static IReadOnlyList<SourceText> Documents(int rules) =>
    [
        new("events/kinds.json", Catalogue()),
        new("events/subjects.json", """
            { "subjects": [ { "kind": "operator", "zh": "经营主体", "en": "operator", "pattern": "[0-9A-Z]{18}" } ] }
            """),
        new("cn/sample/2024-01-01/pack.json", """
            { "regime": "cn/sample", "title": { "zh": "样例", "en": "sample" }, "status": "fixture",
              "inForceFrom": "2024-01-01", "subjects": [ "operator" ], "tiers": [ "A", "B" ], "points": "total",
              "lapsesOn": "from.AddMonths(24).AddDays(1)", "workflows": { "points": "points", "tier": "tier" } }
            """),
        new("cn/sample/2024-01-01/tables/acts.json", """
            { "table": "acts", "key": [ "severity" ], "rows": [
              { "severity": "minor", "points": 1 }, { "severity": "serious", "points": 6 } ] }
            """),
        new("cn/sample/2024-01-01/tier.workflow.json", """
            { "WorkflowName": "tier", "GlobalParams": [ { "Name": "total", "Expression": "entries.Sum(e => e.points)" } ],
              "Rules": [ { "RuleName": "b", "Expression": "total >= 12", "Properties": { "tier": "B" } },
                         { "RuleName": "a", "Expression": "true", "Properties": { "tier": "A" } } ] }
            """),
        new("cn/sample/2024-01-01/points.workflow.json",
            $$"""{ "WorkflowName": "points", "Rules": [ {{string.Join(",\n", Enumerable.Range(0, rules).Select(Rule))}} ] }"""),
    ];

    public static RulePack Read(int rules, out EventCatalogue catalogue, Seconding? seconding = null)
    {
        var reading = RuleBookReader.Read(Documents(rules), seconding).Prepared().Seconded();
        var book = reading.Book ?? throw new InvalidOperationException(string.Join('\n', reading.Flaws));
        catalogue = book.Catalogue;
        return book.Regimes[0].Versions[0];
    }

    /// <summary>One event a rule, which that rule alone hits.</summary>
    public static RegulatoryEvent[] Events(int rules, EventCatalogue catalogue) =>
    [
        .. Enumerable.Range(0, rules).Select(i => new RegulatoryEvent(
            new EventId("s", $"e{i}"), catalogue.Kind($"finding-{i % Kinds}")!, new DateOnly(2024, 5, 6))
        {
            Subjects = [new Named(null, Operator)],
            Values = [$"c{i}", i % 2 == 0 ? "minor" : "serious", 5_000m, i % 3 == 0],
        }),
    ];

    private static string Rule(int i) => $$"""
        { "RuleName": "r{{i}}",
          "Expression": "happened.kind == \"finding-{{i % Kinds}}\" && happened.code == \"c{{i}}\" && happened.amount >= {{i}}",
          "Properties": { "points": "lookup(\"acts\", happened.severity).points * (happened.intentional ? 2 : 1)", "citation": "law.md#a" } }
        """;

    private static string Catalogue() =>
        $$"""{ "kinds": [ {{string.Join(",\n", Enumerable.Range(0, Kinds).Select(Kind))}}, {{Raised}} ] }""";

    private static string Kind(int i) => $$"""
        { "kind": "finding-{{i}}", "zh": "发现", "en": "finding", "fields": [
          { "name": "code", "type": "text", "zh": "代码", "en": "code", "required": true },
          { "name": "severity", "type": "text", "zh": "情节", "en": "severity", "required": true, "values": [ "minor", "serious" ] },
          { "name": "amount", "type": "number", "zh": "金额", "en": "amount", "unit": "yuan", "required": true },
          { "name": "intentional", "type": "boolean", "zh": "故意", "en": "intentional", "default": false } ] }
        """;

    private const string Raised = """
        { "kind": "annulled", "zh": "撤销", "en": "annulled", "actsOn": "must", "mends": true, "fields": [] },
        { "kind": "amended", "zh": "变更", "en": "amended", "mends": true, "amends": true, "fields": [] }
        """;
}
