using System.Diagnostics;
using System.Globalization;
using CreditScoring.Workbench.Invented;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Intake.Body;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Work;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Demo;

/// <summary>
/// Feeds three years of invented events of 2,000 enterprises through the inbox, as any sender
/// would, the last months month by month, and prints what came of them. The service goes on serving.
/// </summary>
public sealed class DemoFeed(
    InboxQueue inbox, Shelf shelf, IRecordQuestions record, Settings settings, TimeProvider clock,
    Progress progress, DemoPersons persons, IHostApplicationLifetime lifetime, IServer server,
    LoopHealth health, ILogger<DemoFeed> log)
    : Loop("demo", health, log)
{
    private const int Enterprises = 2000;
    private const int Years = 3;
    private const int Portion = 2000;

    /// <summary>So many months the record has seen, with the present one.</summary>
    private const int Months = 6;

    protected override async Task RunAsync(CancellationToken stop)
    {
        await Started(stop);
        await FeedAsync(stop);
        Works();
        await Wait(Timeout.InfiniteTimeSpan, stop);
    }

    /// <summary>A clock that stands where the record of the demo begins.</summary>
    public static DemoClock ClockFor(TimeProvider real)
    {
        var clock = new DemoClock(real);
        clock.Turn(DaysOf(clock.RealToday)[0]);
        return clock;
    }

    /// <summary>The ends of the months that the record sees, and today.</summary>
    private static List<DateOnly> DaysOf(DateOnly today)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        return
        [
            .. Enumerable.Range(1, Months - 1).Reverse()
                .Select(each => first.AddMonths(1 - each).AddDays(-1)),
            today,
        ];
    }

    private async Task FeedAsync(CancellationToken stop)
    {
        var today = (clock as DemoClock)?.RealToday ?? clock.Today();
        Console.WriteLine(
            $"\nFeeding {Years} years of events of {Enterprises:N0} invented enterprises "
            + $"/ 报入 {Enterprises:N0} 家虚构企业 {Years} 年的事件");
        var watch = Stopwatch.StartNew();
        var fed = 0;
        var from = DateOnly.MinValue;
        var all = SampleHistory.Dated(new SamplePlan(Enterprises, Years, Seed: 1, today)).ToList();
        foreach (var day in clock is DemoClock ? DaysOf(today) : [today])
        {
            await TurnAsync(day, stop);
            var since = from;
            fed = await FeedAsync(
                all.Where(each => each.Known > since && each.Known <= day).Select(each => each.Line), fed,
                watch, stop);
            from = day;
        }

        Console.WriteLine();
        Console.Write(await DemoReport.OfAsync(
            record, today, await persons.MakeAsync(), new DemoDoors(Address, settings)));
    }

    /// <summary>Makes it another day, and waits until everybody stands as of it.</summary>
    private async Task TurnAsync(DateOnly day, CancellationToken stop)
    {
        if (clock is not DemoClock own)
        {
            return;
        }

        own.Turn(day);
        while (!progress.SweptOn(day))
        {
            await Task.Delay(20, stop);
        }
    }

    /// <returns>How many are kept by then.</returns>
    private async Task<int> FeedAsync(
        IEnumerable<string> some, int fed, Stopwatch watch, CancellationToken stop)
    {
        var before = Task.FromResult<IReadOnlyList<Arrival>>([]);
        foreach (var lines in some.Chunk(Portion))
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
        return fed;
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
