using System.Text.Json.Nodes;
using CreditScoring.Disk;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Service.Work;
using CreditScoring.Standings;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Tests.Work;

public class FilesAtHandTests : ServiceTest
{
    [Test]
    public async Task An_event_that_failed_to_be_kept_counts_once_when_it_is_sent_again()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Run("ALTER TABLE ledger RENAME TO lost");
        var second = Sent.Failed("e2", "2025-07-02");
        Assert.That((int)(await Service.PostAsync(second.ToJsonString(), "application/json")).StatusCode, Is.EqualTo(503));
        Run("ALTER TABLE lost RENAME TO ledger");
        await Service.SendAsync(second);
        var standing = await Service.StandingAsync();
        Assert.That(((decimal)standing["points"]!, (int)standing["revision"]!), Is.EqualTo((12m, 2)));
    }

    [Test]
    public async Task What_is_at_hand_answers_as_the_file_read_from_the_beginning()
    {
        var histories = new Histories(seed: 3, enterprises: 3);
        for (var number = 0; number < 100; number++)
        {
            await Service.SendAsync(histories.Next(Clock.Today()));
        }

        Clock.Turn(Clock.GetUtcNow().AddSeconds(2));
        var then = $"{Clock.GetUtcNow().AddSeconds(-1):yyyy-MM-ddTHH:mm:ssZ}";
        for (var enterprise = 0; enterprise < 3; enterprise++)
        {
            var kept = await Answer(enterprise, "");
            var anew = await Answer(enterprise, $"?knownAt={then}");
            Assert.That(anew, Is.EqualTo(kept));
        }
    }

    [Test]
    public void The_longest_unused_file_goes_first_and_one_that_is_too_large_stays_alone()
    {
        var files = new FilesAtHand(room: 150);
        var (one, other, third) = (Opened(1, events: 32), Opened(2, events: 32), Opened(3, events: 32));
        files.Put(one);
        files.Put(other);
        files.Put(third);
        files.Put(one);
        Assert.That((files.Count, files.Held), Is.EqualTo((3, 120)));
        files.Put(Opened(4, events: 78));
        Assert.That(files.Find(other.Subject) ?? files.Find(third.Subject), Is.Null);
        Assert.That(files.Find(one.Subject), Is.SameAs(one));
        files.Put(Opened(5, events: 300));
        Assert.That(files.Count, Is.EqualTo(1));
    }

    [Test]
    public void A_file_of_long_events_takes_the_room_of_many()
    {
        Assert.That(Opened(1, events: 20).Size, Is.EqualTo(20));
        Assert.That(Opened(1, events: 20, new string('x', 2000)).Size, Is.EqualTo(20 * 5), "2,000 characters are four more");
    }

    [Test]
    public void A_file_that_could_not_be_read_is_not_at_hand()
    {
        var files = new FilesAtHand(room: 150);
        files.Put(new FileAtHand(new StoredFile(new Subject("operator", Codes.Of(1)))));
        Assert.That(files.Count, Is.Zero);
    }

    [Test]
    public void Other_rules_leave_nothing_at_hand()
    {
        var files = new FilesAtHand(room: 30);
        files.Use(Book());
        files.Put(Opened(1, 16));
        Assert.That(files.Count, Is.EqualTo(1));
        files.Use(RuleBookReader.Read(RuleFolder.Read(Folder.In("rules"))).Book!);
        Assert.That((files.Count, files.Held), Is.EqualTo((0, 0)));
    }

    private async Task<string> Answer(int enterprise, string query)
    {
        var answer = await Service.Http.GetAsync($"/v1/enterprises/{Codes.Of(enterprise)}{query}");
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var standing = body["standings"]?[0]?.AsObject();
        standing?.Remove("knownAt");
        standing?.Remove("revision");
        return body.ToJsonString();
    }

    private RuleBook Book() => TestRules.BookOf(Folder);

    private FileAtHand Opened(int number, int events, string note = "-")
    {
        var book = Book();
        var subject = new Subject("operator", Codes.Of(number));
        var file = new FileAtHand(new StoredFile(subject));
        var reader = new EventReader(book.Catalogue);
        file.Take(reader, book,
        [
            .. Enumerable.Range(0, events).Select(each => reader.Read(new Documents.SourceText(
                "test", Noted(Sent.Failed($"e{number}-{each}", "2025-07-01", subject.Id)).ToJsonString())).Event!),
        ]);
        return file;

        JsonObject Noted(JsonObject sent)
        {
            sent["data"]!["note"] = note;
            return sent;
        }
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Folder.In("credit.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
