using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Tests.Dashboard;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Access;

/// <summary>
/// Names, narratives and numbers of natural persons are planted wherever events may carry them; every endpoint and
/// every page is asked by every role, and what is answered is looked through.
/// </summary>
public class PersonalDataTests
{
    private const string Name = "王小二";
    private const string Former = "王大二";
    private const string InFacts = "李四明";
    private const string Mobile = "13912345678";
    private const string Identity = "11010519491231002X";

    private static readonly string[] Planted = [Name, Former, InFacts, Mobile, Identity];

    private static readonly string Person = string.Concat(Enumerable.Repeat("0a9b8c7d", 8));

    private static readonly string[] Forms =
        ["application/json", "text/csv", "application/x-ndjson", Answers.Workbook.MediaType];

    private TempFolder folder = null!;
    private RunningService service = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        folder = new TempFolder();
        WriteRules();
        var clock = StoppedClock.At("2025-07-30");
        // At first nobody has said that anything is personal.
        await using (var open = await RunningService.StartAsync(folder, clock))
        {
            await Plant(open);
        }

        clock.Turn("2025-07-31");
        Replace("events/kinds.json", "\"name\": \"facts\",", "\"name\": \"facts\", \"personal\": true,");
        Replace("events/subjects.json", "\"[0-9a-f]{64}\"", "\"[0-9a-f]{64}\", \"personal\": true");

