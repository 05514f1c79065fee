using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Starting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Tests.Questions;

/// <summary>What was known at an instant is answered by the rule book that was in force then.</summary>
[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class BooksThenTests(On on) : ServiceTest(on)
{
    private const string Standing = $"/v1/enterprises/{Sent.Shop}?on=2025-07-31&knownAt=";
    private const string Explained = $"/v1/enterprises/{Sent.Shop}/explanation?on=2025-07-31&knownAt=";

    private string Rules => Folder.In("rules");

    [Test]
    public async Task An_answer_as_known_then_stays_when_the_rules_are_edited_and_after_a_restart()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Clock.Turn("2025-08-02");
        var (path, explained) = ($"{Standing}2025-08-01T00:00:00Z", $"{Explained}2025-08-01T00:00:00Z");
        var (before, why) = (await AnswerAsync(path), await AnswerAsync(explained));
        Assert.That(before, Does.Contain("\"points\":6"));

        await EditAsync(12, "D");
        Assert.That(await AnswerAsync(path), Is.EqualTo(before));
        Assert.That(await AnswerAsync(explained), Is.EqualTo(why));
        Clock.Turn("2025-08-04");
        Assert.That(await AnswerAsync($"{Standing}2025-08-03T00:00:00Z"), Does.Contain("\"points\":12"),
            "control: the edit is in force from when it was taken");
        await Restart();
        Assert.That(await AnswerAsync(path), Is.EqualTo(before));
        Assert.That(await AnswerAsync(explained), Is.EqualTo(why));
    }

    [Test]
    public async Task A_book_that_comes_back_is_in_force_again_from_then_on_and_not_before()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Clock.Turn("2025-08-02");
        await EditAsync(12, "D");
        Clock.Turn("2025-08-04");
        await EditAsync(6, "C");
        Clock.Turn("2025-08-06");
        Assert.Multiple(async () =>
        {
            Assert.That(await TierThenAsync("2025-08-01"), Is.EqualTo("C"));
            Assert.That(await TierThenAsync("2025-08-03"), Is.EqualTo("D"));
            Assert.That(await TierThenAsync("2025-08-05"), Is.EqualTo("C"));
        });
    }

    [Test]
    public async Task A_regime_that_was_withdrawn_is_still_explained_as_known_then()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Clock.Turn("2025-08-02");
        TestRules.Rename(Rules, "test/other");
        await RunningService.Until(async () => (await Service.GetAsync("/v1/rules"))["rejected"]!.AsArray().Count > 0);
        var wanted = (string)(await Service.GetAsync("/v1/rules"))["rejected"]![0]!["mend"]!["en"]!;
        File.WriteAllText(Path.Combine(Rules, "accepted-book"), wanted.Split(' ').First(word => word.Length == 12));
        await RunningService.Until(async () =>
            (string?)(await Service.GetAsync("/v1/rules"))["regimes"]![0]!["regime"] == "test/other");
        Assert.That(await AnswerAsync($"{Explained}2025-08-01T00:00:00Z&regime={TestRules.Regime}"),
            Does.Contain("\"points\":6"));
        var now = await Service.Http.GetAsync($"/v1/enterprises/{Sent.Shop}/explanation?regime={TestRules.Regime}");
        Assert.That(now.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "control: not in use today");
    }

    [Test]
    public async Task A_kept_book_that_cannot_be_read_is_told_and_never_answered_by_another()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        var first = (string)(await Service.GetAsync("/version"))["book"]!;
        Clock.Turn("2025-08-02");
        await EditAsync(12, "D");
        Clock.Turn("2025-08-04");
        foreach (var text in new[] { "{", "{\"events/kinds.json\":\"{}\"}" })
        {
            await Restart(BookInFront(first, text));
            var answer = await Service.Http.GetAsync($"{Standing}2025-08-01T00:00:00Z");
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotImplemented));
            Assert.That(await answer.Content.ReadAsStringAsync(),
                Does.Contain("\"code\":\"book-unreadable\"").And.Contain(first[..12]));
            Assert.That(await AnswerAsync($"{Standing}2025-08-03T00:00:00Z"), Does.Contain("\"points\":12"));
        }
    }

    /// <summary>The record has another text of a book than was kept.</summary>
    private static Action<IServiceCollection> BookInFront(string book, string text) =>
        RecordInFront.Answering("BookTextAsync", arguments => (string)arguments[0]! == book
            ? Task.FromResult<BookText?>(BookText.Of(book, text)) : null);

    private async Task EditAsync(int points, string tier)
    {
        TestRules.Publish(Rules, points);
        await RunningService.Until(async () => await KeptTierAsync() == tier);
    }

    private async Task<string?> KeptTierAsync()
    {
        var item = (await Service.GetAsync("/v1/enterprises"))["items"]![0]!;
        return (bool)item["stale"]! ? "stale" : (string?)item["tier"];
    }

    private async Task<string?> TierThenAsync(string day) =>
        (string?)JsonNode.Parse(await AnswerAsync($"{Standing}{day}T00:00:00Z"))!["standings"]![0]!["tier"];

    private async Task<string> AnswerAsync(string path)
    {
        var answer = await Service.Http.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), text);
        return text;
    }
}

/// <summary>What the record keeps of a rule book.</summary>
public class KeptBooksTests
{
    [Test]
    public void The_text_that_is_kept_of_the_shipped_rules_is_small_and_reads_as_the_same_book()
    {
        var shelf = Opening.ShelfOf(
            new Settings(Path.Combine(AppContext.BaseDirectory, "rules"), "", "", Demo: false) { AcceptRecalled = true }, null, StoppedClock.At("2025-07-31")).State;
        var kept = KeptBooks.TextOf(shelf.Book, shelf.Documents);
        Assert.That(kept.Packed, Has.Length.LessThan(200_000));
        Assert.That(KeptBooks.Read(kept, null, out var flaw)?.Hash, Is.EqualTo(shelf.Book.Hash), flaw);
        TestContext.Out.WriteLine($"{kept.Packed.Length} octets, of {kept.Text().Length} characters");
    }
}
