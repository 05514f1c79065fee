using System.Net;
using System.Text;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;
using MiniExcelLibs;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>The register of inspectors as people keep it in spreadsheets, and plans that keep to it.</summary>
public class InspectorTests : DeskTest
{
    private const string Head = "编号,单位,区域,资格,请假,回避";

    private Browser zhao = null!;
    private Browser qian = null!;

    protected override bool WantsKeys => true;

    protected override int Enterprises => 60;

    [OneTimeSetUp]
    public async Task Two_persons()
    {
        await Service.PersonAsync("zhao", [Role.Scheduler]);
        await Service.PersonAsync("qian", [Role.Approver]);
        zhao = await Browser.SignedInAsync(Service, "zhao");
        qian = await Browser.SignedInAsync(Service, "qian");
    }

    [OneTimeTearDown]
    public void Close()
    {
        zhao.Dispose();
        qian.Dispose();
    }

    [Test]
    public async Task A_table_of_a_spreadsheet_is_taken_with_its_columns_in_any_order_and_its_own_way_of_writing([Values("utf-8", "GB18030", "xlsx")] string form)
    {
        var rows = new[]
        {
            ("区域", "编号", "请假", "资格", "回避", "单位"),
            ("福州市", "A1", "2026-01-04至2026-01-08；2026-02-02", "食品、特种设备", "91350100M000100Y43、91350100M000101Y32", "稽查,一科"),
            ("4401", "A2", "", "", "", "u"),
        };
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var octets = form == "xlsx" ? Workbook(rows) : Encoding.GetEncoding(form).GetBytes(string.Concat(rows.Select(row =>
            $"{row.Item1},{row.Item2},{row.Item3},{row.Item4},{row.Item5},\"{row.Item6}\"\r\n")));
        var answer = await SendAsync(form == "xlsx" ? "名录.XLSX" : "名录.csv", octets);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "a unit with a comma is no word");
        Assert.That(answer.Said, Does.Contain("第 2 行").And.Contain("第 2 栏"));

