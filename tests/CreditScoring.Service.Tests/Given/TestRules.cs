using CreditScoring.Law.Books;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Starting;

namespace CreditScoring.Service.Tests.Given;

/// <summary>
/// A small law of our own: a failed sampling costs 6 points for 24 months and a day; tiers A, C
/// from 6, D from 12. Tests of the service do not lean on the numbers of the shipped packs.
/// </summary>
public static class TestRules
{
    public const string Regime = "test/points";

    private const string Pack = "test/points/2020-01-01";

    public static string WriteTo(TempFolder folder, int points = 6)
    {
        var rules = folder.In("rules");
        Write(rules, "events/kinds.json", Kinds);
        Write(rules, "events/subjects.json", Subjects);
        Write(rules, $"{Pack}/pack.json", Manifest);
        Write(rules, $"{Pack}/tier.workflow.json", Tier);
        Write(rules, $"{Pack}/frequency.workflow.json", Frequency);
        Publish(rules, points);
        return rules;
    }

    /// <summary>The book of the folder's rules, read anew.</summary>
    public static RuleBook BookOf(TempFolder folder, Law.Seconding.Seconding? seconding = null) => Opening.ShelfOf(
        new Settings(folder.In("rules"), "", "", Demo: false), seconding, StoppedClock.At("2025-07-31")).Book;

    /// <summary>Changes what a failed sampling costs; a text that is no number is a flaw.</summary>
    public static void Publish(string rules, object points) =>
        Write(rules, $"{Pack}/points.workflow.json", Points.Replace("6", $"{points}"));

    /// <summary>Gives the regime another name, which is to put another one in its place.</summary>
    public static void Rename(string rules, string regime)
    {
        Write(rules, $"{regime}/2020-01-01/pack.json", Manifest.Replace(Regime, regime));
        foreach (var workflow in Directory.GetFiles(Path.Combine(rules, Pack), "*.workflow.json"))
        {
            Write(rules, $"{regime}/2020-01-01/{Path.GetFileName(workflow)}", File.ReadAllText(workflow));
        }

        Directory.Delete(Path.Combine(rules, Regime), recursive: true);
    }

    private static void Write(string rules, string name, string text)
    {
        var file = Path.Combine(rules, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // At once, as a careful editor saves.
        File.WriteAllText($"{file}.new", text);
        File.Move($"{file}.new", file, overwrite: true);
    }

    private const string Kinds = """
        { "kinds": [
          { "kind": "sampling-result", "zh": "监督抽查", "en": "sampling", "fields": [
            { "name": "result", "type": "text", "zh": "结果", "en": "result", "required": true, "values": [ "passed", "failed" ] },
            { "name": "note", "type": "text", "zh": "备注", "en": "note" } ] },
          { "kind": "inspection", "zh": "检查", "en": "inspection", "fields": [
            { "name": "share", "type": "number", "zh": "比例", "en": "share" } ] },
          { "kind": "annulled", "zh": "撤销", "en": "annulled", "actsOn": "must", "mends": true, "fields": [] } ] }
        """;

    private const string Subjects = """
        { "subjects": [
          { "kind": "operator", "zh": "经营主体", "en": "operator", "pattern": "[0-9A-Z]{18}", "check": "unified-social-credit-code" },
          { "kind": "product", "zh": "产品", "en": "product", "pattern": "[0-9A-Z]{18}/[^/]{1,60}" } ] }
        """;

    private const string Manifest = """
        { "regime": "test/points", "title": { "zh": "测试", "en": "test" }, "status": "illustrative",
          "instrument": null, "inForceFrom": "2020-01-01", "subjects": [ "operator", "product" ],
          "tiers": [ "A", "C", "D" ], "points": "total",
          "anchor": "happened.occurredOn", "from": "happened.decidedOn ?? happened.occurredOn",
          "lapsesOn": "from.AddMonths(24).AddDays(1)",
          "workflows": { "points": "points", "tier": "tier", "frequency": "frequency" } }
        """;

    private const string Points = """
        { "WorkflowName": "points", "Rules": [
          { "RuleName": "failed", "Expression": "happened.kind == \"sampling-result\" && happened.result == \"failed\"",
            "Properties": { "points": "6", "citation": "law.md#a" } } ] }
        """;

    private const string Tier = """
        { "WorkflowName": "tier",
          "GlobalParams": [ { "Name": "total", "Expression": "entries.Sum(e => e.points)" },
            { "Name": "spread", "Expression": "events.Where(e => e.kind == \"inspection\" && e.share != null).Sum(e => 1 / e.share)" } ],
          "Rules": [
            { "RuleName": "high", "Expression": "total >= 12", "Properties": { "tier": "D" } },
            { "RuleName": "some", "Expression": "total >= 6", "Properties": { "tier": "C" } },
            { "RuleName": "none", "Expression": "spread >= 0", "Properties": { "tier": "A" } } ] }
        """;

    private const string Frequency = """
        { "WorkflowName": "frequency", "Rules": [
          { "RuleName": "d", "Expression": "tier == \"D\"", "Properties": { "timesPerYear": 4, "priority": "must" } },
          { "RuleName": "c", "Expression": "tier == \"C\"", "Properties": { "timesPerYear": 2, "priority": "must" } },
          { "RuleName": "a", "Expression": "true", "Properties": { "timesPerYear": 0.5, "priority": "may" } } ] }
        """;
}
