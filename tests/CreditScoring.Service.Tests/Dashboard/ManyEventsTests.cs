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
