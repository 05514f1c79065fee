using System.Globalization;
using System.Text.RegularExpressions;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>What the record counts beside rules of duties and beside tiers.</summary>
public class RuleCountTests : DeskTest
{
    private const string FollowUp = "cn/sampling-follow-up";

    [TestCase("现在待履行", "open")]
    [TestCase("逾期", "missed")]
    public async Task Beside_each_duty_stands_how_many_are_to_be_done(string words, string state)
    {
        var page = await Service.Http.GetStringAsync($"/rules/pack?regime={FollowUp}");
        var kept = await Service.Services.GetRequiredService<IRecordQuestions>()
            .CountDutiesAsync(new DutyQuery(1) { Regime = FollowUp, State = state });
        Assert.That(Counted(page, $"{words} <b>([0-9,]+)</b>"), Is.EqualTo(kept).And.GreaterThan(0));
    }

    [Test]
    public async Task Beside_the_tiers_stands_how_many_are_in_them()
    {
        var page = await Service.Http.GetStringAsync($"/rules/pack?regime={Points}");
        var head = page[page.IndexOf("等级，由轻到重", StringComparison.Ordinal)..page.IndexOf("算例：", StringComparison.Ordinal)];
        var listed = await Service.GetAsync($"/v1/enterprises/counts?by=tier&regime={Points}");
        Assert.That(Counted(head, "<b>([0-9,]+)</b>"),
            Is.EqualTo(listed["items"]!.AsArray().Where(each => each!["tier"] is not null).Sum(each => (long)each!["count"]!)).And.GreaterThan(0));
    }

    private static long Counted(string page, string pattern) => Regex.Matches(page, pattern)
        .Sum(each => long.Parse(each.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
}
