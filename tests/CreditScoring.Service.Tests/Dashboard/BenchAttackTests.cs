using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using CreditScoring.Service.Access;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>Two who write on a draft at once, and a table of many rows: nothing is lost.</summary>
public class BenchAttackTests : DeskTest
{
    private const string Pack = "cn/product-quality-points/2024-01-01";
    private const string Next = "cn/product-quality-points/2026-07-01";

    private Browser zhang = null!;
    private Browser li = null!;
    private string draft = null!;

    protected override bool WantsKeys => true;

    protected override int Enterprises => 5;

    [OneTimeSetUp]
    public async Task Open()
    {
        await Service.PersonAsync("zhang", [Role.Author]);
        await Service.PersonAsync("li", [Role.Author]);
        zhang = await Browser.SignedInAsync(Service, "zhang");
        li = await Browser.SignedInAsync(Service, "li");
        draft = await DraftAsync(zhang);
    }

    [OneTimeTearDown]
    public void Close()
    {
        zhang.Dispose();
        li.Dispose();
    }

    [Test]
    public async Task Of_two_who_keep_at_once_one_is_told_and_overwrites_nothing()
    {
        var path = $"{draft}/law/article?folder={Next}&anchor=art-1";
        var page = await SaidAsync(zhang, path);
        var words = WebUtility.HtmlDecode(page.Split("required>")[1].Split("</textarea>")[0]);
        var answers = await Task.WhenAll(new[] { zhang, li }.Select((who, at) => who.PostFormAsync(
            path, new() { ["content"] = ContentOf(page), ["words"] = $"{words}\n第{at}句。" })));
        Assert.That(
            answers.Select(each => each.StatusCode),
            Is.EquivalentTo(new[] { HttpStatusCode.Found, HttpStatusCode.Conflict }));
    }

    [Test]
    public async Task A_form_that_is_too_long_to_be_read_is_told_so_and_not_as_one_of_another_site()
    {
        var path = $"{draft}/law/article?folder={Next}&anchor=art-1";
        var answer = await zhang.PostFormAsync(path, new()
        {
            ["content"] = ContentOf(await SaidAsync(zhang, path)), ["words"] = new string('a', 1_200_000),
        });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("form-invalid"));
    }

    [Test]
    public async Task A_table_of_hundreds_of_rows_is_taken_in_shown_and_kept_soon()
    {
        var path = $"{draft}/law/table?file={Next}/tables/sampling.json";
        var names = Fields(await SaidAsync(zhang, path));
        var fields = new Dictionary<string, string> { ["act"] = "save", ["content"] = ContentOf(await SaidAsync(zhang, path)) };
        foreach (var (name, value) in names)
        {
            fields[name] = value;
        }

        var columns = names.Keys.Where(each => each.StartsWith("r0.", StringComparison.Ordinal)).ToList();
        for (var row = 4; row < 1500; row++)
        {
            foreach (var column in columns)
            {
                fields[$"r{row}{column[2..]}"] = names[column].Length == 0 ? "" : $"{names[column]}{row}";
            }
        }

        var watch = Stopwatch.StartNew();
        var answer = await zhang.PostFormAsync(path, fields);
        TestContext.Out.WriteLine($"{fields.Count} fields: {(int)answer.StatusCode} in {watch.Elapsed}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found), await answer.Content.ReadAsStringAsync());
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    /// <summary>It took 26 s and 6 GiB: for each flaw all rules and examples of the pack were read anew.</summary>
    [Test]
    public async Task A_rule_beside_a_table_that_is_wrong_in_every_row_is_checked_at_no_more_cost()
    {
        var (few, _) = await CheckedBesideAsync(rows: 15);
        var (many, told) = await CheckedBesideAsync(rows: 1500);
        TestContext.Out.WriteLine($"{few >> 20} MiB, {many >> 20} MiB");
        Assert.That(many, Is.LessThan(4 * few));
        Assert.That(Regex.Count(told, "class=\"note wrong"), Is.InRange(50, 60), "who mends the first ones mends the others");
        Assert.That(told, Does.Contain("另有"));
    }

    /// <summary>What the check of a rule takes while a table is wrong in so many rows, and what it says.</summary>
    private async Task<(long Octets, string Told)> CheckedBesideAsync(int rows)
    {
        var another = await DraftAsync(zhang);
        var path = $"{another}/law/table?file={Next}/tables/sampling.json";
        var page = await SaidAsync(zhang, path);
        var fields = new Dictionary<string, string>(Fields(page)) { ["act"] = "save", ["content"] = ContentOf(page) };
        for (var row = 3; row < rows; row++)
        {
            (fields[$"r{row}.0"], fields[$"r{row}.1"]) = ($"s{row}", "many");
        }

        Assert.That((await zhang.PostFormAsync(path, fields)).StatusCode, Is.EqualTo(HttpStatusCode.Found));
        var rule = $"{another}/law/rule?file={Next}/tier.workflow.json&at=2";
        var content = ContentOf(await SaidAsync(zhang, rule));
        var before = GC.GetTotalAllocatedBytes();
        var answer = await zhang.PostFormAsync(rule, new()
        {
            ["content"] = content, ["act"] = "check", ["name"] = "twelve-or-more", ["expression"] = "total >= 13",
            ["p.tier"] = "D",
        });
        return (GC.GetTotalAllocatedBytes() - before, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> DraftAsync(Browser by)
    {
        var answer = await by.PostFormAsync("/proposals/version", new()
        {
            ["folder"] = Pack, ["from"] = "2026-07-01", ["title"] = "次版", ["reason"] = "试写",
        });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found), await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString().Split("/law/")[0];
    }

    private static async Task<string> SaidAsync(Browser who, string path) =>
        await (await who.AskAsync(HttpMethod.Get, path)).Content.ReadAsStringAsync();

    private static string ContentOf(string page) => page.Split("name=\"content\" value=\"")[1][..64];

    /// <summary>The fields of cells with what they say.</summary>
    private static Dictionary<string, string> Fields(string page) =>
        Regex.Matches(page, "name=\"(r[0-9]+\\.[0-9]+)\" value=\"([^\"]*)\"").ToDictionary(
            each => each.Groups[1].Value, each => WebUtility.HtmlDecode(each.Groups[2].Value));
}
