using System.Text.Json.Nodes;
using CreditScoring.Enterprises;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Tests.Given;
using Newtonsoft.Json;

namespace CreditScoring.Service.Tests.Backtests;

/// <summary>Whatever a shadow does or fails to do, nothing else is otherwise for it.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
[Parallelizable(ParallelScope.Fixtures)]
public class ShadowApartTests(On on)
{
    [Test]
    public async Task A_record_with_a_shadow_is_the_record_without_it_but_for_its_own_rows_and_acts()
    {
        var (without, with) = (await LivedAsync(shadowed: false), await LivedAsync(shadowed: true));
        Assert.That(with, Is.EqualTo(without));
    }

    [Test]
    public async Task A_shadow_that_fails_degrades_itself_alone_and_loses_nothing()
    {
        var fails = false;
        await using var given = await ShadowedService.StartAsync(on, RecordInFront.Doing(asked =>
            fails && asked == nameof(IShadowRecord.ShadowRowsAsync) ? throw new InvalidOperationException("broken")
                : Task.CompletedTask));
        var law = given.Law;
        TestRules.Publish(given.Rules, 12);
        var (id, _) = await law.ProposeAsync(given.Rules);
        await law.TestedAsync(id);
        fails = true;
        await given.BeginAsync(id);
        await given.FailAsync("x1", 3);
        await RunningService.Until(async () =>
            (await law.AskAsync(law.Author, "/health/ready")).Body.ToJsonString().Contains("shadows"));
        await given.FailAsync("x4", 4);
        Assert.That(await given.Service.TierOfAsync(law, 4), Is.EqualTo("D"), "events are kept and judged as ever");
        fails = false;
        Assert.That(ShadowedService.Tiers(await given.FollowedAsync(id)), Is.EquivalentTo(new[] { "C->D 1", "D->D 1" }));
    }

    [Test]
    public async Task What_is_kept_of_a_shadow_goes_when_its_proposal_does()
    {
        await using var given = await ShadowedService.StartAsync(on);
        var law = given.Law;
        TestRules.Publish(given.Rules, 12);
        var (id, _) = await law.ProposeAsync(given.Rules);
        await given.BeginAsync(id);
        await given.FailAsync("x1", 3);
        var run = (string)(await given.FollowedAsync(id))["run"]!;
        await law.DoneAsync(law.Author, $"/v1/proposals/{id}/withdraw", new JsonObject());
        var record = given.Service.Services.GetRequiredService<IRecord>();
        await RunningService.Until(async () => await record.ShadowAsync(run) is null
            && (await record.ShadowCountsAsync(run)).Count == 0);
    }

    /// <summary>What the record says at the end of two days with events, mending and time, shadowed or not.</summary>
    private async Task<string> LivedAsync(bool shadowed)
    {
        await using var given = await ShadowedService.StartAsync(on);
        var law = given.Law;
        TestRules.Publish(given.Rules, 12);
        var (id, _) = await law.ProposeAsync(given.Rules);
        await law.TestedAsync(id);
        if (shadowed)
        {
            await given.BeginAsync(id);
        }

        foreach (var subject in Enumerable.Range(0, 12))
        {
            await given.FailAsync($"x{subject}", subject);
        }

        if (shadowed)
        {
            Assert.That((long)(await given.FollowedAsync(id))["moved"]!, Is.EqualTo(4));
        }

        await given.TurnAsync("2025-08-02");
        await given.FailAsync("y1", 1);
        var record = given.Service.Services.GetRequiredService<IRecord>();
        if (shadowed)
        {
            await given.FollowedAsync(id);
        }

        Assert.That((await Proof.OfAsync(record.ChainAsync(), [])).Found, Is.Empty);
        return await SaidAsync(record);
    }

    private static async Task<string> SaidAsync(IRecord record)
    {
        var all = new List<object?> { await record.FeedAsync(0, 1000) };
        foreach (var subject in Enumerable.Range(0, ShadowedService.Subjects)
            .Select(each => new Subject("operator", Codes.Of(each))))
        {
            all.Add(await record.FileAsync(subject));
            all.Add((await record.EventsAsync(subject)).OrderBy(each => each.Id.Id, StringComparer.Ordinal));
            all.Add(await record.LedgerAsync(subject, new LedgerKey("", 0), 1000));
            all.Add((await record.HistoryAsync(subject, 0, 1000)).Select(each => (each.Change, each.RecordedAt)));
        }

        return JsonConvert.SerializeObject(all, Formatting.Indented);
    }
}
