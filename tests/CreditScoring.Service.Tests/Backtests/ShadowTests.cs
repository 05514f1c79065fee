using System.Text.Json.Nodes;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Backtests;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Service.Tests.Governance;

namespace CreditScoring.Service.Tests.Backtests;

/// <summary>A proposal judges live events beside the law in force, and changes nothing.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
[Parallelizable(ParallelScope.Fixtures)]
public class ShadowTests(On on)
{
    private ShadowedService given = null!;
    private Governance.Law law = null!;

    private StoppedClock Clock => given.Clock;

    private RunningService Service => given.Service;

    [SetUp]
    public async Task Begin()
    {
        given = await ShadowedService.StartAsync(on);
        law = given.Law;
    }

    [TearDown]
    public async Task Clean() => await given.DisposeAsync();

    [Test]
    public async Task Whoever_is_assessed_while_it_runs_is_judged_by_both_and_nobody_else()
    {
        TestRules.Publish(given.Rules, 12);
        var (id, _) = await law.ProposeAsync(given.Rules);
        var begun = await law.DoneAsync(law.Author, $"/v1/proposals/{id}/shadow", new JsonObject { ["days"] = 14 });
        Assert.That(
            ((string?)begun["state"], (string?)begun["from"], (string?)begun["until"], (string?)begun["by"]),
            Is.EqualTo(("running", "2025-07-31", "2025-08-13", "person:author")));
        await given.FailAsync("x1", 3);
        await given.FailAsync("x2", 6);
        await given.FailAsync("x3", 6);
        var shadow = await given.FollowedAsync(id);
        Assert.That(ShadowedService.Tiers(shadow), Is.EquivalentTo(new[] { "C->D 1", "D->D 1" }), "of thirty two were assessed");
        Assert.That(((long)shadow["moved"]!, (long)shadow["pointsOnly"]!), Is.EqualTo((1L, 1L)));
        Assert.That(shadow["regions"]!.ToJsonString(), Is.EqualTo("""[{"of":"4419","subjects":2,"moved":1}]"""));
        Assert.That(await Service.TierOfAsync(law, 3), Is.EqualTo("C"), "what is in force judges as before");

        var (_, movers) = await law.AskAsync(law.Approver, $"/v1/proposals/{id}/shadow/movers");
        var mover = movers["items"]!.AsArray().Single()!;
        Assert.That(
            ((string?)mover["subject"], (string?)mover["since"], (string?)mover["event"], (string?)mover["why"]),
            Is.EqualTo((Codes.Of(3), "2025-07-31", "gd-samr/x1", "failed 6 -> 12 [law.md#a]; some -> high")));
        Assert.That(((decimal)mover["pointsBefore"]!, (decimal)mover["pointsAfter"]!), Is.EqualTo((6m, 12m)));
        var page = await (await Service.AskAsync(law.Approver, HttpMethod.Get, $"/proposals/{id}")).Content.ReadAsStringAsync();
        Assert.That(page, Does.Contain("影子运行：与现行规则并行评定").And.Contain("<code>gd-samr/x1</code>")
            .And.Contain("failed 6 → 12; some → high").And.Match("title=\"4419\">\\s*东莞市\\s*1 / 2"));
    }

    [Test]
    public async Task A_version_to_come_shadows_as_if_it_were_in_force_from_the_first_day_on()
    {
        given.AddVersion("2025-12-01", text => text.Replace("total >= 6", "total >= 3").Replace("total >= 12", "total >= 6"));
        var (id, _) = await law.ProposeAsync(given.Rules);
        Assert.That((long)(await law.TestedAsync(id))["beforeTheDay"]!, Is.Zero);
        await given.BeginAsync(id);
        await given.FailAsync("x1", 3);
        Assert.That(ShadowedService.Tiers(await given.FollowedAsync(id)), Is.EqualTo(new[] { "C->D 1" }));
    }

    [Test]
    public async Task What_time_alone_does_by_the_candidate_is_followed_on_its_day()
    {
        given.AddVersion("2025-12-01", text => text.Replace("AddMonths(24)", "AddMonths(1)"));
        var (id, _) = await law.ProposeAsync(given.Rules);
        await given.BeginAsync(id, 90);
        await given.FailAsync("x1", 3, "2025-07-31");
        Assert.That(ShadowedService.Tiers(await given.FollowedAsync(id)), Is.EqualTo(new[] { "C->C 1" }));
        await given.TurnAsync("2025-09-02");
        await given.UntilAsync(id, shadow => ShadowedService.Tiers(shadow).SequenceEqual(["C->A 1"]));
        var (_, movers) = await law.AskAsync(law.Approver, $"/v1/proposals/{id}/shadow/movers");
        Assert.That((string?)movers["items"]![0]!["since"], Is.EqualTo("2025-09-02"));
        Assert.That(movers["items"]![0]!["event"], Is.Null, "no event did it");
    }

    [Test]
    public async Task By_whom_nobody_can_be_judged_is_told_and_holds_up_nothing()
    {
        given.Change("tier.workflow.json", text => text.Replace("spread >= 0", "1 / total >= 0"));
        var (id, _) = await law.ProposeAsync(given.Rules);
        await given.BeginAsync(id);
        await law.DoneAsync(law.Sender, "/v1/events", new JsonArray(given.Passed("x1", 0)));
        Assert.That(ShadowedService.Tiers(await given.FollowedAsync(id)), Is.EqualTo(new[] { "A->? 1" }));
        var (_, movers) = await law.AskAsync(law.Approver, $"/v1/proposals/{id}/shadow/movers");
        Assert.That((string?)movers["items"]![0]!["why"], Does.Contain("division by zero").Or.Contain("divi"));
        Assert.That(await Service.TierOfAsync(law, 0), Is.EqualTo("A"));
        Assert.That((string?)(await law.AskAsync(law.Author, "/health/ready")).Body["status"], Is.EqualTo("ready"));
    }

