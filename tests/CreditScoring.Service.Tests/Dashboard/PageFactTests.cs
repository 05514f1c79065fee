using System.Net;
using System.Text;
using CreditScoring.Service.Dashboard;
using CreditScoring.Service.Tests.Api;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>What pages say is so, and what they are asked amiss is answered as a page.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class PageFactTests(On on) : ListTest(on)
{
    private const int Worse = 10;

    private static readonly string Tea = Codes.Of(1, "350102");
    private static readonly string Late = Codes.Of(2, "441900");

    protected override async Task Fill()
    {
        await Accept(
            Profile("p1", "2024-01-01", Tea, "茶厂"), Profile("p2", "2025-01-01", Tea, "冒名"),
            Sent.Annulled("a1", "p2", "2025-02-01"), Sent.Failed("e1", "2025-06-01", Tea),
            Sent.Failed("e2", "2025-05-01", Late));
        await Accept([.. Enumerable.Range(1, Worse).Select(each => Profile($"n{each}", "2024-01-01", Code(each), $"{Name(each)}"))]);
        Clock.Turn("2025-08-15");
        foreach (var each in Enumerable.Range(1, Worse))
        {
            await Accept(Sent.Failed($"f{each}", "2025-08-10", Code(each)));
        }
    }

    [Test]
    public async Task A_profile_that_was_annulled_names_nobody()
    {
        var page = await PageAsync($"/enterprises/{Tea}");
        Assert.That(page, Does.Contain("<h1>茶厂</h1>"));
        Assert.That(page, Does.Not.Contain("<h1>冒名</h1>"));
    }

    [Test]
    public async Task The_last_who_became_worse_are_shown_first_and_their_reasons_only_where_the_look_is_told()
    {
        var page = await PageAsync($"/?regime={TestRules.Regime}");
        Assert.That(page, Does.Contain(Name(Worse)).And.Not.Contain(Name(1)).And.Not.Contain(Name(2)));
        Assert.That(page.IndexOf(Name(Worse), StringComparison.Ordinal), Is.LessThan(page.IndexOf(Name(3), StringComparison.Ordinal)));
        Assert.That(page, Does.Not.Contain("计入：").And.Not.Contain("没有记分变动"));
        Assert.That(await PageAsync($"/changes?regime={TestRules.Regime}"), Does.Contain("计入："));
    }

    [TestCase("", ">福建</a>")]
    [TestCase("&region=35", ">福州市</a>")]
    [TestCase("&region=3501", ">福州市 350102</a>")]
    [TestCase("&region=350102", ">福州市 350102</a>")]
    public async Task A_region_is_told_by_the_regions_that_lie_in_it(string query, string row) =>
        Assert.That(await PageAsync($"/?regime={TestRules.Regime}{query}"), Does.Contain(row));

    [TestCase("福建")]
    [TestCase("福州市")]
    [TestCase("福州")]
    [TestCase("Fuzhou, Fujian")]
    [TestCase("3501")]
    public async Task A_region_is_asked_for_by_its_name_or_its_code(string region)
    {
        var asked = Uri.EscapeDataString(region);
        foreach (var path in new[] { $"/enterprises?name=茶&region={asked}", $"/todo?overdue=true&region={asked}" })
        {
            Assert.That(await PageAsync(path), Does.Contain(Tea).And.Not.Contain(Late), path);
        }

        Assert.That(await PageAsync($"/changes?since=2025-01-01&regime={TestRules.Regime}&region={asked}"), Does.Contain("茶厂").And.Not.Contain(Late));
    }

    [TestCase("福", "是不是：")]
    [TestCase("Fuzhou", "是不是：")]
    [TestCase("亚特兰蒂斯", "写省、市的名称或代码")]
    public async Task A_region_that_there_is_not_is_refused_with_those_that_it_may_be(string region, string mend)
    {
        var answer = await Service.Http.GetAsync($"/enterprises?region={Uri.EscapeDataString(region)}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("没有叫").And.Contain(mend));
    }

    [Test]
    public async Task An_instant_is_asked_for_in_the_time_of_the_law_and_told_again_in_it()
    {
        var page = await PageAsync($"/enterprises/{Tea}?knownAt=2025-08-14T09:30");
        Assert.That(page, Does.Contain("value=\"2025-08-14T09:30:00\"").And.Contain("knownAt=2025-08-14T09%3A30%3A00%2B08%3A00"));
    }

    [Test]
    public async Task What_is_overdue_is_counted_as_it_is_listed()
    {
        var listed = (await Items("/v1/windows?dueBefore=2025-08-15")).Length;
        Assert.That(listed, Is.GreaterThan(0));
        Assert.That(await PageAsync($"/?regime={TestRules.Regime}"), Does.Match($"late-figure\">{listed}</b>\\s*<a href=\"/todo\\?overdue=true"));
        Assert.That(await PageAsync($"/?regime={TestRules.Regime}&region=441900"), Does.Match("late-figure\">1</b>\\s*<a href=\"/todo\\?region=4419&amp;overdue=true"));
    }

    [Test]
    public async Task A_figure_of_each_month_stands_beside_those_of_today()
    {
        var page = await PageAsync($"/?regime={TestRules.Regime}");
        Assert.That(page, Does.Contain("各月等级构成").And.Contain(">2025-07</th>").And.Contain(">2025-08</th>"));
    }

    [Test]
    public async Task What_a_figure_of_a_region_leads_to_is_of_that_region()
    {
        var page = await PageAsync($"/?regime={TestRules.Regime}&region=44");
        Assert.That(page, Does.Contain("href=\"/todo?region=44&amp;overdue=true\""));
        Assert.That(page, Does.Contain("href=\"/todo?region=44&amp;state=missed&amp;regime=test%2Fpoints\""));
    }

    [Test]
    public async Task What_is_overdue_can_be_narrowed_by_its_last_day()
    {
        Assert.That(await PageAsync("/todo?overdue=true"), Does.Contain(Late));
        Assert.That(await PageAsync("/todo?overdue=true&dueBefore=2025-01-01"), Does.Not.Contain(Late));
    }

    [TestCase("/")]
    [TestCase("/enterprises")]
    [TestCase("/changes")]
    [TestCase("/todo?overdue=true")]
    public async Task Rules_without_effect_are_told_to_have_none(string path) =>
        Assert.That(await PageAsync(path), Does.Contain("没有效力").Or.Contain("示例，无效力"));

    [TestCase("0001-01-01")]
    [TestCase("1900-01-01")]
    public async Task Changes_since_a_day_before_all_records_are_all_changes(string day)
    {
        Assert.That(await Items($"/v1/changes?regime={TestRules.Regime}&since={day}"), Has.Length.EqualTo(Worse + 2));
        Assert.That(await PageAsync($"/changes?regime={TestRules.Regime}&since={day}"), Does.Contain(Tea));
    }

    [TestCase("0001-01-01")]
    [TestCase("9999-12-31")]
    public async Task An_enterprise_can_be_asked_of_on_any_day(string day) =>
        Assert.That((await Service.Http.GetAsync($"/enterprises/{Tea}?on={day}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));

    [TestCase("/%E7%A6%8F", "/")]
    [TestCase("//elsewhere.example", "/")]
    [TestCase("/%5Celsewhere.example", "/")]
    [TestCase("/a%0D%0ALocation:x", "/")]
    [TestCase("/enterprises%3Fname%3D%25E7%25A6%258F", "/enterprises?name=%E7%A6%8F")]
    public async Task A_page_leads_back_to_an_address_of_its_own_alone(string back, string to)
    {
        using var browser = new Browser(Service);
        var answer = await browser.AskAsync(HttpMethod.Get, $"/language/zh?back={back}");
        Assert.That((answer.StatusCode, answer.Headers.Location?.OriginalString), Is.EqualTo((HttpStatusCode.Found, to)));
    }

    [Test]
    public async Task A_form_that_cannot_be_read_is_refused_as_a_page()
    {
        using var browser = new Browser(Service);
        var tooLong = await browser.PostFormAsync("/sign-in", new() { ["id"] = "li", ["password"] = new string('x', 200_000) });
        Assert.That(tooLong.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await tooLong.Content.ReadAsStringAsync(), Does.Contain("<h1>").And.Contain("form-invalid"));
        var files = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new StringContent("--x", Encoding.UTF8, "multipart/form-data"),
        };
        Assert.That((await Service.Http.SendAsync(files)).StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
    }

    [Test]
    public void The_number_of_a_resident_in_what_was_turned_away_is_not_shown() => Assert.That(
        ToldFlaw.Read("""[{"what":{"zh":"见 110101199003078558","en":"see"},"mend":{"zh":"","en":""},"line":1,"column":1}]""")[0].What.Zh,
        Is.EqualTo("见 110101************"));

    private static string Code(int number) => Codes.Of(100 + number, "330100");

    private static string Name(int number) => $"第{number:00}号厂";

    private async Task<string> PageAsync(string path)
    {
        var answer = await Service.Http.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        return await answer.Content.ReadAsStringAsync();
    }
}
