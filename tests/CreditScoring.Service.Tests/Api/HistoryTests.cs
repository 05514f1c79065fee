using System.Net;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Api;

[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class HistoryTests(On on) : ServiceTest(on)
{
    [Test]
    public async Task The_history_tells_every_turn_with_its_day_and_cause()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Clock.Turn("2025-08-15");
        await Service.SendAsync(Sent.Annulled("m1", "e1", "2025-08-10"));
        var turns = (await Service.GetAsync($"/v1/enterprises/{Sent.Shop}/history"))["items"]!.AsArray();
        Assert.That(
            turns.Select(turn => ((string?)turn!["on"], (string?)turn["tier"],
                (decimal)turn["points"]!, (string?)turn["cause"])),
            Is.EqualTo(new[]
            {
                ("2025-07-31", "C", 6m, "bureau/e1"), ("2025-08-15", "A", 0m, "bureau/m1"),
            }));
    }

    [Test]
    public async Task The_history_tells_what_time_alone_has_brought()
    {
        await Service.SendAsync(Sent.Failed("e1", "2023-08-15"));
        Clock.Turn("2025-08-16");
        await RunningService.Until(async () => (await Causes()).Length == 2);
        Assert.That((await Causes())[1], Is.EqualTo("day:2025-08-16"));
    }

    [Test]
    public async Task The_ledger_shows_the_reversal_beside_what_it_reverses_page_by_page()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        await Service.SendAsync(Sent.Annulled("m1", "e1", "2025-07-20"));
        var first = await Service.GetAsync($"/v1/enterprises/{Sent.Shop}/ledger?limit=1");
        var second = await Service.GetAsync(
            $"/v1/enterprises/{Sent.Shop}/ledger?limit=1&after={first["next"]}");
        var (entry, reversal) = (first["items"]![0]!, second["items"]![0]!);
        Assert.Multiple(() =>
        {
            Assert.That((decimal)entry["points"]!, Is.EqualTo(6));
            Assert.That((decimal)reversal["points"]!, Is.EqualTo(-6));
            Assert.That((int)reversal["reverses"]!, Is.EqualTo((int)entry["number"]!));
            Assert.That((string?)reversal["cause"], Is.EqualTo("bureau/m1"));
            Assert.That(second["next"], Is.Null);
        });
    }

    [TestCase("history")]
    [TestCase("ledger")]
    [TestCase("explanation")]
    public async Task A_subject_without_a_file_has_none(string resource)
    {
        var answer = await Service.Http.GetAsync($"/v1/enterprises/{Sent.Shop}/{resource}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_notice_is_Chinese_text()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        var answer = await Service.Http.GetAsync($"/v1/enterprises/{Sent.Shop}/explanation?form=notice");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/plain"));
            Assert.That(text, Does.StartWith("说明草稿（致当事人）").And.Contain($"统一社会信用代码 {Sent.Shop} 的经营主体：").And.Contain("累计记6分"));
        });
        var wrong = await Service.Http.GetAsync($"/v1/enterprises/{Sent.Shop}/explanation?form=pdf");
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_note_for_the_file_and_English_are_asked_for_by_name()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        var explanation = $"/v1/enterprises/{Sent.Shop}/explanation";
        var note = await (await Service.Http.GetAsync($"{explanation}?form=file-note")).Content.ReadAsStringAsync();
        var english = await (await Service.Http.GetAsync($"{explanation}?form=notice&lang=en")).Content.ReadAsStringAsync();
        var wrong = await Service.Http.GetAsync($"{explanation}?form=notice&lang=fr");
        Assert.Multiple(() =>
        {
            Assert.That(note, Does.Contain("不送达当事人").And.Contain("检查安排"));
            Assert.That(english, Does.StartWith("Draft of an explanation to the party"));
            Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        });
    }

    private async Task<string[]> Causes() =>
        [.. (await Service.GetAsync($"/v1/enterprises/{Sent.Shop}/history"))["items"]!.AsArray()
            .Select(turn => (string)turn!["cause"]!)];
}
