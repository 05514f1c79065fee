using System.Text.RegularExpressions;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>Long pages say at their head what is in them, and jump there; what says the same twice is folded.</summary>
public class ContentsTests : DeskTest
{
    [Test]
    public async Task Long_pages_have_contents_and_every_jump_lands()
    {
        var subject = await OneInAsync("D");
        foreach (var path in new[] { $"/enterprises/{subject}", $"/rules/pack?regime={Points}", "/rules/pack?regime=cn/sampling-follow-up" })
        {
            var page = await Service.Http.GetStringAsync(path);
            var contents = page[page.IndexOf("contents\"", StringComparison.Ordinal)..];
            contents = contents[..contents.IndexOf("</nav>", StringComparison.Ordinal)];
            var jumps = Regex.Matches(contents, "href=\"#([^\"]+)\"").Select(each => each.Groups[1].Value).ToArray();
            Assert.That(jumps, Has.Length.GreaterThan(3), path);
            Assert.That(jumps.Where(jump => !page.Contains($"id=\"{jump}\"", StringComparison.Ordinal)), Is.Empty, path);
        }
    }

    [Test]
    public async Task Who_reads_Chinese_finds_what_is_said_once_more_in_English_folded()
    {
        var page = await Service.Http.GetStringAsync("/rules/pack?regime=cn/sampling-follow-up");
        Assert.That(page, Does.Match("<details class=\"formula\" lang=\"en\">[^☐]*<p>Fifteen days from being told"));
    }

    [Test]
    public async Task Events_are_told_in_short_labels_and_records_in_words()
    {
        var subject = await OneInAsync("listed", "cn/serious-list");
        var page = await Service.Http.GetStringAsync($"/enterprises/{subject}");
        Assert.That(page, Does.Contain("名单 <b>严重违法失信名单</b>").And.Not.Contain("名单：严重违法失信名单、经营异常名录"));
        Assert.That(page, Does.Not.Contain("[[&quot;").And.Not.Contain("&quot;violation&quot;"));
    }

    [Test]
    [Category(Tool.Chromium)]
    public async Task Who_jumps_to_what_is_folded_finds_it_open()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var visitor = await chromium.VisitorAsync(Service, 390);
        await visitor.Page.GotoAsync($"/enterprises/{await OneInAsync("A")}");
        var folded = await visitor.Page.EvaluateAsync<string>("document.querySelector('details.ease').id");
        await visitor.Page.ClickAsync($".contents a[href='#{folded}']");
        await visitor.Page.WaitForFunctionAsync("() => document.querySelector('details.ease').open");
        Assert.That(visitor.Complaints, Is.Empty);
    }
}
