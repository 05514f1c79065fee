using System.Text.Json.Nodes;
using CreditScoring.Service.Backtests;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Service.Tests.Governance;

namespace CreditScoring.Service.Tests.Backtests;

/// <summary>What a proposal would have done over a past period, with the record as it is.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
[Parallelizable(ParallelScope.Fixtures)]
public class PeriodTests(On on)
{
    private ShadowedService given = null!;
    private Governance.Law law = null!;
    private string id = null!;

    /// <summary>A version for December, by which half the points are enough.</summary>
    [SetUp]
    public async Task Begin()
    {
        given = await ShadowedService.StartAsync(on);
        law = given.Law;
        given.AddVersion("2025-12-01", text => text.Replace("total >= 6", "total >= 3").Replace("total >= 12", "total >= 6"));
        (id, _) = await law.ProposeAsync(given.Rules);
        await law.TestedAsync(id);
    }

    [TearDown]
    public async Task Clean() => await given.DisposeAsync();

    [Test]
    public async Task It_says_what_would_have_been_at_each_end_of_a_month_and_from_which_on_who_differs()
    {
        await given.FailAsync("x0", 0);
        var acts = await ActsAsync();
        var test = await TestedAsync("2025-05-10", "2025-07-31");
        Assert.That(
            test["days"]!.AsArray().Select(each => $"{each!["day"]} {each["subjects"]} {each["moved"]}"),
            Is.EqualTo(new[] { "2025-05-31 0 0", "2025-06-30 20 10", "2025-07-31 30 11" }));
        Assert.That(ShadowedService.Tiers(test["days"]![1]!), Is.EquivalentTo(new[] { "C->D 10", "D->D 10" }));
        Assert.That(ShadowedService.Tiers(test["days"]![2]!), Is.EquivalentTo(new[] { "A->A 9", "C->D 11", "D->D 10" }));
        Assert.That(
            ((long)test["subjects"]!, (long)test["moved"]!, (long)test["beforeTheDay"]!), Is.EqualTo((30L, 11L, 0L)));
        var (_, movers) = await law.AskAsync(law.Approver, $"/v1/proposals/{id}/backtest/period/movers");
        Assert.That(
            movers["items"]!.AsArray().CountBy(each => $"{each!["on"]} {each["before"]}->{each["after"]}")
                .Select(each => $"{each.Key} {each.Value}"),
            Is.EquivalentTo(new[] { "2025-06-30 C->D 10", "2025-07-31 C->D 1" }), "each is told once, from when he differs on");
        Assert.That(await ActsAsync() - acts, Is.EqualTo(2), "begun and done, and nothing else is kept but its portions");
        var page = await (await given.Service.AskAsync(law.Approver, HttpMethod.Get, $"/proposals/{id}")).Content.ReadAsStringAsync();
        Assert.That(page, Does.Contain("期间回测").And.Contain("2025-06-30").And.Contain("20 个主体，10 个等级不同"));
    }

    [Test]
    public async Task Whoever_does_which_part_it_comes_to_the_same_octets()
    {
        await TestedAsync("2025-05-10", "2025-07-31");
        var test = (await given.Service.Services.GetRequiredService<LawDesk>().CurrentAsync()).Proposals[id].PeriodTest!;
        var record = given.Service.Services.GetRequiredService<IRecord>();
        foreach (var portion in new[] { 1, 7 })
        {
            var again = test with { Run = $"again{portion}", Report = null };
            BacktestRun Run() => new(again, record, record, new Activation(false), given.Clock) { PortionOf = portion };
            var left = 2;
            Assert.That(await Run().GoOnAsync(() => Task.FromResult(--left > 0)), Is.Null);
            Assert.That((await Run().GoOnAsync(() => Task.FromResult(true)))!.Value.Text.Book, Is.EqualTo(test.Report));
        }
    }

    [Test]
    public async Task A_period_that_has_not_passed_or_is_too_long_is_refused_and_none_lets_anybody_approve()
    {
        foreach (var (from, to) in new[] { ("2025-05-01", "2025-08-01"), ("2025-06-01", "2025-05-31"), ("2015-07-30", "2025-07-31") })
        {
            await law.RefusedAsync("backtest-period", law.Author, $"/v1/proposals/{id}/backtest/period", Period(from, to));
        }

        var days = (await TestedAsync("2015-07-31", "2025-07-31"))["days"]!.AsArray();
        Assert.That(((string?)days[0]!["day"], days.Count), Is.EqualTo(("2015-09-30", 41)), "ends of quarters, and the last day");
        Assert.That((string?)(await law.TestedAsync(id))["day"], Is.EqualTo("2025-12-01"), "the one that is wanted stays what it was");
    }

    private static JsonObject Period(string from, string to) => new() { ["from"] = from, ["to"] = to };

    private async Task<JsonNode> TestedAsync(string from, string to)
    {
        var path = $"/v1/proposals/{id}/backtest/period";
        await law.DoneAsync(law.Author, path, Period(from, to));
        JsonNode? test = null;
        await RunningService.Until(async () =>
            (string?)(test = (await law.AskAsync(law.Approver, path)).Body)["state"] == "done");
        return test!;
    }

    private async Task<int> ActsAsync() =>
        (await given.Service.Services.GetRequiredService<IRecordQuestions>().ActsAsync(new ActQuery(0, 1000)))
            .Count(each => each.Act.What.StartsWith("law-", StringComparison.Ordinal));
}
