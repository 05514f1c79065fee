using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Sqlite;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Tests.Work;

/// <summary>A hundred thousand events, each hundredth poison of one of forty kinds.</summary>
public class PoisonTests
{
    private const int Many = 100_000;
    private const int Enterprises = 20_000;

    private TempFolder folder = null!;

    [SetUp]
    public void Prepare()
    {
        folder = new TempFolder();
        TestRules.WriteTo(folder);
    }

    [TearDown]
    public void Clean() => folder.Dispose();

    [Test]
    public void There_are_forty_kinds() => Assert.That(Poisons.All, Has.Count.EqualTo(40));

    [Test]
    public async Task All_poison_is_in_quarantine_with_code_and_place_and_its_neighbours_are_untouched()
    {
        var book = TestRules.BookOf(folder);
        var poisons = Enumerable.Range(0, Many / 100)
            .Select(each => Poisons.All[each % 40].Of($"p{each}")).ToArray();
        using (var record = new SqliteRecord(folder.In("poisoned.db")))
        {
            await Take(record, book, Texts(every => poisons[every]));
            var turned = await record.QuarantineAsync(0, Many);
            Assert.That(turned.Select(item => item.Turned.Text), Is.EqualTo(poisons));
            for (var i = 0; i < turned.Count; i++)
            {
                SeeReason(turned[i].Turned, Poisons.All[i % 40].Flaw);
            }
        }

        using (var record = new SqliteRecord(folder.In("pure.db")))
        {
            await Take(record, book, Texts(_ => null));
        }

        Assert.That(await Standings("poisoned.db"), Is.EqualTo(await Standings("pure.db")));
    }

    private static void SeeReason(TurnedAwayEvent turned, string flaw)
    {
        Assert.That(turned.Reason, Is.EqualTo(flaw), turned.Text);
        Assert.That(turned.Flaws, Does.Match("\"line\":[1-9][0-9]*,\"column\":[1-9]"), turned.Text);
    }

    [Test]
    public async Task A_poison_that_an_extended_catalogue_can_read_is_taken_in_when_it_is_replayed()
    {
        using var record = new SqliteRecord(folder.In("mended.db"));
        var text = Poisons.All[25].Of("later");
        await Take(record, TestRules.BookOf(folder), [text]);
        var kinds = folder.In("rules/events/kinds.json");
        await File.WriteAllTextAsync(kinds, (await File.ReadAllTextAsync(kinds)).Replace(
            "{ \"kinds\": [", """
            { "kinds": [
              { "kind": "unheard-of", "zh": "新", "en": "new", "fields": [
                { "name": "result", "type": "text", "zh": "结果", "en": "result" } ] },
            """));
        await Take(record, TestRules.BookOf(folder), [text], item: 1);
        Assert.That(await record.QuarantineAsync(0, 9), Is.Empty);
        Assert.That((await record.CountsAsync()).Events, Is.EqualTo(1));
    }

    private static IEnumerable<string> Texts(Func<int, string?> poison) => Enumerable.Range(0, Many)
        .Select(each => each % 100 == 99 ? poison(each / 100)
            : Sent.Failed($"e{each}", "2025-07-01", Codes.Of(each % Enterprises)).ToJsonString())
        .OfType<string>();

    private static async Task Take(
        SqliteRecord record, RuleBook book, IEnumerable<string> texts, long? item = null)
    {
        var batchWork = new BatchWork(record);
        var reader = new EventReader(book.Catalogue);
        foreach (var batch in texts.Chunk(2_000))
        {
            var arrivals = batch.Select(text => new Arrival(reader.Read(new SourceText("poison", text)))
            {
                Item = item,
            }).ToList();
            await batchWork.TakeAsync([new Submission(book, arrivals)], book, StoppedClock.At("2025-07-31"));
        }
    }

    private async Task<string[]> Standings(string name)
    {
        using var record = new SqliteRecord(folder.In(name));
        return [.. (await record.StandingsAsync(new StandingQuery(Many))).Select(each => each.ToString())];
    }
}
