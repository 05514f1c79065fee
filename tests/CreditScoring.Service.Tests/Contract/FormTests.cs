using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Contract;

/// <summary>The forms in which lists are to be had, packed or not, and again when one has them already.</summary>
public class FormTests : ContractTest
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [TestCase("text/csv", "text/csv; charset=utf-8")]
    [TestCase(Xlsx, Xlsx)]
    [TestCase("application/x-ndjson", "application/x-ndjson")]
    [TestCase("application/json", "application/json; charset=utf-8")]
    [TestCase("*/*", "application/json; charset=utf-8")]
    [TestCase("text/html, text/*;q=0.5, application/json;q=0.1", "text/csv; charset=utf-8")]
    [TestCase("text/csv;q=0, application/x-ndjson;q=0.2", "application/x-ndjson")]
    public async Task A_list_comes_in_the_form_that_is_wanted_most(string accept, string type)
    {
        var answer = await AskAsync("/v1/enterprises?limit=5", accept);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That($"{answer.Content.Headers.ContentType}", Is.EqualTo(type));
    }

    [TestCase("/v1/enterprises", "text/html")]
    [TestCase("/v1/rules", "text/csv")]
    public async Task A_form_that_is_not_offered_is_refused_with_those_that_are(string path, string accept)
    {
        var answer = await AskAsync(path, accept);
        Assert.That((int)answer.StatusCode, Is.EqualTo(406));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("form-not-offered").And.Contain("application/json"));
    }

    [Test]
    public async Task A_table_has_a_column_for_every_member_and_a_row_for_every_item()
    {
        var csv = (await (await AskAsync("/v1/recommendations?limit=3", "text/csv")).Content.ReadAsStringAsync()).Split("\r\n");
        Assert.That(csv[0], Does.StartWith("position,recommendation.id,recommendation.subject,"));
        Assert.That(csv[0], Does.Contain("recommendation.frequency.due"));
        Assert.That(csv, Has.Length.EqualTo(5), "head, three rows, and nothing after the last");
        var lines = await (await AskAsync("/v1/recommendations?limit=3", "application/x-ndjson")).Content.ReadAsStringAsync();
        Assert.That(lines.TrimEnd('\n').Split('\n'), Has.Length.EqualTo(3).And.All.StartsWith("{\"position\":"));
        var sheet = await (await AskAsync("/v1/recommendations?limit=3", Xlsx)).Content.ReadAsByteArrayAsync();
        using var archive = new ZipArchive(new MemoryStream(sheet));
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.That((await reader.ReadToEndAsync()).Split("<x:row").Length, Is.EqualTo(5));
    }

    [TestCase("=1+1", "'=1+1")]
    [TestCase("+1", "'+1")]
    [TestCase("-1", "'-1")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("\t=1", "'\t=1")]
    [TestCase("＝1", "'＝1")]
    [TestCase("a=1", "a=1")]
    [TestCase("", "")]
    public void A_text_that_a_spreadsheet_would_reckon_stays_a_text(string text, string written) =>
        Assert.That(CsvTable.Harmless(text), Is.EqualTo(written));

    [Test]
    public void A_cell_of_a_workbook_is_no_longer_than_it_may_be()
    {
        using var archive = new ZipArchive(new MemoryStream(Workbook.Write(new Table(["t"], [[new string('x', 40_000)]]))));
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var cell = System.Text.RegularExpressions.Regex.Match(reader.ReadToEnd(), "x{1000,}…").Value;
        Assert.That(cell, Has.Length.EqualTo(32_767));
    }

    [Test]
    public void A_number_less_than_nothing_is_a_number_and_what_has_a_comma_or_a_mark_is_quoted()
    {
        var csv = Encoding.UTF8.GetString(CsvTable.Write(new Table(["n", "t"], [[-1.5m, "a,\"b\"\nc"], [null, "=x"]])));
        Assert.That(csv, Is.EqualTo("\uFEFFn,t\r\n-1.5,\"a,\"\"b\"\"\nc\"\r\n,'=x\r\n"));
    }

    [Test]
    public async Task Whoever_has_an_answer_is_told_so_in_each_form_by_itself()
    {
        var first = await AskAsync("/v1/enterprises", "text/csv");
        var tag = first.Headers.ETag!;
        Assert.That(tag.IsWeak);
        var again = await AskAsync("/v1/enterprises", "text/csv", tag);
        Assert.That((int)again.StatusCode, Is.EqualTo(304));
        Assert.That(await again.Content.ReadAsByteArrayAsync(), Is.Empty);
        var other = await AskAsync("/v1/enterprises", "application/json", tag);
        Assert.That((int)other.StatusCode, Is.EqualTo(200));
        Assert.That(other.Headers.Vary, Does.Contain("Accept").And.Contain("Authorization"));
    }

    [TestCase("gzip")]
    [TestCase("br")]
    public async Task A_long_answer_is_packed_for_who_takes_it_so(string coding)
    {
        var plain = await (await AskAsync("/v1/enterprises", "application/json")).Content.ReadAsByteArrayAsync();
        using var request = Request("/v1/enterprises", "application/json");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(coding));
        var packed = await Service.Http.SendAsync(request);
        Assert.That(packed.Content.Headers.ContentEncoding, Is.EqualTo(new[] { coding }));
        var octets = await packed.Content.ReadAsByteArrayAsync();
        Assert.That(octets, Has.Length.LessThan(plain.Length / 2));
        await using Stream unpacking = coding == "br"
            ? new BrotliStream(new MemoryStream(octets), CompressionMode.Decompress)
            : new GZipStream(new MemoryStream(octets), CompressionMode.Decompress);
        var unpacked = new MemoryStream();
        await unpacking.CopyToAsync(unpacked);
        Assert.That(unpacked.ToArray(), Is.EqualTo(plain));
    }

    [Test]
    public async Task The_next_page_of_a_table_is_named_by_a_header_and_asks_the_same()
    {
        var (path, rows) = ("/v1/enterprises?regime=cn%2Fproduct-quality-points&limit=15", new List<string>());
        while (path is not null)
        {
            var answer = await AskAsync(path, "text/csv");
            var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
            Assert.That(lines, Has.All.Contains("cn/product-quality-points"));
            rows.AddRange(lines);
            path = answer.Headers.TryGetValues("Link", out var link)
                ? link.Single().Replace("; rel=\"next\"", "").Trim('<', '>') : null;
        }

        var whole = await ReadAsync("/v1/enterprises?regime=cn%2Fproduct-quality-points&limit=1000");
        Assert.That(rows, Is.Unique);
        Assert.That(rows, Has.Count.EqualTo(whole["items"]!.AsArray().Count).And.Count.GreaterThan(15));
    }

    [Test]
    public async Task Pages_of_every_list_follow_one_another_with_after_and_leave_nothing_out()
    {
        var whole = (await ReadAsync("/v1/enterprises?limit=1000"))["items"]!.AsArray().Count;
        var (seen, after, more) = (0, "", true);
        while (more)
        {
            var page = await ReadAsync($"/v1/enterprises?limit=7{after}");
            seen += page["items"]!.AsArray().Count;
            more = (bool)page["more"]!;
            Assert.That(page["next"] is not null, Is.EqualTo(more));
            after = $"&after={Uri.EscapeDataString($"{page["next"]}")}";
        }

        Assert.That(seen, Is.EqualTo(whole).And.GreaterThan(20));
    }

    private async Task<System.Text.Json.Nodes.JsonNode> ReadAsync(string path) =>
        await Service.AskAsync(Keys[Role.Viewer], HttpMethod.Get, path).ReadAsync();

    private Task<HttpResponseMessage> AskAsync(string path, string accept, EntityTagHeaderValue? known = null)
    {
        var request = Request(path, accept);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return Service.Http.SendAsync(request);
    }

    private HttpRequestMessage Request(string path, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Keys[Role.Viewer]);
        request.Headers.Accept.ParseAdd(accept);
        return request;
    }
}
