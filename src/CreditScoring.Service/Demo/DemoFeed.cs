using System.Diagnostics;
using System.Globalization;
using CreditScoring.Workbench.Invented;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Intake.Body;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Demo;

/// <summary>
/// Feeds three years of invented events of 2,000 enterprises through the inbox, as any sender
/// would, and prints what came of them. The service goes on serving.
/// </summary>
public sealed class DemoFeed(
    InboxQueue inbox, Shelf shelf, IRecordQuestions record, Settings settings, TimeProvider clock,
    DemoPersons persons, IHostApplicationLifetime lifetime, IServer server, LoopHealth health,
    ILogger<DemoFeed> log)
    : Loop("demo", health, log)
{
    private const int Enterprises = 2000;
    private const int Years = 3;
    private const int Portion = 2000;

    protected override async Task RunAsync(CancellationToken stop)
    {
        await Started(stop);
        await FeedAsync(stop);
        Works();
        await Wait(Timeout.InfiniteTimeSpan, stop);
    }

    private async Task FeedAsync(CancellationToken stop)
    {
        var today = clock.Today();
        Console.WriteLine(
            $"\nFeeding {Years} years of events of {Enterprises:N0} invented enterprises "
            + $"/ 报入 {Enterprises:N0} 家虚构企业 {Years} 年的事件");
        var made = persons.MakeAsync();
        var watch = Stopwatch.StartNew();
        var fed = 0;
        var before = Task.FromResult<IReadOnlyList<Arrival>>([]);
        foreach (var lines in SampleHistory.Lines(
            new SamplePlan(Enterprises, Years, Seed: 1, today)).Chunk(Portion))
        {
            // The next portion is read while the one before is being kept.
            var text = string.Join('\n', lines);
            var submission = EventBody.Read(
                shelf.Book, text, BodyForm.Lines, Portion, Sender.Unnamed, out _)!;
            fed += (await before).Count;
            before = inbox.KeepAsync(submission, stop);
            Tell(fed, watch);
        }

        fed += (await before).Count;
        Tell(fed, watch);
        Console.WriteLine();
        Console.Write(await DemoReport.OfAsync(record, today, await made, new DemoDoors(Address, settings)));
    }

    private string Address =>
        server.Features.Get<IServerAddressesFeature>()!.Addresses.First();

    private async Task Started(CancellationToken stop)
    {
        var started = new TaskCompletionSource();
        using var on = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stop);
    }

    /// <summary>Whole lines: one that overwrites itself would be torn by the log beside it.</summary>
    private static void Tell(int fed, Stopwatch watch) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"  {fed,6:N0} events kept, {watch.Elapsed.TotalSeconds:0.0} s"));
}
