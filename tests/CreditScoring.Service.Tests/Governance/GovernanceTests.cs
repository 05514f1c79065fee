using System.Text.Json.Nodes;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Governance;

[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
[Parallelizable(ParallelScope.Fixtures)]
public class GovernanceTests(On on)
{
    private TempFolder folder = null!;
    private StoppedClock clock = null!;
    private string[] record = [];
    private string rules = null!;

    [SetUp]
    public async Task Begin()
    {
        (folder, clock) = (new TempFolder(), StoppedClock.At("2025-07-31"));
        rules = TestRules.WriteTo(folder);
        if (on == On.Postgres)
        {
            var server = await SharedPostgres.Server;
            record = ["--postgres", server.Connection(await server.NewDatabaseAsync())];
        }

        // A record from before it knew of proposals: it has a book in use, and a standing by it.
        await using var before = await RunningService.StartAsync(folder, clock, record);
        await before.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Assert.That((string?)(await before.GetAsync("/version"))["law"], Is.EqualTo("folder"));
    }

    [TearDown]
    public void Clean() => folder.Dispose();

    [Test]
    public async Task What_was_in_use_stays_in_force_and_another_folder_changes_nothing()
    {
        TestRules.Publish(rules, 7);
        await using var service = await GovernedService.StartAsync(folder, clock, record);
        var law = await service.LawAsync();
        await RunningService.Until(async () => await law.PointsAsync() == 6);
        var answer = await service.AskAsync(law.Author, HttpMethod.Get, "/v1/rules");
        Assert.That(answer.Headers.GetValues("Credit-Law").Single(), Is.EqualTo("carried-over"));
        await Task.Delay(5000);
        Assert.That(await law.PointsAsync(), Is.EqualTo(6), "the folder is a draft");
        var (_, proposals) = await law.AskAsync(law.Author, "/v1/proposals");
        Assert.That((string?)proposals["items"]![0]!["state"], Is.EqualTo("in-force"));
        Assert.That((string?)proposals["items"]![0]!["kind"], Is.EqualTo("carried-over"));
    }

    [Test]
    public async Task One_person_proposes_another_approves_and_it_is_in_force_and_the_ledger_names_the_publication()
    {
        await using var service = await GovernedService.StartAsync(folder, clock, record);
        var law = await service.LawAsync();
        TestRules.Publish(rules, 7);
        var (id, content) = await law.ProposeAsync(rules);
        await law.RefusedAsync("right-missing", law.Author, $"/v1/proposals/{id}/approve", Law.Naming(content));
        await law.RefusedAsync("proposal-state", law.Approver, $"/v1/proposals/{id}/publish", Law.Naming(content));
        await law.DoneAsync(law.Both, $"/v1/proposals/{id}/remark", new JsonObject { ["text"] = "看过了" });
        await law.ApproveAsync(law.Both, id, content);
        await law.DoneAsync(law.Both, $"/v1/proposals/{id}/publish", Law.Naming(content));
        await law.InForce(id);
        await RunningService.Until(async () => (string?)(await law.AskAsync(
            law.Sender, $"/v1/enterprises/{Sent.Shop}/ledger")).Body["items"]!.AsArray()[^1]!["cause"] == $"publication:{id}");
        Assert.That(await law.PointsAsync(), Is.EqualTo(7));
        var answer = await service.AskAsync(law.Author, HttpMethod.Get, "/v1/rules");
        Assert.That(answer.Headers.GetValues("Credit-Law").Single(), Is.EqualTo("approved"));
        var acts = await service.Services.GetRequiredService<IRecordQuestions>()
            .ActsAsync(new ActQuery(0, 100) { Target = GazetteEntry.TargetOf(id) });
        Assert.That(acts.Select(each => $"{each.Act.Actor} {each.Act.What}"), Is.EqualTo(new[]
        {
            "person:author law-drafted", "person:author law-proposed", "person:author law-backtest-begun",
            "person:both law-remarked", "service law-backtested", "person:both law-backtest-read", "person:both law-approved", "person:both law-published", "service law-in-force",
        }));
    }

    [Test]
    public async Task Who_wrote_it_does_not_approve_it_whatever_else_he_may()
    {
        await using var service = await GovernedService.StartAsync(folder, clock, record);
        var law = await service.LawAsync();
        TestRules.Publish(rules, 7);
        var own = law with { Author = law.Both };
        var (id, content) = await own.ProposeAsync(rules);
        await law.RefusedAsync("second-person", law.Both, $"/v1/proposals/{id}/approve", Law.Naming(content));
    }

    [Test]
    public async Task A_law_that_nobody_can_be_judged_by_is_not_proposed_and_says_where()
    {
        await using var service = await GovernedService.StartAsync(folder, clock, record);
        var law = await service.LawAsync();
        TestRules.Publish(rules, "6 +");
        var draft = await law.DoneAsync(law.Author, "/v1/proposals", new JsonObject
        {
            ["title"] = "points", ["reason"] = "as decided", ["files"] = GovernedService.FilesOf(rules),
        });
        var (status, said) = await law.AskAsync(
            law.Author, $"/v1/proposals/{draft["id"]}/propose", Law.Naming((string)draft["content"]!));
        Assert.That(status, Is.EqualTo(422));
        Assert.That((long?)said["line"], Is.GreaterThan(0), said.ToJsonString());
    }

    [Test]
    public async Task The_difference_is_said_in_words_of_the_law_and_the_files_come_back_as_they_were()
    {
        await using var service = await GovernedService.StartAsync(folder, clock, record);
        var law = await service.LawAsync();
        TestRules.Publish(rules, 7);
        var (id, _) = await law.ProposeAsync(rules);
        var (_, difference) = await law.AskAsync(law.Approver, $"/v1/proposals/{id}/difference");
        var change = difference["packs"]![0]!["changes"]![0]!;
        Assert.That(
            ((string?)change["path"], (string?)change["was"], (string?)change["becomes"]),
            Is.EqualTo(("points / failed / says / points", "6", "7")), difference.ToJsonString());
        var (_, files) = await law.AskAsync(law.Approver, $"/v1/proposals/{id}/files");
        Assert.That(files["files"]!.ToJsonString(), Is.EqualTo(GovernedService.FilesOf(rules).ToJsonString()));
    }

    [Test]
    public async Task It_waits_for_its_day_and_a_restart_does_not_lose_it()
    {
        string id;
        await using (var service = await GovernedService.StartAsync(folder, clock, record))
        {
            var law = await service.LawAsync();
            TestRules.Publish(rules, 7);
            id = await law.PublishAsync(rules, "2025-08-02");
            await Task.Delay(3000);
            Assert.That(await law.PointsAsync(), Is.EqualTo(6));
        }

        clock.Turn("2025-08-02");
        await using var later = await GovernedService.StartAsync(folder, clock, record);
        await RunningService.Until(async () => (string?)(await later.GetAsync("/version"))["law"] == "approved");
    }

    [Test]
    public async Task What_was_in_force_is_published_anew_and_is_in_force_again()
    {
        await using var service = await GovernedService.StartAsync(folder, clock, record);
        var law = await service.LawAsync();
        var (_, before) = await law.AskAsync(law.Author, "/v1/proposals");
        var former = (string)before["items"]![0]!["id"]!;
        TestRules.Publish(rules, 7);
        await law.InForce(await law.PublishAsync(rules));
        var back = await law.DoneAsync(
            law.Approver, $"/v1/proposals/{former}/rollback", new JsonObject { ["reason"] = "a mistake" });
        await law.InForce((string)back["id"]!);
        await RunningService.Until(async () => await law.PointsAsync() == 6);
    }

    [Test]
    public async Task Where_a_folder_is_taken_as_it_is_nothing_is_published_and_every_answer_says_so()
    {
        await using var service = await RunningService.StartAsync(folder, clock, Persons.Cheaply, record);
        var law = await service.LawAsync();
        TestRules.Publish(rules, 7);
        var (id, content) = await law.ProposeAsync(rules);
        await law.DoneAsync(law.Approver, $"/v1/proposals/{id}/approve", Law.Naming(content));
        await law.RefusedAsync("folder-trusted", law.Approver, $"/v1/proposals/{id}/publish", Law.Naming(content));
        foreach (var path in new[] { "/v1/rules", "/health/ready", "/v2/none", "/metrics", "/rules" })
        {
            var answer = await service.AskAsync(law.Author, HttpMethod.Get, path);
            Assert.That(answer.Headers.GetValues("Credit-Law").Single(), Is.EqualTo("folder"), path);
        }
    }
}