    [Test]
    public async Task Its_last_day_is_in_it_to_the_end_and_what_comes_later_is_not()
    {
        TestRules.Publish(given.Rules, 12);
        var (id, _) = await law.ProposeAsync(given.Rules);
        await given.BeginAsync(id, 1);
        await given.FailAsync("x1", 3);
        await given.FollowedAsync(id);
        Clock.Turn("2025-08-01");
        await given.FailAsync("x4", 4);
        var shadow = await given.UntilAsync(id, each => (string?)each["state"] == "ended" && (long)each["behind"]! == 0);
        Assert.That(ShadowedService.Tiers(shadow), Is.EqualTo(new[] { "C->D 1" }));
    }

    [Test]
    public async Task Only_who_wrote_it_or_an_approver_begins_and_stops_it_and_each_is_an_act()
    {
        TestRules.Publish(given.Rules, 12);
        var (id, content) = await law.ProposeAsync(given.Rules);
        var path = $"/v1/proposals/{id}/shadow";
        var days = new JsonObject { ["days"] = 14 };
        Assert.That((await law.AskAsync(law.Approver, path)).Status, Is.EqualTo(404), "it has none");
        await law.RefusedAsync("shadow-person", await Service.KeyOf("other", [Role.Author]), path, days);
        foreach (var wrong in new[] { 0m, 91m, 1.5m })
        {
            await law.RefusedAsync("shadow-days", law.Author, path, new JsonObject { ["days"] = wrong });
        }

        var run = new JsonObject { ["run"] = (string)(await law.DoneAsync(law.Approver, path, days))["run"]! };
        await law.RefusedAsync("shadow-runs", law.Author, path, days);
        await law.RefusedAsync("shadow-unknown", law.Author, $"{path}/stop", new JsonObject { ["run"] = "0000000000000000" });
        Assert.That((string?)(await law.DoneAsync(law.Author, $"{path}/stop", run))["state"], Is.EqualTo("stopped"));
        await law.RefusedAsync("shadow-unknown", law.Author, $"{path}/stop", run);
        await given.FailAsync("x1", 3);

        await law.DoneAsync(law.Author, path, days);
        await law.ApproveAsync(law.Approver, id, content);
        await law.DoneAsync(law.Approver, $"/v1/proposals/{id}/publish", Governance.Law.Naming(content));
        await law.InForce(id);
        Assert.That((string?)(await law.AskAsync(law.Author, path)).Body["state"], Is.EqualTo("overtaken"));
        var acts = await Service.Services.GetRequiredService<IRecordQuestions>().ActsAsync(new ActQuery(0, 1000));
        Assert.That(
            acts.Where(each => each.Act.What.StartsWith("law-shadow", StringComparison.Ordinal))
                .Select(each => $"{each.Act.Actor} {each.Act.What}"),
            Is.EqualTo(new[]
            {
                "person:approver law-shadow-begun", "person:author law-shadow-stopped", "person:author law-shadow-begun",
            }));
    }

    [Test]
    public async Task Whoever_goes_on_whenever_comes_to_the_same_rows_and_none_is_left_out_or_taken_twice()
    {
        TestRules.Publish(given.Rules, 12);
        var (id, _) = await law.ProposeAsync(given.Rules);
        await given.BeginAsync(id);
        foreach (var subject in Enumerable.Range(0, ShadowedService.Subjects))
        {
            await given.FailAsync($"x{subject}", subject);
        }

        await given.FollowedAsync(id);
        var record = Service.Services.GetRequiredService<IRecord>();
        var shadow = (await Service.Services.GetRequiredService<LawDesk>().CurrentAsync()).Proposals[id].Shadow!;
        var whole = await RowsAsync(record, shadow);
        Assert.That(whole, Has.Count.EqualTo(ShadowedService.Subjects));

        // From the first change on, by two at once, the record having forgotten what came before, and once more.
        foreach (var position in new long[] { 0, 3, -5, 1_000_000 })
        {
            var again = shadow with { Run = $"again{position}" };
            await record.KeepShadowAsync(new ShadowStep(null, new ShadowProgress(again.Run, 0, position, null), [], []));
            var workers = Enumerable.Range(0, 3).Select(_ => new ShadowRun(again, record, record, new Activation(false)));
            await Task.WhenAll(workers.Select(async each =>
            {
                while (await each.StepAsync(shadow.From))
                {
                }
            }));
            var rows = await RowsAsync(record, again);
            Assert.That(rows, Is.EqualTo(position == 3 ? rows : whole), $"from {position}");
            Assert.That(
                await record.KeepShadowAsync(new ShadowStep(
                    new ShadowProgress(again.Run, 0, 0, null), new ShadowProgress(again.Run, 1, 9, null), [], [])),
                Is.False, "a step that was taken is not taken again");
        }
    }

    private static async Task<List<string>> RowsAsync(IRecord record, Shadow shadow) =>
        [.. (await record.ShadowRowsAsync(shadow.Run, [.. Enumerable.Range(0, ShadowedService.Subjects)
            .Select(each => new Subject("operator", Codes.Of(each)))])).Select(each => $"{each}").Order(StringComparer.Ordinal)];
}