        service = await RunningService.StartAsync(folder, clock, Persons.Cheaply);
        await RunningService.Until(async () => (string?)(await service.GetAsync("/health/ready"))["status"] == "ready");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await service.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task Who_has_no_need_finds_no_person_in_any_answer_of_any_endpoint()
    {
        var (wrong, looked) = (new List<string>(), 0);
        foreach (var role in Roles.All.Where(each => !Sees(each)))
        {
            var key = await service.KeyOf($"{role}k".ToLowerInvariant(), [role]);
            foreach (var ask in MatrixTests.Table.Select(each => each.Ask).SelectMany(OfBoth)
                .Where(each => !each.Contains("/v1/session", StringComparison.Ordinal)))
            {
                foreach (var form in ask.StartsWith("GET", StringComparison.Ordinal) ? Forms : Forms[..1])
                {
                    var said = await SaidAsync(key, ask, form);
                    looked++;
                    wrong.AddRange(Planted.Where(said.Contains).Select(each => $"{role} {ask} {form}: {each}"));
                }
            }
        }

        TestContext.Out.WriteLine($"{looked} answers");
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public async Task Who_has_no_need_finds_no_person_on_any_page()
    {
        var (wrong, looked) = (new List<string>(), 0);
        foreach (var role in Roles.All.Where(each => !Sees(each)))
        {
            var id = $"{role}b".ToLowerInvariant();
            await service.PersonAsync(id, [role]);
            using var browser = await Browser.SignedInAsync(service, id);
            foreach (var ask in PageMatrixTests.Table.Select(each => each.Ask).SelectMany(OfBoth).SelectMany(Papers)
                .Where(each => !each.Contains("sign-", StringComparison.Ordinal)))
            {
                var answer = ask.StartsWith("GET", StringComparison.Ordinal)
                    ? await browser.AskAsync(HttpMethod.Get, ask[4..]) : await browser.PostFormAsync(ask[5..], []);
                var said = await TextOf(answer);
                looked++;
                wrong.AddRange(Planted.Where(said.Contains).Select(each => $"{role} {ask}: {each}"));
            }
        }

        TestContext.Out.WriteLine($"{looked} pages");
        Assert.That(wrong, Is.Empty);
    }

    /// <summary>That it is shown at all is what the others would otherwise not have looked for.</summary>
    [TestCase(Role.Officer)]
    [TestCase(Role.Corrector)]
    public async Task Who_signs_or_corrects_sees_it_whole(Role role)
    {
        var id = $"{role}w".ToLowerInvariant();
        await service.PersonAsync(id, [role]);
        using var browser = await Browser.SignedInAsync(service, id);
        async Task<string> Said(string path) => await TextOf(await browser.AskAsync(HttpMethod.Get, path));
        Assert.Multiple(async () =>
        {
            Assert.That(await Said($"/enterprises/{Person}?kind=person"), Does.Contain(Name).And.Contain(Former));
            Assert.That(await Said($"/enterprises/{Sent.Shop}"),
                Does.Contain(InFacts).And.Contain(Mobile).And.Contain(Identity));
            foreach (var path in new[] { "enterprises", "v1/enterprises" })
            {
                Assert.That(await Said($"/{path}/{Sent.Shop}/papers?samples=true"), Does.Contain(InFacts).And.Not.Contain("承办角色"));
            }

            Assert.That(await Said($"/enterprises/{Sent.Shop}/papers.docx?samples=true&number=1"), Does.Contain(InFacts));
        });
    }

    [Test]
    public async Task A_paper_in_which_stars_stand_for_persons_says_who_can_draw_it_up()
    {
        var key = await service.KeyOf("reads", [Role.Viewer]);
        var paper = (await service.AskAsync(key, HttpMethod.Get, $"/v1/enterprises/{Sent.Shop}/papers?samples=true").ReadAsync())["items"]![0]!;
        Assert.That($"{paper["lines"]!.AsArray().Last(each => $"{each}".Contains("***"))}", Does.Contain("事实：***"));
        Assert.That($"{paper["missing"]!.AsArray()[^1]}", Does.Contain("承办角色"));
        var called = await service.AskAsync(key, HttpMethod.Get, $"/v1/enterprises/{Sent.Shop}/papers").ReadAsync();
        Assert.That(called["items"]!.AsArray(), Is.Empty, "these rules are illustrative: what they write is a sample, and nobody asked for one");
        var odd = await service.AskAsync(key, HttpMethod.Get, $"/v1/enterprises/{Sent.Shop}/papers?samples=yes");
        Assert.That((int)odd.StatusCode, Is.EqualTo(400));
    }

    [Test]
    public async Task What_is_personal_today_is_so_in_what_was_known_before_anybody_had_said_so()
    {
        const string then = "knownAt=2025-07-30T12:00:00Z&on=2025-07-30";
        await service.PersonAsync("past", [Role.Viewer]);
        using var browser = await Browser.SignedInAsync(service, "past");
        foreach (var path in new[] { $"{Sent.Shop}?{then}", $"{Sent.Shop}/papers?samples=true&{then}", $"{Person}?kind=person&{then}" })
        {
            var standing = await TextOf(await browser.AskAsync(HttpMethod.Get, $"/v1/enterprises/{path}"));
            Assert.That(Planted.Where(standing.Contains), Is.Empty, path);
            var answer = await browser.AskAsync(HttpMethod.Get, $"/enterprises/{path}");
            var said = await TextOf(answer);
            Assert.That((int)answer.StatusCode, Is.EqualTo(200), said);
            Assert.That(Planted.Where(said.Contains), Is.Empty, path);
            Assert.That(said, Does.Contain("***"), path);
        }
    }

    /// <summary>A list that is found by a name tells the name.</summary>
    [TestCase(Role.Viewer)]
    [TestCase(Role.Officer)]
    public async Task Nobody_finds_a_natural_person_by_a_name(Role role)
    {
        var key = await service.KeyOf($"finds-{role}".ToLowerInvariant(), [role]);
        async Task<int> Found(string query) => (await service.AskAsync(
            key, HttpMethod.Get, $"/v1/enterprises?kind=person{query}").ReadAsync())["items"]!.AsArray().Count;
        Assert.That(await Found(""), Is.EqualTo(1));
        Assert.That(await Found($"&name={Uri.EscapeDataString("小二")}"), Is.Zero);
        Assert.That(await Found($"&name={Uri.EscapeDataString(Former)}"), Is.Zero);
    }

    [Test]
    public async Task The_standing_is_the_same_for_who_sees_persons_and_for_who_does_not()
    {
        var (viewer, officer) = (await service.KeyOf("v1", [Role.Viewer]), await service.KeyOf("o1", [Role.Officer]));
        foreach (var path in new[] { $"{Sent.Shop}?on=2025-07-30", $"{Person}?kind=person&on=2025-07-30" })
        {
            var (one, other) = (await SaidAsync(viewer, $"GET /v1/enterprises/{path}"), await SaidAsync(officer, $"GET /v1/enterprises/{path}"));
            Assert.That(Undated(one), Is.EqualTo(Undated(other)).And.Contains("\"tier\":\"C\""));
        }
    }

    /// <summary>What was said but for the second in which it was.</summary>
    private static string Undated(string said) =>
        System.Text.RegularExpressions.Regex.Replace(said, "[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT", "");

    [Test]
    public void Who_may_mend_or_read_what_came_in_sees_persons_there() => Assert.Multiple(() =>
    {
        foreach (var right in new[] { Right.MendEvents, Right.ReadIncoming, Right.ReplayIncoming })
        {
            Assert.That(Roles.All.Where(role => Roles.RightsOf([role]).Contains(right)), Is.All.Matches<Role>(Sees));
        }
    });

    private static bool Sees(Role role) => Roles.RightsOf([role]).Contains(Right.SeePersonal);

    /// <summary>The same of the enterprise and of the natural person.</summary>
    private static IEnumerable<string> OfBoth(string ask) => !ask.Contains(Sent.Shop, StringComparison.Ordinal) ? [ask]
        : [ask, ask.Replace(Sent.Shop, Person, StringComparison.Ordinal) + (ask.Contains('?') ? "&kind=person" : "?kind=person")];

    private static IEnumerable<string> Papers(string ask) =>
        ask.Contains("papers.docx", StringComparison.Ordinal) ? [ask, ask + (ask.Contains('?') ? "&samples=true&number=1" : "?samples=true&number=1")] : [ask];

    private async Task<string> SaidAsync(string key, string ask, string form = "application/json")
    {
        var (method, path) = (ask.Split(' ')[0], ask[(ask.IndexOf(' ') + 1)..]);
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Accept.ParseAdd(form);
        var body = path.Contains("/simulate", StringComparison.Ordinal) && path.Contains("kind=person") ? "[]" : MatrixTests.BodyOf(path);
        request.Content = method == "GET" ? null : new StringContent(body ?? "", Encoding.UTF8, "application/json");
        return await TextOf(await service.Http.SendAsync(request));
    }

    /// <summary>All that can be read of an answer, also inside of a workbook or a document.</summary>
    private static async Task<string> TextOf(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsByteArrayAsync();
        var heads = string.Join('\n', answer.Headers.Select(each => string.Join(',', each.Value)));
        if (!body.AsSpan().StartsWith("PK"u8))
        {
            return WebUtility.HtmlDecode($"{heads}\n{Encoding.UTF8.GetString(body)}");
        }

        using var zip = new ZipArchive(new MemoryStream(body));
        return string.Join('\n', zip.Entries.Select(each => new StreamReader(each.Open()).ReadToEnd()));
    }

    private void WriteRules()
    {
        ListRules.WriteTo(folder);
        Replace("events/kinds.json", "{ \"name\": \"note\"",
            "{ \"name\": \"facts\", \"type\": \"text\", \"zh\": \"事实\", \"en\": \"facts\" },\n            { \"name\": \"note\"");
        Replace("events/subjects.json", "{ \"kind\": \"product\"",
            "{ \"kind\": \"person\", \"zh\": \"人员\", \"en\": \"person\", \"pattern\": \"[0-9a-f]{64}\" },\n          { \"kind\": \"product\"");
        Replace("test/points/2020-01-01/pack.json", "[ \"operator\", \"product\" ]", "[ \"operator\", \"product\", \"person\" ]");
        var notice = folder.In("rules/test/points/2020-01-01/notice/standing.md");
        Directory.CreateDirectory(Path.GetDirectoryName(notice)!);
        File.WriteAllText(notice, "# 告知书\n\n{当事人!}（{代码}）：\n- {事项.规则}。事实：{事项.facts}。备注：{事项.note}。\n");
    }

    private void Replace(string name, string old, string now)
    {
        var text = File.ReadAllText(folder.In($"rules/{name}"));
        Assert.That(text, Does.Contain(old));
        File.WriteAllText(folder.In($"rules/{name}"), text.Replace(old, now));
    }

    private static async Task Plant(RunningService open)
    {
        JsonObject Data() => new()
        {
            ["result"] = "failed", ["facts"] = $"当事人{InFacts}，电话{Mobile}", ["note"] = $"联系电话{Mobile}，证号{Identity}。",
        };
        JsonObject Of(string kind, string id) => new() { ["kind"] = kind, ["id"] = id };
        var amended = Sent.Annulled("e4", "e3", "2025-07-04").With("kind", "amended").With("data", new JsonObject { ["name"] = $"{Name}甲" });
        var outcomes = await open.SendAsync(
            Sent.Failed("e1", "2025-07-01").With("data", Data()).With("region", "350100").With("document", $"榕市监〔2025〕{Mobile}号"),
            Sent.Failed("e2", "2025-07-02").With("subject", Of("person", Person)).With("data", Data()).With("region", "350100"),
            Sent.Failed("e3", "2025-07-03").With("subject", Of("person", Person)).With("kind", "profile")
                .With("data", new JsonObject { ["name"] = Name, ["formerNames"] = new JsonArray(Former) }),
            amended);
        Assert.That(outcomes, Is.All.EqualTo("accepted"));
        await open.PostAsync($"{{\"id\": \"{Mobile}\", \"facts\": \"{InFacts} {Identity}\"}}", "application/json");
    }
}
