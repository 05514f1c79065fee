using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Governance;

/// <summary>Two workers on one PostgreSQL, and a law that comes into force while events come to both.</summary>
[Category(Tool.Postgres)]
public class TwoWorkersTests
{
    private const int Subjects = 40;

    [Test]
    public async Task Both_take_a_publication_while_events_come_and_none_is_lost_or_counted_twice()
    {
        using var folder = new TempFolder();
        var clock = StoppedClock.At("2025-07-31");
        var rules = TestRules.WriteTo(folder);
        var server = await SharedPostgres.Server;
        string[] record = ["--postgres", server.Connection(await server.NewDatabaseAsync())];
        await using (var before = await RunningService.StartAsync(folder, clock, record))
        {
            await RunningService.Until(async () => (string?)(await before.GetAsync("/health/ready"))["status"] == "ready");
        }

        await using var first = await GovernedService.StartAsync(folder, clock, record);
        await using var second = await GovernedService.StartAsync(folder, clock, record);
        var law = await first.LawAsync();
        TestRules.Publish(rules, 7);
        var (id, content) = await law.ProposeAsync(rules);
        await law.ApproveAsync(law.Approver, id, content);
        var other = law with { Service = second };
        var sending = Task.Run(async () =>
        {
            for (var i = 0; i < Subjects; i++)
            {
                var sent = Sent.Failed($"e{i}", "2025-07-01", Codes.Of(i));
                sent["source"] = "gd-samr";
                await (i % 2 == 0 ? law : other).DoneAsync(law.Sender, "/v1/events", new JsonArray(sent));
                await Task.Delay(150);
            }
        });
        await law.DoneAsync(law.Approver, $"/v1/proposals/{id}/publish", Law.Naming(content));
        await law.InForce(id);
        await other.InForce(id);
        await sending;
        for (var i = 0; i < Subjects; i++)
        {
            var subject = Codes.Of(i);
            await RunningService.Until(async () => await SumAsync(law, subject) == 7);
            Assert.That((int)(await other.AskAsync(law.Sender, $"/v1/enterprises/{subject}")).Status, Is.EqualTo(200));
        }
    }

    /// <summary>What is posted for a subject and not reversed.</summary>
    private static async Task<decimal> SumAsync(Law law, string subject)
    {
        var (_, ledger) = await law.AskAsync(law.Sender, $"/v1/enterprises/{subject}/ledger");
        return ledger["items"]!.AsArray().Sum(each => (decimal)each!["points"]!);
    }
}
