using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>Why not another tier: what stands in the way, by which values, and what is needed.</summary>
public class WhyNotTests : ServiceTest
{
    [Test]
    public async Task A_milder_tier_is_told_with_every_rung_in_its_way_the_value_found_and_the_value_needed()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"), Sent.Failed("e2", "2025-07-02"));
        var page = await PageAsync("A");
        Assert.That(page, Does.Match("挡在前面[^☐]*high（由此条决定）[^☐]*total 现为 12，须小于 12[^☐]*some[^☐]*total 现为 12，须小于 6"));
        Assert.That(page, Does.Match("得此等级的各级条件[^☐]*none[^☐]*这一级本身成立"));
        Assert.That(page, Does.Match("得此等级的各级条件[^☐]*<span class=\"pair\">spread <b>0</b>"));
    }

    [Test]
    public async Task A_graver_tier_is_told_with_the_value_that_its_rung_wants()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Assert.That(await PageAsync("D"), Does.Match("high[^☐]*total 现为 6，须不小于 12").And.Not.Contain("挡在前面"));
        Assert.That(await PageAsync("D", "en"), Does.Match("total is 6, and has to be at least 12"));
    }

    [Test]
    public async Task Of_a_condition_with_several_parts_those_are_told_that_have_to_change_and_whether_one_is_enough()
    {
        var tier = Path.Combine(Folder.In("rules"), "test/points/2020-01-01/tier.workflow.json");
        await File.WriteAllTextAsync(tier, (await File.ReadAllTextAsync(tier)).Replace(
            "\"total >= 6\"", "\"total >= 6 && !(spread > 4) && entries.Any()\""));
        await Restart();
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        var page = await PageAsync("A");
        Assert.That(page, Does.Contain("total 现为 6，须小于 6").And.Contain("spread 现为 0，须大于 4"));
        Assert.That(page, Does.Contain("entries.Any() 须不再成立，现成立").And.Contain("其中一项改变即可"));
    }

    private async Task<string> PageAsync(string tier, string language = "zh")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/enterprises/{Sent.Shop}/why-not?tier={tier}");
        request.Headers.Add("Cookie", $"credit-language={language}");
        var answer = await Service.Http.SendAsync(request);
        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
        return await answer.Content.ReadAsStringAsync();
    }
}
