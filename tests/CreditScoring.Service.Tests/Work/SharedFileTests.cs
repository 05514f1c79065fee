using CreditScoring.Service.Ports;
using CreditScoring.Service.Replaying;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Work;

/// <summary>Two services on one PostgreSQL whose events go into the same file.</summary>
[Category(Tool.Postgres)]
public class SharedFileTests
{
    private TempFolder folder = null!;
    private RunningService one = null!;
    private RunningService other = null!;

    [SetUp]
    public async Task Start()
    {
        folder = new TempFolder();
        var server = await SharedPostgres.Server;
        var connection = server.Connection(await server.NewDatabaseAsync());
        var clock = StoppedClock.At("2025-07-31");
        one = await RunningService.StartAsync(folder, clock, "--postgres", connection);
        other = await RunningService.StartAsync(folder, clock, "--postgres", connection);
    }

    [TearDown]
    public async Task Stop()
    {
        if (one is not null)
        {
            await one.DisposeAsync();
            await other.DisposeAsync();
        }

        folder.Dispose();
    }

    [Test]
    public async Task What_each_has_at_hand_takes_in_what_the_other_has_kept()
    {
        for (var number = 0; number < 20; number++)
        {
            await (number % 2 == 0 ? one : other).SendAsync(Sent.Failed($"e{number}", "2025-07-01"));
        }

        await Stands(20);
    }

    [Test]
    public async Task Both_at_once_leave_every_event_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number =>
            (number % 2 == 0 ? one : other).SendAsync(Sent.Failed($"e{number / 2}", "2025-07-01"))));
        await Stands(20);
    }

    private async Task Stands(int events)
    {
        var standing = await one.StandingAsync();
        Assert.That(((int)standing["points"]!, (int)standing["revision"]!), Is.EqualTo((6 * events, events)));
        var rebuilding = new Rebuilding(
            other.Services.GetRequiredService<IRecord>(), seconding => TestRules.BookOf(folder, seconding));
        Assert.That(await rebuilding.CompareAsync(), Is.Empty);
    }
}
