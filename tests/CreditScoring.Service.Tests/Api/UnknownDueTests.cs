using CreditScoring.Service.Tests.Given;
using NUnit.Framework;

namespace CreditScoring.Service.Tests.Api;

/// <summary>Last days that lie beyond the calendar of working days, in the list of what falls due.</summary>
public class UnknownDueTests
{
    private const string Duties = """
        { "WorkflowName": "duties", "Rules": [
          { "RuleName": "none", "Expression": "happened.kind == \"sampling-result\"", "Properties": { "of": "authority", "title": { "zh": "没有期限", "en": "no term" } } },
          { "RuleName": "later", "Expression": "happened.kind == \"sampling-result\"", "Properties": { "of": "authority", "due": "nextWorkingDay(happened.from.AddDays(30))", "title": { "zh": "尚未录入", "en": "not in yet" } } },
          { "RuleName": "known", "Expression": "happened.kind == \"sampling-result\"", "Properties": { "of": "subject", "due": "happened.from.AddDays(60)", "title": { "zh": "六十日", "en": "sixty days" } } } ] }
        """;

    private const string Calendar = """
        { "title": { "zh": "日历", "en": "calendar" }, "source": "s", "provenance": "recalled",
          "statutory": { "source": "s", "holidays": [] },
          "years": { "2024": { "source": "s", "holidays": {} } } }
        """;

    [Test]
    public async Task A_last_day_that_is_not_known_yet_is_told_as_such_after_those_that_are_and_before_none()
    {
        using var folder = new TempFolder();
        ListRules.WriteTo(folder);
        File.WriteAllText(folder.In("rules/test/points/2020-01-01/duties.workflow.json"), Duties);
        Directory.CreateDirectory(folder.In("rules/calendars"));
        File.WriteAllText(folder.In("rules/calendars/days.json"), Calendar);
        await using var service = await RunningService.StartAsync(folder, StoppedClock.At("2025-07-10"));
        await service.SendAsync(Sent.Failed("e1", "2025-07-01", Codes.Of(1, "350102")));

        var all = (await service.GetAsync("/v1/duties"))["items"]!.AsArray();
        Assert.That(all.Select(each => (string)each!["duty"]!), Is.EqualTo(new[] { "known", "later", "none" }));
        Assert.That(all.Select(each => (string?)each!["due"]), Is.EqualTo(new[] { "2025-08-30", null, null }));
        Assert.That(all.Select(each => (string?)each!["dueUnknown"]?["zh"]),
            Is.EqualTo(new[] { null, "届满日落在尚未录入的那一年的工作日历里，放假安排公布并录入以后才能确定", null }));

        var after = (await service.GetAsync("/v1/duties?limit=2"))["next"];
        var rest = (await service.GetAsync($"/v1/duties?after={after}"))["items"]!.AsArray();
        Assert.That(rest.Select(each => (string)each!["duty"]!), Is.EqualTo(new[] { "none" }), "a page begins after it, too");
        Assert.That((await service.GetAsync("/v1/duties?dueBefore=2026-01-01"))["items"]!.AsArray(), Has.Count.EqualTo(1));

        var said = await CreditCommand.RunAsync(["duties", "--lang", "en", "--server", $"{service.Http.BaseAddress}"]);
        Assert.That(said.Out.Split('\n').Single(each => each.Contains("not in yet", StringComparison.Ordinal)),
            Does.EndWith("it can be said once the notice on that year's holidays is out and entered"), said.Error);

        var standing = (await service.GetAsync($"/v1/enterprises/{Codes.Of(1, "350102")}"))["standings"]!.AsArray()
            .First(each => (string)each!["regime"]! == TestRules.Regime)!;
        var told = standing["duties"]!.AsArray().Single(each => (string)each!["duty"]! == "later")!;
        Assert.That((string)told["flaw"]!["what"]!["en"]!,
            Is.EqualTo("the last day cannot be said yet: the calendar of working days of 2025 is not in yet, and 2025-07-31 is asked of it"));
        Assert.That((string?)standing["tier"], Is.Not.Null);
    }
}
