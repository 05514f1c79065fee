using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>A clumsy author and a hostile one: what was brought in broken can be mended, and nothing is taken down.</summary>
public class BenchHostileTests : DeskTest
{
    private const string Pack = "cn/product-quality-points/2024-01-01";
    private const string Next = "cn/product-quality-points/2026-07-01";

    private Browser zhang = null!;

    protected override bool WantsKeys => true;

    protected override int Enterprises => 5;

    [OneTimeSetUp]
    public async Task Open()
    {
        await Service.PersonAsync("zhang", [Role.Author]);
        zhang = await Browser.SignedInAsync(Service, "zhang");
    }

    [OneTimeTearDown]
    public void Close() => zhang.Dispose();

    [TestCase($"{Next}/pack.json", "{ \"title\": ")]
    [TestCase($"{Next}/pack.json", "[]")]
    [TestCase($"{Next}/pack.json", "null")]
    [TestCase($"{Next}/pack.json", "")]
    [TestCase($"{Next}/pack.json", "{\"workflows\": 5, \"tiers\": {\"a\": 1}, \"title\": []}")]
    [TestCase($"{Next}/points.workflow.json", "{")]
    [TestCase($"{Next}/points.workflow.json", "{\"WorkflowName\": \"points\", \"Rules\": 7}")]
    [TestCase($"{Next}/points.workflow.json", "[[[[[[")]
    [TestCase($"{Next}/tables/sampling.json", "{\"table\": \"sampling\", \"rows\": [5, null]}")]
    [TestCase($"{Next}/tables/sampling.json", "PK\u0003\u0004")]
    [TestCase($"{Next}/cases/sampling.cases.json", "{\"cases\": [")]
    [TestCase($"{Next}/cases/sampling.cases.json", "{\"cases\": [{}, 1, null]}")]
    [TestCase($"{Next}/law.md", "")]
    [TestCase("events/sampling.json", "{")]
    [TestCase("calendars/cn-working-days.json", "{")]
    public async Task A_file_that_was_brought_in_and_cannot_be_read_is_mended_from_the_page_of_its_pack(string file, string broken)
    {
        var draft = await DraftAsync();
        var files = await FilesAsync(draft);
        var whole = (string)files[file]!;
        files[file] = broken;
        await BringInAsync(draft, files);
        foreach (var page in new[] { "", "/law", $"/law/pack?folder={Next}" })
        {
            var shown = await zhang.AskAsync(HttpMethod.Get, draft + page);
            Assert.That(shown.StatusCode, Is.EqualTo(HttpStatusCode.OK), page);
        }

        var pack = await SaidAsync($"{draft}/law/pack?folder={Next}");
        var text = $"{draft}/law/text?file={Uri.EscapeDataString(file)}";
        Assert.That(pack, Does.Contain(text.Replace("&", "&amp;")).Or.Contain("law/table?").Or.Contain("law/rule?").Or.Contain("law/case?").Or.Contain("law/article?"));
        var content = ContentOf(await SaidAsync(text));
        var mended = await zhang.PostFormAsync(text, new()
        {
            ["content"] = content, ["act"] = "save", ["text"] = whole.ReplaceLineEndings("\r\n"),
        });
        Assert.That(mended.StatusCode, Is.EqualTo(HttpStatusCode.Found), await mended.Content.ReadAsStringAsync());
        Assert.That((string)(await FilesAsync(draft))[file]!, Is.EqualTo(whole), "to the octet");
    }

    [Test]
    public async Task A_file_is_taken_back_as_it_was_when_the_draft_was_begun()
    {
        var draft = await DraftAsync();
        var files = await FilesAsync(draft);
        var whole = (string)files["events/sampling.json"]!;
        files["events/sampling.json"] = "{";
        await BringInAsync(draft, files);
        var text = $"{draft}/law/text?file=events/sampling.json";
        var page = await SaidAsync(text);
        Assert.That(page, Does.Contain("value=\"back\""));
        await zhang.PostFormAsync(text, new() { ["content"] = ContentOf(page), ["act"] = "back", ["text"] = "{" });
        Assert.That((string)(await FilesAsync(draft))["events/sampling.json"]!, Is.EqualTo(whole));
    }

