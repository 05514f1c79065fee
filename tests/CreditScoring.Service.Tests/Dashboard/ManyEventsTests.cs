using System.Text.RegularExpressions;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>Somebody of whom thousands of events were sent, and somebody whose name fills lines.</summary>
public class ManyEventsTests : DeskTest
{
    private const int Count = 3000;

    private static readonly string Name = "汕头市" + string.Concat(Enumerable.Repeat("特别长的名称", 30)) + "有限公司";

    private string subject = null!;
    private string named = null!;

    protected override int Enterprises => 20;

    [OneTimeSetUp]
    public async Task Send()
    {
        (subject, named) = (await FirstAsync("points"), await FirstAsync("-points"));
        var about = About(subject);
        var lines = Enumerable.Range(0, Count).Select(number =>
        {
            var (day, head) = (new DateOnly(2022, 1, 1).AddDays(number / 3), $"{{\"id\":\"m{number}\",{about},\"document\":\"市监〔{number}〕号\"");
            return number % 3 == 0
                ? $"{head},\"kind\":\"penalty\",\"occurredOn\":\"{day:yyyy-MM-dd}\",\"data\":{{\"kinds\":[\"fine\"],\"fine\":20000,\"publishedOn\":\"{day:yyyy-MM-dd}\"}}}}"
                : $"{head},\"kind\":\"inspection\",\"occurredOn\":\"{day:yyyy-MM-dd}\"}}";
        }).Append($"{{\"id\":\"name\",{About(named)},\"kind\":\"profile\",\"occurredOn\":\"2025-12-30\",\"data\":{{\"name\":\"{Name}\"}}}}");
        var answer = await Service.PostAsync(string.Join('\n', lines), "application/x-ndjson");
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("\"quarantined\":0"));
    }

    private async Task<string> FirstAsync(string order) => (string)(await Service.GetAsync(
        $"/v1/enterprises?regime={Points}&sort={order}&limit=1"))["items"]![0]!["subject"]!;

    private static string About(string whom) => $"\"source\":\"many\",\"subject\":{{\"kind\":\"operator\",\"id\":\"{whom}\"}}";

    [Test]
    public async Task Their_page_is_still_a_page_and_says_where_the_rest_is()
    {
        var page = await Service.Http.GetStringAsync($"/enterprises/{subject}");
        Assert.That(page, Has.Length.LessThan(3_500_000));
        var earlier = Regex.Match(page, "href=\"(/enterprises/[^\"]+#events)\">\\s*再早的 ([0-9]+) 件");
        Assert.That(earlier.Success && int.Parse(earlier.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture) > 2000);
        Assert.That(await Service.Http.GetStringAsync(earlier.Groups[1].Value.Split('#')[0]), Does.Contain("再早的"));
    }

    [Test]
    public async Task The_page_of_a_thousand_papers_lists_fifty_of_them_and_where_the_others_are()
    {
        var page = await Service.Http.GetStringAsync($"/enterprises/{subject}/papers?samples=true&on=2025-12-31&number=120");
        Assert.That(Regex.Count(page[page.IndexOf("<nav class=\"papers", StringComparison.Ordinal)..], "<li>\\s*<a href"), Is.EqualTo(50));
        Assert.That(page, Does.Contain("列出第 101 至 150 份"));
        var later = Regex.Match(page, "href=\"([^\"]+number=151)\"").Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal);
        Assert.That(await Service.Http.GetStringAsync(later), Does.Contain("列出第 151 至 200 份"));
    }

    [Test]
    public async Task Papers_about_a_thousand_fines_come_in_pages_and_each_has_an_address_of_its_own()
    {
        var path = $"/v1/enterprises/{subject}/papers";
        const string query = "?samples=true&on=2024-12-31";
        var first = await Service.GetAsync(path + query + "&limit=3");
        Assert.That((int)first["total"]!, Is.GreaterThan(Count / 3));
        Assert.That(first["items"]!.AsArray().Select(each => (int)each!["position"]!), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(((bool)first["more"]!, (string)first["next"]!), Is.EqualTo((true, "3")));

        var second = await Service.GetAsync($"{path}{query}&limit=2&after=3");
        var alone = await Service.GetAsync($"{path}/5{query}");
        Assert.That($"{second["items"]![1]}", Is.EqualTo($"{alone}"));
        Assert.That(alone["lines"]!.AsArray(), Is.Not.Empty);

        var last = await Service.GetAsync($"{path}{query}&limit=1000&after={(int)first["total"]! - 101}");
        Assert.That(last["items"]!.AsArray(), Has.Count.EqualTo(100), "a page has an end, whatever is asked for");
        Assert.That((bool)last["more"]!);
        using var none = await Service.Http.GetAsync($"{path}/{(int)first["total"]! + 1}{query}");
        Assert.That((int)none.StatusCode, Is.EqualTo(404));
        Assert.That(await none.Content.ReadAsStringAsync(), Does.Contain("paper-unknown"));
    }

    [Test]
    [Category(Tool.Chromium)]
    public async Task A_very_long_name_stands_whole_in_papers_and_does_not_break_a_telephone()
    {
        Assert.That(await Service.Http.GetStringAsync($"/enterprises/{named}/papers?samples=true"), Does.Contain($"{Name}（{named}）："));
        await using var chromium = await Chromium.StartAsync();
        await using var visitor = await chromium.VisitorAsync(Service, 390);
        foreach (var path in new[] { $"/enterprises/{named}/papers?samples=true", $"/enterprises/{named}", $"/enterprises?name={Uri.EscapeDataString(Name[..6])}" })
        {
            await visitor.Page.GotoAsync(path);
            Assert.That(await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(390), path);
        }
    }
}
