using System.Text.Json.Nodes;
using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Replaying;
using CreditScoring.Service.Tests.Given;
using static CreditScoring.Service.Tests.Given.Batches;

namespace CreditScoring.Service.Tests.SecondOpinions;

/// <summary>A standing says by which engines it was reached; other engines, and all are judged again.</summary>
// The setting is of the whole process.
[NonParallelizable]
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class JudgedByTests(On on) : ServiceTest(on)
{
    private const string ReadDifferently = "6 + (happened.note < \\\"a\\\" ? 1 : 0)";

    private static JsonObject Passed => Sent.Failed("p", "2025-07-01", Sent.Factory)
        .With("data", new JsonObject { ["result"] = "passed" });

    private IRecord Record => Service.Services.GetRequiredService<IRecord>();

    [TearDown]
    public void Reset() => Set(null);

    [Test]
    public async Task Turned_on_it_judges_all_again_with_the_same_book_and_what_differs_then_shows()
    {
        await RunAsync("off", ReadDifferently);
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"), Passed);
        var before = await AnswerAsync(Sent.Shop);
        Assert.That(((string?)before["secondOpinion"], await Service.TierAsync()), Is.EqualTo(("off", "C")));

        await RunAsync("always", null);
        await RunningService.Until(async () => (await SweptAsync()) == 2 && await IsReadyAsync());
        var after = await AnswerAsync(Sent.Shop);
        Assert.Multiple(async () =>
        {
            Assert.That((string?)after["secondOpinion"], Does.Match("^RulesEngine 6.*, always$"));
            Assert.That((string?)after["book"], Is.EqualTo((string?)before["book"]), "no part of the hash");
            Assert.That((string?)after["standings"]![0]!["tier"], Is.Null);
            Assert.That((string?)after["standings"]![0]!["flaws"]![0]!["flaw"], Is.EqualTo("engines-differ"));
            Assert.That(await Service.TierAsync(Sent.Factory), Is.EqualTo("A"), "its neighbour stands");
            Assert.That((await Record.FileAsync(Shop))!.Basis.Engines, Is.EqualTo((string?)after["secondOpinion"]));
            Assert.That(await CausesAsync(), Does.Contain($"engines:{after["secondOpinion"]}"));
            Assert.That((string?)(await Service.GetAsync("/v1/rules"))["secondOpinion"], Is.EqualTo((string?)after["secondOpinion"]));
            Assert.That((string?)(await Service.GetAsync("/v1/workers"))["items"]![0]!["secondOpinion"],
                Is.EqualTo((string?)after["secondOpinion"]));
        });

        await RunAsync("off", null);
        await RunningService.Until(async () => (await SweptAsync()) == 2 && await IsReadyAsync());
        Assert.That(await Service.TierAsync(), Is.EqualTo("C"), "and back again");
    }

    [TestCase("always")]
    [TestCase("off")]
    [TestCase("0.5")]
    public async Task The_same_engines_judge_nothing_again_and_another_share_does(string mode)
    {
        await RunAsync(mode, "6");
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        await RunAsync(mode, null);
        await RunningService.Until(IsReadyAsync);
        Assert.That(await SweptAsync(), Is.Zero);
        await RunAsync("0.25", null);
        await RunningService.Until(async () => (await SweptAsync()) == 1 && await IsReadyAsync());
        Assert.That((string?)(await AnswerAsync(Sent.Shop))["secondOpinion"], Does.EndWith(", share 0.25"));
    }

    [Test]
    public async Task What_was_known_then_is_judged_by_the_engines_of_then()
    {
        await RunAsync("off", ReadDifferently);
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Clock.Turn("2025-08-02");
        await RunAsync("always", null);
        await RunningService.Until(IsReadyAsync);
        Clock.Turn("2025-08-04");
        TestRules.Publish(Folder.In("rules"), 6);
        await RunningService.Until(async () => await Service.TierAsync() == "C"
            && (await Service.MetricsAsync())["credit_second_opinion_open"] == 0);
        Clock.Turn("2025-08-06");

        var (off, both) = (await ThenAsync("2025-08-01"), await ThenAsync("2025-08-03"));
        Assert.Multiple(async () =>
        {
            Assert.That(((string?)off["secondOpinion"], (string?)off["standings"]![0]!["tier"]), Is.EqualTo(("off", "C")));
            Assert.That((string?)both["secondOpinion"], Does.EndWith(", always"));
            Assert.That((string?)both["standings"]![0]!["flaws"]![0]!["flaw"], Is.EqualTo("engines-differ"));
            Assert.That((await Service.MetricsAsync())["credit_second_opinion_open"], Is.Zero,
                "a text that is in use no more degrades nothing");
        });
    }

    [Test]
    public async Task A_replay_judges_each_file_by_the_engines_that_judged_it_and_says_so()
    {
        await RunAsync("off", ReadDifferently);
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Assert.That(await ReplayAsync(), Is.EqualTo((0, "1 files: judged by our engine alone; compared with our engine alone")));
        await RunAsync("always", null);
        await RunningService.Until(async () => (await SweptAsync()) == 1 && await IsReadyAsync());
        var (differences, note) = await ReplayAsync();
        Assert.That(differences, Is.Zero, "not to be judged is what both make of it");
        Assert.That(note, Does.Match("^1 files: judged by RulesEngine .*, always; compared with RulesEngine .*, always$"));
    }

    [TestCase("RulesEngine 5.0.0, always", "6", 0)]
    [TestCase("RulesEngine 5.0.0, always", ReadDifferently, 1)]
    [TestCase(null, ReadDifferently, 0)]
    public async Task Engines_that_this_program_does_not_have_are_told_where_nothing_else_explains(
        string? engines, string points, int differences)
    {
        await RunAsync("off", points);
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        var kept = (await Record.FileAsync(Shop))!;
        await Record.KeepAsync(new RecordBatch(Clock.GetUtcNow())
        {
            Files = [new AssessedFile(kept with { Basis = kept.Basis with { Engines = engines } }, [], null)],
        });
        var rebuilding = Rebuild();
        var found = await rebuilding.CompareAsync();
        Assert.That(found.Any(each => each.Kept == $"by {engines}"), Is.EqualTo(differences > 0), string.Join('\n', found));
        Assert.That(found.Count > 0, Is.EqualTo(differences > 0));
        Assert.That(rebuilding.Notes[0], Does.StartWith($"1 files: judged by {engines ?? "engines that were not kept"}; compared with RulesEngine"));
    }

    private Rebuilding Rebuild() => new(Record, seconding => TestRules.BookOf(Folder, seconding));

    private async Task<(int Differences, string Note)> ReplayAsync()
    {
        var rebuilding = Rebuild();
        return ((await rebuilding.CompareAsync()).Count, rebuilding.Notes[0]);
    }

    private async Task RunAsync(string mode, string? points)
    {
        if (points is not null)
        {
            TestRules.Publish(Folder.In("rules"), points);
        }

        Set(mode);
        await Restart();
    }

    private Task<JsonNode> AnswerAsync(string subject) => Service.GetAsync($"/v1/enterprises/{subject}");

    private Task<JsonNode> ThenAsync(string day) =>
        Service.GetAsync($"/v1/enterprises/{Sent.Shop}?on=2025-07-31&knownAt={day}T00:00:00Z");

    private async Task<double> SweptAsync() => (await Service.MetricsAsync())["credit_sweep_files_total"];

    private async Task<bool> IsReadyAsync() => (await Service.Http.GetAsync("/health/ready")).IsSuccessStatusCode;

    private async Task<string[]> CausesAsync() =>
        [.. (await Service.GetAsync($"/v1/enterprises/{Sent.Shop}/history"))["items"]!.AsArray().Select(each => (string)each!["cause"]!)];

    private static void Set(string? mode) => Environment.SetEnvironmentVariable("CREDIT__Rules__SecondOpinion", mode);
}
