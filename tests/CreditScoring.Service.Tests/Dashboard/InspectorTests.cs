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
