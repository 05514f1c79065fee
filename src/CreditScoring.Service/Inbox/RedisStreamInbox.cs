using System.Diagnostics;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Loops;
using CreditScoring.Records;
using CreditScoring.Redis;
using CreditScoring.RuleShelf;
using CreditScoring.Telemetry;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Inbox;

/// <summary>
/// Events from <c>credit:events</c>, handed to the same worker as those from HTTP. An entry is
/// acknowledged only when its event is on disk; until then Redis hands it out again, to us or to
/// another worker, and an event that comes again is known by its id.
/// </summary>
public sealed partial class RedisStreamInbox(
    EventStream stream, DeadLetters letters, InboxQueue inbox, Shelf shelf, LoopHealth health,
    CreditMeter meter, Positions positions, ILogger<RedisStreamInbox> log) : RedisPart("inbox", health, log)
{
    private const int Most = 2048;

    /// <summary>Batches on their way: one is being read while one is kept and one waits.</summary>
    private const int Under = 3;

    /// <summary>A worker that has not acknowledged for so long is taken for dead.</summary>
    private static readonly TimeSpan Dead = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TidyEvery = TimeSpan.FromSeconds(5);

    private readonly List<Task> under = [];
    private bool hadGroup;

    protected override async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await Group();
            await TakeMine(stop);
            var tidied = Stopwatch.StartNew();
            while (!stop.IsCancellationRequested)
            {
                await TakeNew(stop);
                if (tidied.Elapsed >= TidyEvery)
                {
                    await TakeDead(stop);
                    await stream.TrimAsync();
                    await Look();
                    tidied.Restart();
                }

                Works();
            }
        }
        finally
        {
            positions.Stream = null;
            // What is under way ends before any entry is read again.
            await Task.WhenAll(under).ContinueWith(_ => { }, TaskScheduler.Default);
            under.Clear();
        }
    }

    private async Task Group()
    {
        if (await stream.EnsureGroupAsync())
        {
            if (hadGroup)
            {
                LogLost(EventStream.Key);
            }
            else
            {
                LogMade(EventStream.Key);
            }
        }

        hadGroup = true;
    }

    /// <summary>
    /// What was handed to us before, by a run that ended or a reply that got lost.
    /// </summary>
    private async Task TakeMine(CancellationToken stop)
    {
        var after = "0";
        while (await stream.MineAsync(after, Most) is { Count: > 0 } entries)
        {
            after = entries[^1].Id;
            await Hand(entries, stop);
        }
    }

    private async Task TakeNew(CancellationToken stop)
    {
        try
        {
            await Hand(await stream.NewAsync(Most), stop);
        }
        catch (RedisUnavailable lost) when (lost.Says("NOGROUP") || lost.Says("UNBLOCKED"))
        {
            // The group or the whole stream went, perhaps while we waited for it.
            await Group();
        }
    }

    private async Task TakeDead(CancellationToken stop)
    {
        var from = "0-0";
        do
        {
            (var entries, from) = await stream.ClaimAsync(Dead, from, Most);
            if (entries.Count > 0)
            {
                LogClaimed(entries.Count);
                await Hand(entries, stop);
            }
        }
        while (from != "0-0");
    }

    /// <summary>Starts to keep these; waits only while too many are under way.</summary>
    private async Task Hand(IReadOnlyList<StreamEntry> entries, CancellationToken stop)
    {
        if (entries.Count > 0)
        {
            var book = shelf.Book;
            var reader = new EventReader(book.Catalogue);
            var submission = new Submission(book,
            [
                .. entries.Where(entry => !entry.Gone).Select(entry => new Arrival(reader.Read(
                    new SourceText($"{EventStream.Key}/{entry.Id}", entry.Text ?? "")))),
            ]);
            under.Add(Keep(entries, submission, stop));
        }

        while (under.Count >= Under)
        {
            await Task.WhenAny(under);
            await Ended();
        }

        await Ended();
    }

    /// <exception cref="RedisUnavailable">Of what was under way: begin again.</exception>
    private async Task Ended()
    {
        foreach (var ended in under.Where(task => task.IsCompleted).ToList())
        {
            under.Remove(ended);
            await ended;
        }
    }

    private async Task Keep(
        IReadOnlyList<StreamEntry> entries, Submission submission, CancellationToken stop)
    {
        if (entries.Count(entry => entry.Gone) is > 0 and var gone)
        {
            LogGone(gone);
            meter.Lost(gone);
        }

        var kept = await inbox.KeepAsync(submission, stop);
        await Bury([.. kept.Where(
            arrival => arrival.Outcome is Outcome.Quarantined or Outcome.Conflict)]);
        await stream.AcknowledgeAsync([.. entries.Select(entry => entry.Id)]);
    }

    private async Task Look()
    {
        var (pending, lag) = await stream.DepthAsync();
        positions.Stream = new StreamDepth(pending, lag, await letters.CountAsync());
    }

    private async Task Bury(IReadOnlyList<Arrival> turned)
    {
        if (turned.Count == 0)
        {
            return;
        }

        var dropped = await letters.BuryAsync(turned.Select(arrival =>
            (arrival.Reading.Text, arrival.Flaws[0].Name, arrival.Flaws[0].Place.ToString())));
        meter.Buried(turned.Count);
        if (dropped > 0)
        {
            meter.Dropped(dropped);
            LogDropped(dropped);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical,
        Message = "the oldest {Count} dead letters were dropped, since there are more than "
        + "Redis:DeadLetters; the quarantine has them all")]
    private partial void LogDropped(long count);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "made the group of {Stream}, from its first entry")]
    private partial void LogMade(string stream);

    [LoggerMessage(Level = LogLevel.Critical,
        Message = "the group of {Stream} was gone and is made again "
        + "from the first entry; events that Redis lost before they were read must be sent again")]
    private partial void LogLost(string stream);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "took over {Entries} entries of a dead worker")]
    private partial void LogClaimed(int entries);

    [LoggerMessage(Level = LogLevel.Critical,
        Message = "{Entries} entries were trimmed away before "
        + "they were acknowledged; their events must be sent again unless they are known")]
    private partial void LogGone(int entries);
}
