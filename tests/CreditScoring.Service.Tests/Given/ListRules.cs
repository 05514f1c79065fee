namespace CreditScoring.Service.Tests.Given;

/// <summary>
/// The small law of the tests with profiles, a duty to mend a failed sampling within 30 days, and a second
/// regime: one point a failed sampling, tiers X and Y. The window of the next inspection is 30 days from the
/// beginning of tier D, 60 from that of C; there is none in A and in the second regime.
/// </summary>
public static class ListRules
{
    public const string Second = "second/count";

    public static void WriteTo(TempFolder folder)
    {
        TestRules.WriteTo(folder);
        Write(folder, "events/profile.json", Profile);
        var manifest = File.ReadAllText(folder.In("rules/test/points/2020-01-01/pack.json"));
        Write(folder, "test/points/2020-01-01/pack.json",
            manifest.Replace("\"frequency\": \"frequency\"", "\"frequency\": \"frequency\", \"duties\": \"duties\""));
        Write(folder, "test/points/2020-01-01/duties.workflow.json", Duties);
        var frequency = File.ReadAllText(folder.In("rules/test/points/2020-01-01/frequency.workflow.json"));
        Write(folder, "test/points/2020-01-01/frequency.workflow.json", frequency
            .Replace("\"timesPerYear\": 4,", "\"timesPerYear\": 4, \"opens\": \"previous.tier == tier ? previous.since : day\", \"due\": \"(previous.tier == tier ? previous.since : day).AddDays(30)\",")
            .Replace("\"timesPerYear\": 2,", "\"timesPerYear\": 2, \"opens\": \"previous.tier == tier ? previous.since : day\", \"due\": \"(previous.tier == tier ? previous.since : day).AddDays(60)\","));
        Write(folder, "second/count/2020-01-01/pack.json", manifest.Replace(TestRules.Regime, Second)
            .Replace("\"A\", \"C\", \"D\"", "\"X\", \"Y\"").Replace("[ \"operator\", \"product\" ]", "[ \"operator\" ]")
            .Replace(", \"frequency\": \"frequency\"", ""));
        Write(folder, "second/count/2020-01-01/points.workflow.json", Points);
        Write(folder, "second/count/2020-01-01/tier.workflow.json", Tier);
    }

    private static void Write(TempFolder folder, string name, string text)
    {
        var file = folder.In($"rules/{name}");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private const string Profile = """
        { "kinds": [
          { "kind": "profile", "zh": "登记信息", "en": "profile", "fields": [
            { "name": "name", "type": "text", "zh": "名称", "en": "name" },
            { "name": "formerNames", "type": "texts", "zh": "曾用名", "en": "former names" },
            { "name": "industry", "type": "text", "zh": "行业", "en": "industry" } ] },
          { "kind": "amended", "zh": "变更", "en": "amended", "actsOn": "must", "mends": true, "amends": true, "fields": [] } ] }
        """;

    private const string Duties = """
        { "WorkflowName": "duties", "Rules": [
          { "RuleName": "mend", "Expression": "happened.kind == \"sampling-result\" && happened.result == \"failed\"",
            "Properties": { "title": { "zh": "改正", "en": "mend" }, "of": "subject", "opens": "happened.from",
              "due": "happened.from.AddDays(30)",
              "fulfilled": "events.Any(e => e.kind == \"inspection\" && e.from > happened.from)", "citation": "law.md#a" } } ] }
        """;

    private const string Points = """
        { "WorkflowName": "points", "Rules": [
          { "RuleName": "one", "Expression": "happened.kind == \"sampling-result\" && happened.result == \"failed\"",
            "Properties": { "points": "1", "citation": "law.md#b" } } ] }
        """;

    private const string Tier = """
        { "WorkflowName": "tier",
          "GlobalParams": [ { "Name": "total", "Expression": "entries.Sum(e => e.points)" } ],
          "Rules": [
            { "RuleName": "some", "Expression": "total >= 1", "Properties": { "tier": "Y" } },
            { "RuleName": "none", "Expression": "true", "Properties": { "tier": "X" } } ] }
        """;
}
