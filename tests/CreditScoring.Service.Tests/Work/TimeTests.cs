using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Work;

[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class TimeTests(On on) : ServiceTest(on)
{
    [Test]
    public async Task A_tier_falls_and_recovers_on_the_exact_day_with_no_event_in_between()
    {
        await Service.SendAsync(Sent.Failed("e1", "2024-01-10"), Sent.Failed("e2", "2025-07-31"));
        Assert.That(await Kept(), Is.EqualTo("D"));

        Clock.Turn(new DateTimeOffset(2026, 1, 10, 23, 59, 59, TimeSpan.FromHours(8)));
        Assert.That(await Service.TierAsync(), Is.EqualTo("D"), "the last day of the 24 months");

        Clock.Turn(new DateTimeOffset(2026, 1, 11, 0, 0, 0, TimeSpan.FromHours(8)));
        Assert.That(await Service.TierAsync(), Is.EqualTo("C"), "a stale tier is never served");
        await RunningService.Until(async () => await Kept() == "C");

        Clock.Turn("2027-08-01");
        await RunningService.Until(async () => await Kept() == "A");
        var told = (await Service.GetAsync("/v1/recommendations"))["items"]!.AsArray();
        Assert.That(told.Select(each => (string?)each!["recommendation"]!["tier"]![TestRules.Regime]),
            Is.EqualTo(new[] { "D", "C", "A" }));
    }

    [Test]
    public async Task What_turned_while_the_service_was_down_is_caught_up_at_its_start()
    {
        await Service.SendAsync(Sent.Failed("e1", "2024-01-10"));
        Clock.Turn("2026-01-11");
        await Restart();
        await RunningService.Until(async () => await Kept() == "A");
    }

    [Test]
    public async Task A_file_that_could_not_be_judged_is_tried_again_and_posts_nothing()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        var impossible = Sent.Failed("e2", "2025-07-02").With("kind", "inspection");
        impossible["data"]!["share"] = 0;
        impossible["data"]!.AsObject().Remove("result");
        Assert.That(await Service.SendAsync(impossible), Is.EqualTo(new[] { "accepted" }));
        var standing = await Service.StandingAsync();
        Assert.Multiple(() =>
        {
            Assert.That(standing["tier"], Is.Null);
            Assert.That((string?)standing["flaws"]![0]!["flaw"], Is.EqualTo("cannot-be-judged"));
            Assert.That((int)standing["revision"]!, Is.EqualTo(1));
        });
        await Service.SendAsync(Sent.Annulled("m1", "e2", "2025-07-03"));
        Assert.That(await Service.TierAsync(), Is.EqualTo("C"));
    }

    /// <summary>The tier as kept, which only the worker changes.</summary>
    private async Task<string?> Kept()
    {
        var item = (await Service.GetAsync("/v1/enterprises"))["items"]![0]!;
        return (bool)item["stale"]! ? "stale" : (string?)item["tier"];
    }
}
