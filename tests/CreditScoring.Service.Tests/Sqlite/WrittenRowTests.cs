using CreditScoring.Service.Hosting;
using CreditScoring.Service.Tests.Given;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Tests.Sqlite;

/// <summary>Of what is replaced only the cells that differ are written, and only rows that differ.</summary>
public class WrittenRowTests : ServiceTest
{
    private const string Files = "SELECT kind, subject, region, on_day, changes_on, judged, name, former_names, "
        + "industry, opens, due, due_by, priority, times, listed FROM files ORDER BY 1, 2";

    private const string Standings = "SELECT kind, subject, regime, on_day, pack, status, tier, points, changes_on, "
        + "region, rest FROM standings ORDER BY 1, 2, 3";

    private const string Listings = "SELECT regime, kind, subject, tier, status, rank, score, due, region, industry, "
        + "name, sought FROM listings ORDER BY 1, 2, 3";

    [Test]
    public async Task What_was_changed_event_by_event_is_what_is_written_at_once()
    {
        var histories = new Histories(seed: 5, enterprises: 6);
        var sent = Enumerable.Range(0, 150).Select(_ => histories.Next(Clock.Today()))
            .DistinctBy(each => (string)each["id"]!).ToArray();
        foreach (var each in sent)
        {
            await Service.SendAsync(each.DeepClone());
        }

        using var folder = new TempFolder();
        await using var other = await RunningService.StartAsync(folder, Clock);
        await other.SendAsync([.. sent]);
        foreach (var question in new[] { Files, Standings, Listings })
        {
            var rows = Rows(Folder, question);
            Assert.That(rows, Has.Count.GreaterThanOrEqualTo(6));
            Assert.That(rows, Is.EqualTo(Rows(folder, question)), question);
        }

        Assert.That(Rows(Folder, "PRAGMA integrity_check"), Is.EqualTo(new[] { "ok" }), "every index has what it should");
    }

    [Test]
    public async Task A_standing_that_is_kept_so_already_is_not_written_again()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        await Service.SendAsync(Sent.Failed("e2", "2025-07-02"));
        var before = Rows(Folder, "SELECT recorded_at FROM standings");
        Clock.Turn(Clock.GetUtcNow().AddSeconds(5));
        await Service.SendAsync(Sent.Failed("e3", "2025-07-03"), Sent.Annulled("m3", "e3", "2025-07-03"));
        Assert.That(Rows(Folder, "SELECT recorded_at FROM standings"), Is.EqualTo(before), "what was annulled changes nothing");
        Assert.That(Rows(Folder, "SELECT recorded_at FROM files"), Is.Not.EqualTo(before), "but the file was assessed");
        await Service.SendAsync(Sent.Failed("e4", "2025-07-04"));
        Assert.That(Rows(Folder, "SELECT recorded_at FROM standings"), Is.Not.EqualTo(before));
    }

    private static List<string> Rows(TempFolder folder, string question)
    {
        using var connection = new SqliteConnection($"Data Source={folder.In("credit.db")};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = question;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return rows;
    }
}
