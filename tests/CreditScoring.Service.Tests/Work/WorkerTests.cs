using System.Net;
using CreditScoring.Service.Tests.Given;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Tests.Work;

public class WorkerTests : ServiceTest
{
    [Test]
    public async Task A_record_that_fails_answers_503_and_the_same_events_are_taken_later()
    {
        await Service.SendAsync(Sent.Failed("e0", "2025-07-01", Sent.Factory));
        var event1 = Sent.Failed("e1", "2025-07-01");
        await Break("ALTER TABLE quarantine RENAME TO gone; ALTER TABLE ledger RENAME TO lost");
        var answer = await Service.PostAsync(event1.ToJsonString(), "application/json");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("record-unavailable"));
        Assert.That((await Service.Http.GetAsync("/health/ready")).StatusCode,
            Is.EqualTo(HttpStatusCode.ServiceUnavailable));

        await Break("ALTER TABLE gone RENAME TO quarantine; ALTER TABLE lost RENAME TO ledger");
        Assert.That(await Service.SendAsync(event1), Is.EqualTo(new[] { "accepted" }));
        await Service.ReadyAsync();
    }

    [Test]
    public async Task A_restart_keeps_everything()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"), Sent.Annulled("m9", "e9", "2025-07-02"));
        var before = await Service.Http.GetStringAsync($"/v1/enterprises/{Sent.Shop}");
        var feed = await Service.Http.GetStringAsync("/v1/recommendations");
        await Restart();
        Assert.That(await Service.Http.GetStringAsync($"/v1/enterprises/{Sent.Shop}"), Is.EqualTo(before));
        Assert.That(await Service.Http.GetStringAsync("/v1/recommendations"), Is.EqualTo(feed));
        Assert.That(await Service.SendAsync(Sent.Failed("e1", "2025-07-01")), Is.EqualTo(new[] { "duplicate" }));
    }

    [Test]
    public async Task Batches_and_order_leave_the_same_standing()
    {
        await Service.SendAsync(
            Sent.Failed("a1", "2024-01-10"), Sent.Failed("a2", "2025-03-01"),
            Sent.Annulled("a3", "a1", "2025-04-01"));
        foreach (var each in new[]
        {
            Sent.Annulled("b3", "b1", "2025-04-01"), Sent.Failed("b2", "2025-03-01", Sent.Factory),
            Sent.Failed("b1", "2024-01-10", Sent.Factory),
        })
        {
            await Service.SendAsync(each);
        }

        var one = await Service.StandingAsync(Sent.Shop);
        var other = await Service.StandingAsync(Sent.Factory);
        foreach (var name in new[] { "points", "tier", "changesOn", "frequency", "measures" })
        {
            Assert.That(other[name]?.ToJsonString(), Is.EqualTo(one[name]?.ToJsonString()), name);
        }
    }

    /// <summary>
    /// Another connection writes, as only a test may, while the service does nothing.
    /// </summary>
    private async Task Break(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Folder.In("credit.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