        rows[1].Item6 = "稽查一科";
        octets = form == "xlsx" ? Workbook(rows) : Encoding.GetEncoding(form).GetBytes(string.Concat(rows.Select(row =>
            $"{row.Item1},{row.Item2},{row.Item3},{row.Item4},{row.Item5},{row.Item6}\r\n")));
        answer = await SendAsync(form == "xlsx" ? "名录.XLSX" : "名录.csv", octets);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Said);
        var page = await ReadAsync(qian, "/plans/inspectors");
        Assert.That(page, Does.Contain("A1").And.Contain("福州市").And.Contain("稽查一科").And.Contain("特种设备").And.Contain("2026-02-02 – 2026-02-02")
            .And.Contain("91350100M000101Y32").And.Contain("person:zhao").And.Not.Contain("type=\"file\""));
        var kept = await Service.Services.GetRequiredService<IRecordQuestions>().ActsAsync(new ActQuery(0, 100) { Target = "inspectors", LastFirst = true });
        Assert.That((kept[0].Act.Actor, kept[0].Act.Body), Is.EqualTo(("person:zhao", kept[0].Act.Body)));
        Assert.That(kept[0].Act.Body, Does.Contain("A1 稽查一科 3501"));
    }

    [Test]
    public async Task A_column_of_names_is_refused_and_what_is_no_table_too_and_nothing_is_entered()
    {
        await SendAsync("a.csv", Encoding.UTF8.GetBytes($"{Head}\nB1,u,3501,,,\nB2,u,3501,,,\n"));
        var (status, said) = await SendAsync("a.csv", Encoding.UTF8.GetBytes("编号,姓名,区域\nA1,张三,3501\n"));
        Assert.That((status, said), Is.EqualTo((HttpStatusCode.UnprocessableEntity, said)));
        Assert.That(said, Does.Contain("第 2 栏“姓名”不收").And.Contain("姓名、证件号码不入库"));
        Assert.That((await SendAsync("a.xlsx", [1, 2, 3])).Said, Does.Contain("不是可读的 XLSX"));
        Assert.That((await SendAsync("a.csv", new byte[(1 << 20) + 1])).Said, Does.Contain("超过 1 MiB"));
        Assert.That((await SendAsync("a.csv", Encoding.UTF8.GetBytes($"{Head}\nA1,u,福州,,2026-13-01/2026-13-02,\n"))).Said, Does.Contain("应为 2027-01-04/2027-01-08"));
        Assert.That(await ReadAsync(qian, "/plans/inspectors"), Does.Contain("B2").And.Not.Contain("A1<"));
        var other = await zhao.PostFileAsync("/plans", "a.csv", [1]);
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType), "no other page takes a file");
    }

    [Test]
    public async Task A_plan_sends_nobody_where_he_must_not_go_and_says_what_is_left_for_that()
    {
        var all = await PlannedAsync("capacity", "9");
        var unit = all.Select(each => each["unit"]).GroupBy(each => each).MaxBy(each => each.Count())!.Key;
        var there = all.Where(each => each["unit"] == unit && each["week"].Length > 0).Select(each => each["subject"]).Distinct().ToList();
        Assert.That(there, Has.Count.GreaterThan(1));
        var table = $"{Head}\nC1,u,{unit},,,{there[0]}\nC2,u,{unit},,,{there[0]}、{there[1]}\nC3,u,{unit},,2026-01-05/2026-01-09,\n";
        Assert.That((await SendAsync("a.csv", Encoding.UTF8.GetBytes(table))).Status, Is.EqualTo(HttpStatusCode.Found));
        var plan = await PlannedAsync();
        Assert.That(plan.Where(each => each["subject"] == there[0]).Select(each => each["leftBy"]), Is.All.EqualTo("avoidance"));
        Assert.That(plan.Where(each => each["subject"] == there[1]).Select(each => each["inspectors"]).Where(each => each.Length > 0).Distinct(), Is.SubsetOf(new[] { "C1 C3", "C3 C1" }));
        Assert.That(plan.Where(each => each["week"].Length > 0).Select(each => each["inspectors"].Split(' ').Length), Is.All.EqualTo(2));
        Assert.That(await ReadAsync(qian, $"{page}?unit={unit}"), Does.Contain("回避或请假后人数不足").And.Contain("各检查人员每周的次数").And.Contain("C3"));
    }

    [Test]
    public async Task What_is_put_in_by_hand_has_its_inspectors_at_once_and_where_too_few_may_go_that_is_said()
    {
        var all = await PlannedAsync("capacity", "2");
        var unit = all.Select(each => each["unit"]).GroupBy(each => each).MaxBy(each => each.Count())!.Key;
        var there = all.Where(each => each["unit"] == unit).Select(each => each["subject"]).Distinct().ToList();
        var (one, other) = (there[0], there[1]);
        await SendAsync("a.csv", Encoding.UTF8.GetBytes($"{Head}\nD1,u,{unit},,,{one}\nD2,u,{unit},,2026-01-12/2026-01-18,\nD3,u,{unit},,,\nD4,u,{unit},,,{other}\n"));
        await PlannedAsync();
        foreach (var subject in new[] { one, other })
        {
            await PostAsync($"{page}/edit", ("subject", subject), ("kind", "operator"), ("out", "true"), ("reason", "先停"));
        }

        await SendAsync("a.csv", Encoding.UTF8.GetBytes($"{Head}\nD1,u,{unit},,,{one}\nD2,u,{unit},,2026-01-12/2026-01-18,\nD3,u,{unit},,,{one}\n"));
        var (status, said) = await PutAsync(other, "3");
        Assert.That(status, Is.EqualTo(HttpStatusCode.Found), said);
        Assert.That(InspectorsOf(await RowsAsync(), other), Is.EquivalentTo(new[] { "D1", "D3" }), "D2 is away in that week");
        (status, said) = await PutAsync(one, "4");
        Assert.That(status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(said, Does.Contain("第 4 周派不出足够的检查人员：本单位无须回避的有 1 名").And.Contain("请上级指定其他单位检查"));
        Assert.That(InspectorsOf(await RowsAsync(), one), Is.Empty, "it is not put in");
    }

    private static string[] InspectorsOf(IEnumerable<Dictionary<string, string>> rows, string subject) =>
        [.. rows.Where(each => each["subject"] == subject).SelectMany(each => each["inspectors"].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct()];

    private Task<(HttpStatusCode Status, string Said)> PutAsync(string subject, string week) =>
        PostAsync($"{page}/edit", ("subject", subject), ("kind", "operator"), ("week", week), ("reason", "恢复"));

    private async Task<(HttpStatusCode Status, string Said)> PostAsync(string path, params (string, string)[] fields)
    {
        var answer = await zhao.PostFormAsync(path, fields.ToDictionary(each => each.Item1, each => each.Item2));
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [Test]
    public async Task Programs_list_the_register_and_enter_a_table_or_a_workbook_as_the_page_does()
    {
        async Task<(int Status, System.Text.Json.Nodes.JsonNode Said)> Enter(System.Text.Json.Nodes.JsonObject body) => await zhao.SayAsync(HttpMethod.Post, "/v1/inspectors", body);
        var (status, said) = await Enter(new() { ["table"] = $"{Head}\nE2,稽查一科,福州市,食品、特种设备,2026-01-04至2026-01-08,91350100M000100Y43\nE1,u,4401,,,\n" });
        Assert.That(status, Is.EqualTo(200), said.ToJsonString());
        Assert.That(((int)said["inspectors"]!, (string)said["by"]!, ((string)said["digest"]!).Length), Is.EqualTo((2, "person:zhao", 64)));
        var (_, first) = await qian.SayAsync(HttpMethod.Get, "/v1/inspectors?limit=1");
        Assert.That(((string)first["items"]![0]!["id"]!, (bool)first["more"]!), Is.EqualTo(("E1", true)));
        var second = (await qian.SayAsync(HttpMethod.Get, $"/v1/inspectors?limit=1&after={(string)first["next"]!}")).Said;
        var two = second["items"]![0]!;
        Assert.That(
            ((string)two["id"]!, (string)two["region"]!, two["qualifications"]!.ToJsonString().Length, (string)two["absences"]![0]!["to"]!, (string)two["avoids"]![0]!, (bool)second["more"]!),
            Is.EqualTo(("E2", "3501", two["qualifications"]!.ToJsonString().Length, "2026-01-08", "91350100M000100Y43", false)));
        Assert.That(two["qualifications"]!.AsArray().Select(each => (string)each!), Is.EquivalentTo(new[] { "食品", "特种设备" }));

        (status, said) = await Enter(new() { ["workbook"] = Convert.ToBase64String(Workbook([("编号", "单位", "区域", "资格", "请假", "回避"), ("F1", "u", "3501", "", "", "")])) });
        Assert.That((status, (int)said["inspectors"]!), Is.EqualTo((200, 1)));
        foreach (var (body, wanted, code) in new (System.Text.Json.Nodes.JsonObject, int, string)[]
        {
            (new() { ["table"] = "编号,姓名\nA1,张三\n" }, 422, "column-unknown"), (new() { ["workbook"] = "%%%" }, 422, "workbook-unreadable"),
            (new() { ["table"] = "" }, 422, "register-empty"), (new() { ["table"] = "A1\nA1\n" }, 422, "listed-twice"),
            (new(), 400, "parameter-invalid"), (new() { ["table"] = "A1", ["workbook"] = "" }, 400, "parameter-invalid"),
            (new() { ["table"] = 7 }, 400, "type-mismatch"), (new() { ["rows"] = "A1" }, 400, "unknown-property"),
        })
        {
            (status, said) = await Enter(body);
            Assert.That((status, (string)said["code"]!), Is.EqualTo((wanted, code)), body.ToJsonString());
        }

        (_, said) = await Enter(new() { ["table"] = "A1\tu\t99\nA 2\n" });
        Assert.That(((int)said["line"]!, (string)said["titleZh"]!), Is.EqualTo((1, (string)said["titleZh"]!)));
        Assert.That((string)said["titleZh"]!, Does.Contain("另有 1 处"));
        Assert.That((string)(await qian.SayAsync(HttpMethod.Get, "/v1/inspectors")).Said["items"]![0]!["id"]!, Is.EqualTo("F1"), "nothing of what was refused");
        Assert.That((await qian.SayAsync(HttpMethod.Post, "/v1/inspectors", new System.Text.Json.Nodes.JsonObject { ["table"] = "A1" })).Status, Is.EqualTo(403));
        var kept = await Service.Services.GetRequiredService<IRecordQuestions>().ActsAsync(new ActQuery(0, 100) { Target = "inspectors", LastFirst = true });
        Assert.That((kept[0].Act.Actor, kept[0].Act.What), Is.EqualTo(("person:zhao", "inspectors-listed")));
    }

    private string page = "";

    /// <summary>The rows of the export of a plan that is made now.</summary>
    private async Task<List<Dictionary<string, string>>> PlannedAsync(params string[] capacity)
    {
        var wanted = new Dictionary<string, string> { ["quarter"] = "2026Q1", ["profile"] = "illustrative", ["reason"] = "一季度" };
        if (capacity.Length > 0)
        {
            wanted[capacity[0]] = capacity[1];
        }

        var answer = await zhao.PostFormAsync("/plans", wanted);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found), await answer.Content.ReadAsStringAsync());
        page = answer.Headers.Location!.ToString();
        return await RowsAsync();
    }

    private async Task<List<Dictionary<string, string>>> RowsAsync()
    {
        var lines = (await ReadAsync(zhao, $"{page}/visits.csv")).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var heads = lines[0].Trim().Split(',');
        return [.. lines[1..].Select(line => heads.Zip(line.Split(',')).DistinctBy(each => each.First).ToDictionary(each => each.First, each => each.Second))];
    }

    private async Task<(HttpStatusCode Status, string Said)> SendAsync(string name, byte[] octets)
    {
        var answer = await zhao.PostFileAsync("/plans/inspectors", name, octets);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private static byte[] Workbook((string, string, string, string, string, string)[] rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(
            rows.Select(row => new Dictionary<string, object?>
            {
                ["1"] = row.Item1, ["2"] = row.Item2, ["3"] = row.Item3, ["4"] = row.Item4, ["5"] = row.Item5, ["6"] = row.Item6,
            }),
            printHeader: false);
        return stream.ToArray();
    }

    private static async Task<string> ReadAsync(Browser by, string path)
    {
        var answer = await by.AskAsync(HttpMethod.Get, path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
