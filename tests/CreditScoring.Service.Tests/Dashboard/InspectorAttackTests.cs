using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>Tables of inspectors that are made to do harm, or written otherwise than the record writes.</summary>
public class InspectorAttackTests : DeskTest
{
    private Browser zhao = null!;

    protected override bool WantsKeys => true;

    protected override int Enterprises => 1;

    [OneTimeSetUp]
    public async Task A_scheduler()
    {
        await Service.PersonAsync("zhao", [Role.Scheduler]);
        zhao = await Browser.SignedInAsync(Service, "zhao");
    }

    [OneTimeTearDown]
    public void Close() => zhao.Dispose();

    /// <summary>Each row is as wide as its widest: one cell far to the right makes millions of them.</summary>
    [Test]
    public async Task A_small_workbook_that_takes_up_much_when_it_is_read_is_refused_soon()
    {
        var rows = string.Concat(Enumerable.Range(1, 5_000).Select(row => $"<row r=\"{row}\"><c r=\"XFD{row}\" t=\"inlineStr\"><is><t>x</t></is></c></row>"));
        var wide = Workbooks.Written(rows);
        var declared = Workbooks.Written("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row>", "<dimension ref=\"A1:XFD1048576\"/>");
        var much = Workbooks.Written($"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{new string('x', 40 << 20)}</t></is></c></row>");
        foreach (var book in new[] { wide, declared, much })
        {
            Assert.That(book, Has.Length.LessThan(1 << 20));
            var body = new JsonObject { ["workbook"] = Convert.ToBase64String(book) };
            var began = GC.GetTotalAllocatedBytes();
            Assert.That(await EnterAsync(body), Is.EqualTo((422, "workbook-too-large")));
            Assert.That((GC.GetTotalAllocatedBytes() - began) >> 20, Is.LessThan(100), "MiB");
        }
    }

    /// <summary>A code that is written otherwise would keep nobody away, and nobody would see that.</summary>
    [Test]
    public async Task Whom_somebody_has_to_avoid_is_meant_also_in_small_and_full_width_letters()
    {
        Assert.That(await EnterAsync(new() { ["table"] = "A1\tu\t3501\t\t\t91350100m000100y43、９１３５０１００Ｍ０００１０１Ｙ３２\n" }), Is.EqualTo((200, (string?)null)));
        var avoids = (await zhao.SayAsync(HttpMethod.Get, "/v1/inspectors")).Said["items"]![0]!["avoids"]!.AsArray().Select(each => (string)each!);
        Assert.That(avoids, Is.EqualTo(new[] { "91350100M000100Y43", "91350100M000101Y32" }));
    }

    [TestCase("A1\tu\t3501\t\t\t\nA1\tu\t3502\t\t\t\n", "listed-twice")]
    [TestCase("=cmd|' /C calc'!A0\tu\t3501\n", "line-invalid")]
    [TestCase("A1\t<script>alert(1)</script> x\t3501\n", "line-invalid")]
    [TestCase("110101199003070038\tu\t3501\n", "line-invalid")]
    [TestCase("A1\tu\t35010\n", "line-invalid")]
    [TestCase("A1\tu\t3501\t\t9999-12-31/0001-01-01\n", "line-invalid")]
    public async Task A_hostile_table_of_inspectors_is_refused_with_its_place(string table, string code)
    {
        Assert.That(await EnterAsync(new() { ["table"] = table }), Is.EqualTo((422, code)));
    }

    private async Task<(int Status, string? Code)> EnterAsync(JsonObject body)
    {
        var (status, said) = await zhao.SayAsync(HttpMethod.Post, "/v1/inspectors", body);
        return (status, (string?)said["code"]);
    }
}