    [TestCase("withdraw", "撤回")]
    [TestCase("propose", "送审")]
    public async Task What_became_of_a_draft_meanwhile_is_not_undone_by_who_still_has_its_page_open(string act, string told)
    {
        var (_, begun) = await zhang.SayAsync(HttpMethod.Post, "/v1/proposals", new JsonObject { ["title"] = act, ["reason"] = "试写" });
        var draft = $"/proposals/{begun["id"]}";
        var path = $"{draft}/law/article?folder={Pack}&anchor=art-1";
        var page = await SaidAsync(path);
        var words = WebUtility.HtmlDecode(page.Split("required>")[1].Split("</textarea>")[0]);
        var form = new Dictionary<string, string> { ["content"] = ContentOf(page), ["words"] = words + "\n又一句。" };
        var done = await zhang.PostFormAsync($"{draft}/{act}", new() { ["content"] = ContentOf(page) });
        Assert.That(done.StatusCode, Is.EqualTo(HttpStatusCode.Found), await done.Content.ReadAsStringAsync());
        var answer = await zhang.PostFormAsync(path, form);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        var said = await answer.Content.ReadAsStringAsync();
        Assert.That(said, Does.Contain(told).And.Contain("又一句。"), "what was typed is still there");
        Assert.That(await StateAsync(draft), Is.EqualTo(act == "withdraw" ? "withdrawn" : "proposed"));
        if (act == "propose")
        {
            var again = await zhang.PostFormAsync(path, new(form) { ["state"] = "Proposed" });
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Found), "who has seen it may take it back");
            Assert.That(said, Does.Contain("name=\"state\" value=\"Proposed\""));
            Assert.That(await StateAsync(draft), Is.EqualTo("draft"));
        }
    }

    [Test]
    public async Task Whose_role_was_taken_away_keeps_nothing_more()
    {
        await Service.PersonAsync("wang", [Role.Author]);
        using var wang = await Browser.SignedInAsync(Service, "wang");
        var draft = await DraftAsync();
        var path = $"{draft}/law/article?folder={Next}&anchor=art-1";
        var page = await (await wang.AskAsync(HttpMethod.Get, path)).Content.ReadAsStringAsync();
        await Service.Enter(new RoleWithdrawn("person:wang", Role.Author));
        var answer = await wang.PostFormAsync(path, new() { ["content"] = ContentOf(page), ["words"] = "{#art-1}" });
        Assert.That(answer.StatusCode, Is.AnyOf(HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized));
        Assert.That(ContentOf(await SaidAsync(path)), Is.EqualTo(ContentOf(page)));
    }

    [TestCase("cn/<img src=x>/2026-07-01/pack.json")]
    [TestCase("cn/\"onload=\"alert(1)/2026-07-01/pack.json")]
    [TestCase("cn/a?b=c&d#e/2026-07-01/pack.json")]
    [TestCase("cn/\u202eevil/2026-07-01/pack.json")]
    [TestCase("events/<script>alert(1)</script>.json")]
    public async Task A_path_of_hostile_characters_is_text_on_every_page(string file)
    {
        var draft = await DraftAsync();
        var files = await FilesAsync(draft);
        files[file] = "{";
        await BringInAsync(draft, files);
        var pages = new List<string> { draft, $"{draft}/law", $"{draft}/law/text?file={Uri.EscapeDataString(file)}" };
        if (file.EndsWith("/pack.json", StringComparison.Ordinal))
        {
            pages.Add($"{draft}/law/pack?folder={Uri.EscapeDataString(file[..^10])}");
        }

        foreach (var page in pages)
        {
            var answer = await zhang.AskAsync(HttpMethod.Get, page);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), page);
            Assert.That(
                await answer.Content.ReadAsStringAsync(),
                Does.Not.Contain("<img src=x").And.Not.Contain("<script>alert").And.Not.Contain("\"onload=\"alert"), page);
        }
    }

    [TestCase("../../../etc/cron.d/x")]
    [TestCase("cn/../../x/pack.json")]
    [TestCase("/etc/passwd")]
    [TestCase("cn\\..\\x")]
    [TestCase("cn//x")]
    [TestCase("cn/./x")]
    [TestCase("cn/x\0/pack.json")]
    [TestCase("cn/x\n/pack.json")]
    public async Task A_path_that_leaves_its_folder_is_no_path(string file)
    {
        var draft = await DraftAsync();
        var files = await FilesAsync(draft);
        files[file] = "{}";
        var (status, said) = await zhang.SayAsync(HttpMethod.Post, "/v1/proposals", Body(draft, files));
        Assert.That((status, (string?)said["code"]), Is.EqualTo((400, "path-unfit")));
        var answer = await zhang.AskAsync(HttpMethod.Get, $"{draft}/law/text?file={Uri.EscapeDataString(file)}");
        Assert.That(answer.StatusCode, Is.AnyOf(HttpStatusCode.Conflict, HttpStatusCode.BadRequest));
    }

    private static IEnumerable<TestCaseData> Long()
    {
        yield return new TestCaseData(new string('(', 30_000)).SetArgDisplayNames("brackets");
        yield return new TestCaseData(new string('!', 30_000) + "true").SetArgDisplayNames("denials");
        yield return new TestCaseData("total" + Many("+total", 4_000) + " >= 1").SetArgDisplayNames("sums");
        yield return new TestCaseData("total >= 1" + Many(" && total >= 1", 2_000)).SetArgDisplayNames("and");
        yield return new TestCaseData("total" + Many(".a", 12_000)).SetArgDisplayNames("members");
        yield return new TestCaseData(Many("true ? ", 2_000) + "true" + Many(" : true", 2_000)).SetArgDisplayNames("choices");
        yield return new TestCaseData(Many("x => ", 6_000) + "x").SetArgDisplayNames("lambdas");
        yield return new TestCaseData("\"" + new string('a', 30_000)).SetArgDisplayNames("text without end");
        yield return new TestCaseData(new string('9', 30_000) + " >= 1").SetArgDisplayNames("number");
        yield return new TestCaseData(string.Concat(Enumerable.Range(0, 7).Select(at => $"events.Any(e{at} => ")) + "total == 4321" + new string(')', 7)).SetArgDisplayNames("all of all of all");
        yield return new TestCaseData(Many("events.Any(e => ", 12) + "true" + new string(')', 12)).SetArgDisplayNames("lists in lists");
    }

    [TestCaseSource(nameof(Long))]
    public async Task A_very_long_expression_is_told_as_such_and_soon(string expression)
    {
        var draft = await DraftAsync();
        var rule = $"{draft}/law/rule?file={Next}/tier.workflow.json&at=2";
        var content = ContentOf(await SaidAsync(rule));
        foreach (var act in new[] { "check", "save" })
        {
            var watch = Stopwatch.StartNew();
            var answer = await zhang.PostFormAsync(rule, new()
            {
                ["content"] = content, ["act"] = act, ["name"] = "twelve-or-more", ["expression"] = expression, ["p.tier"] = "D",
            });
            TestContext.Out.WriteLine($"{act}: {answer.StatusCode} in {watch.ElapsedMilliseconds} ms");
            Assert.That(answer.StatusCode, Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.Found));
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)));
        }

        foreach (var page in new[] { rule, $"{draft}/law/pack?folder={Next}", draft })
        {
            Assert.That((await zhang.AskAsync(HttpMethod.Get, page)).StatusCode, Is.EqualTo(HttpStatusCode.OK), page);
        }
    }

    [TestCase("0001-01-01", "9999-12-31")]
    [TestCase("1900-01-01", "2999-01-01")]
    [TestCase("2025-02-30", "2025-13-01")]
    public async Task An_example_of_all_days_there_are_ends(string from, string on)
    {
        var draft = await DraftAsync();
        var path = $"{draft}/law/case?file={Next}/cases/sampling.cases.json&at=0";
        var watch = Stopwatch.StartNew();
        var answer = await zhang.PostFormAsync(path, new()
        {
            ["content"] = ContentOf(await SaidAsync(path)), ["act"] = "check", ["name"] = "n", ["citation"] = "law.md#art-8-1",
            ["subjectKind"] = "operator", ["subjectId"] = "91350100M000100Y43", ["e0.kind"] = "sampling-result", ["e0.id"] = "e1",
            ["e0.role"] = "producer", ["e0.occurredOn"] = from, ["e0.f.severity"] = "serious", ["e0.f.qualified"] = "false",
            ["d0.on"] = on, ["d0.tier"] = "D", ["d0.points"] = "6",
        });
        TestContext.Out.WriteLine(watch.Elapsed);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    private static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private async Task<string> DraftAsync()
    {
        var answer = await zhang.PostFormAsync("/proposals/version", new()
        {
            ["folder"] = Pack, ["from"] = "2026-07-01", ["title"] = "次版", ["reason"] = "试写",
        });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found), await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString().Split("/law/")[0];
    }

    private async Task<JsonObject> FilesAsync(string draft) =>
        (await zhang.SayAsync(HttpMethod.Get, $"/v1{draft}/files")).Said["files"]!.AsObject();

    private static JsonObject Body(string draft, JsonObject files) => new()
    {
        ["id"] = draft.Split('/')[^1], ["title"] = "次版", ["reason"] = "试写", ["files"] = files.DeepClone(),
    };

    private async Task BringInAsync(string draft, JsonObject files)
    {
        var (status, said) = await zhang.SayAsync(HttpMethod.Post, "/v1/proposals", Body(draft, files));
        Assert.That(status, Is.EqualTo(200), $"{said}");
    }

    private async Task<string?> StateAsync(string draft) =>
        (string?)(await zhang.SayAsync(HttpMethod.Get, $"/v1{draft}")).Said["state"];

    private async Task<string> SaidAsync(string path) =>
        await (await zhang.AskAsync(HttpMethod.Get, path)).Content.ReadAsStringAsync();

    private static string ContentOf(string page) => page.Split("name=\"content\" value=\"")[1][..64];
}
