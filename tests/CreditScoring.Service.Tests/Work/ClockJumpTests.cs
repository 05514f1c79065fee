using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Work;

/// <summary>A clock that jumped ahead and came back: what is recorded is recorded later than what was before.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class ClockJumpTests(On on) : ServiceTest(on)
{
    private const string Ahead = "2026-07-31T04:00:00Z";

    [Test]
    public async Task Events_after_a_jump_ahead_and_back_are_known_at_the_last_instant_recorded()
    {
        await JumpAsync();
        await Service.SendAsync(Sent.Failed("e3", "2025-07-03"));
        Assert.That(await PointsThenAsync(Ahead), Is.EqualTo(18), "asked for ahead of the clock, as recorded");
        Assert.That(await PointsThenAsync("2025-07-31T05:00:00Z"), Is.EqualTo(6), "before the jump");
        Assert.That((await AskAsync("2026-07-31T04:00:00.001Z")).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task What_was_answered_ahead_of_the_clock_stays_when_more_comes_and_after_a_restart()
    {
        await JumpAsync();
        Assert.That(await PointsThenAsync(Ahead), Is.EqualTo(12));
        await Service.SendAsync(Sent.Failed("e3", "2025-07-03"));
        Assert.That(await PointsThenAsync(Ahead), Is.EqualTo(12));
        await Restart();
        await Service.SendAsync(Sent.Failed("e4", "2025-07-04"));
        Assert.That(await PointsThenAsync(Ahead), Is.EqualTo(12));
        Assert.That(await PointsThenAsync("2026-07-31T04:00:00.001Z"), Is.EqualTo(24));
    }

    [Test]
    public async Task What_was_answered_stays_when_the_clock_goes_back_before_anything_more_is_recorded()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Clock.Turn("2025-08-10");
        Assert.That(await PointsThenAsync("2025-08-09T00:00:00Z"), Is.EqualTo(6));
        Clock.Turn("2025-08-01");
        await Restart();
        await Service.SendAsync(Sent.Failed("e2", "2025-07-02"));
        Assert.That(await PointsThenAsync("2025-08-09T00:00:00Z"), Is.EqualTo(6));
        Assert.That(await PointsThenAsync("2025-08-09T00:00:00.001Z"), Is.EqualTo(12));
    }

    [Test]
    public async Task What_comes_in_the_millisecond_that_was_asked_for_is_recorded_after_it()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        var now = new DateTimeOffset(2025, 8, 1, 4, 0, 0, TimeSpan.Zero);
        Clock.Turn(now.AddTicks(9000));
        var asked = await AskAsync("2025-08-01T04:00:00.0005Z");
        var before = asked.StatusCode == HttpStatusCode.OK ? await asked.Content.ReadAsStringAsync() : null;
        await Service.SendAsync(Sent.Failed("e2", "2025-07-02"));
        Clock.Turn(now.AddSeconds(1));
        Assert.That(before ?? "not told yet", Is.AnyOf(
            "not told yet", await (await AskAsync("2025-08-01T04:00:00.0005Z")).Content.ReadAsStringAsync()));
    }

    [Test]
    public async Task How_far_the_clock_went_back_is_told()
    {
        await JumpAsync();
        await RunningService.Until(async () =>
            (await Service.MetricsAsync())["credit_clock_behind_seconds"] == (365 * 86_400) - 7200);
        Clock.Turn("2026-08-01");
        Assert.That((await Service.MetricsAsync())["credit_clock_behind_seconds"], Is.Zero);
    }

    /// <summary>One event before the clock jumps a year ahead, one while it is there, and back it is.</summary>
    private async Task JumpAsync()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Clock.Turn("2026-07-31");
        await Service.SendAsync(Sent.Failed("e2", "2025-07-02"));
        Clock.Turn("2025-07-31");
        Clock.Turn(Clock.GetUtcNow().AddHours(2));
    }

    private async Task<decimal> PointsThenAsync(string instant)
    {
        var answer = await AskAsync($"{instant}&on=2025-07-31");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), text);
        return (decimal)JsonNode.Parse(text)!["standings"]![0]!["points"]!;
    }

    private Task<HttpResponseMessage> AskAsync(string instant) =>
        Service.Http.GetAsync($"/v1/enterprises/{Sent.Shop}?knownAt={instant}");
}
