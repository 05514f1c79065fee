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
        await visitor.Page.ClickAsync($".cells a[href='#{folded}']");
        await visitor.Page.WaitForFunctionAsync("() => document.querySelector('details.ease').open");
        Assert.That(visitor.Complaints, Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    [Category(Tool.Chromium)]
    public async Task A_telephone_shows_what_matters_first_and_a_wide_window_shows_all(bool withScript)
    {
        await using var chromium = await Chromium.StartAsync();
        var path = $"/enterprises/{await OneInAsync("D")}";
        await using var telephone = await chromium.VisitorAsync(Service, 390, withScript);
        await telephone.Page.GotoAsync(path);
        var first = await telephone.Page.Locator(".cells").InnerTextAsync();
        Assert.That(first, Does.Contain("质量信用分类 D 级").And.Contain("等级转好").And.Contain("变化"));
        Assert.That(await telephone.Page.EvaluateAsync<int>("document.documentElement.scrollHeight"), Is.LessThan(3 * 844));
        var why = telephone.Page.Locator("section.regime .sheet").First;
        Assert.That(await why.IsVisibleAsync(), Is.False);
        await telephone.Page.Locator(".cells a").First.ClickAsync();
        await why.WaitForAsync();
        Assert.That(telephone.Complaints, Is.Empty);

        await using var wide = await chromium.VisitorAsync(Service, 1280, withScript);
        await wide.Page.GotoAsync(path);
        Assert.That(await wide.Page.Locator("section.regime .sheet").First.IsVisibleAsync());
        Assert.That(await wide.Page.Locator("details.fold > summary").First.IsVisibleAsync(), Is.False, "nothing is folded there");
    }
}
