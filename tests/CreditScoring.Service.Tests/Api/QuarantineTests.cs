using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Api;

[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class QuarantineTests(On on) : ServiceTest(on)
{
    [Test]
    public async Task What_can_be_read_today_leaves_the_quarantine_and_its_trail_stays()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-08-05"));
        Assert.That((string?)(await ReplayAsync(1))["outcome"], Is.EqualTo("quarantined"), "still to come");
        Clock.Turn("2025-08-05");
        Assert.That((string?)(await ReplayAsync(1))["outcome"], Is.EqualTo("accepted"));
        Assert.That(await Service.TierAsync(), Is.EqualTo("C"));
        Assert.That(await Listed(), Is.Empty);
        var item = await Service.GetAsync("/v1/quarantine/1");
        Assert.Multiple(() =>
        {
            Assert.That((string?)item["state"], Is.EqualTo("left"));
            Assert.That((string?)item["reason"], Is.EqualTo("day-in-future"));
            Assert.That(item["replays"]!.AsArray().Select(replay => (string)replay!["outcome"]!),
                Is.EqualTo(new[] { "quarantined", "accepted" }));
        });
        Assert.That((string?)(await ReplayAsync(1))["outcome"], Is.EqualTo("duplicate"), "counted once");
    }

    [Test]
    public async Task What_still_cannot_be_read_stays_once_and_says_why()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01").With("kind", "unheard-of"));
        var answer = await ReplayAsync(1);
        Assert.That((string?)answer["flaws"]![0]!["flaw"], Is.Not.Empty);
        Assert.That(await Listed(), Is.EqualTo(new[] { 1L }));
        Assert.That((long)(await Service.ReadyAsync())["quarantined"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task An_id_with_a_character_that_no_database_likes_is_turned_away_and_nobody_beside_it()
    {
        var outcomes = await Service.SendAsync(
            Sent.Failed("a\0b", "2025-07-01"), Sent.Failed("e2", "2025-07-02").With("document", "\0"),
            Sent.Failed("e3", "2025-07-03"));
        Assert.That(outcomes, Is.EqualTo(new[] { "quarantined", "quarantined", "accepted" }));
        Assert.That(await Listed(), Is.EqualTo(new[] { 1L, 2L }));
    }

    [Test]
    public async Task The_number_of_a_resident_is_refused_as_a_subject_and_shown_to_nobody()
    {
        var answer = (await Service.SendForAnswersAsync(
            Sent.Failed("e1", "2025-07-01", "113101198506150097")))[0]!;
        var listed = (await Service.GetAsync("/v1/quarantine")).ToJsonString();
        var shown = (await Service.GetAsync("/v1/quarantine/1")).ToJsonString();
        Assert.Multiple(() =>
        {
            Assert.That((string?)answer["outcome"], Is.EqualTo("quarantined"));
            Assert.That(answer.ToJsonString() + listed + shown, Does.Not.Contain("19850615"));
            Assert.That(listed, Does.Contain("113101************"), "what was sent is told but for the person");
        });
    }

    [Test]
    public async Task An_item_that_never_was_is_not_known()
    {
        var answer = await Service.Http.PostAsync("/v1/quarantine/7/replay", Sent.Nothing());
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("quarantine-unknown"));
    }

    private async Task<JsonNode> ReplayAsync(long position)
    {
        var answer = await Service.Http.PostAsync($"/v1/quarantine/{position}/replay", Sent.Nothing());
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private async Task<long[]> Listed() =>
        [.. (await Service.GetAsync("/v1/quarantine"))["items"]!.AsArray().Select(item => (long)item!["position"]!)];
}
