using System.Diagnostics;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Redis.Connecting;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Telemetry;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Redis.Incoming;

/// <summary>
/// Events from <c>credit:events</c>, handed to the same worker as those from HTTP. An entry is
/// acknowledged only when its event is on disk; until then Redis hands it out again, to us or to
/// another worker, and an event that comes again is known by its id.
/// </summary>
public sealed partial class RedisStreamInbox(
    EventStream stream, [FromKeyedServices(EventStream.Key)] StreamTrim trim, DeadLetters letters,
    Burial burial, InboxQueue inbox, Shelf shelf, TimeProvider clock, LoopHealth health, CreditMeter meter,
    Positions positions, ILogger<RedisStreamInbox> log) : RedisPart("inbox", health, log)
{
    /// <summary>Batches on their way: one is being read while one is kept and one waits.</summary>
    private const int Under = 3;

    /// <summary>A worker that has not acknowledged for so long is taken for dead.</summary>
    private static readonly TimeSpan Dead = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TidyEvery = TimeSpan.FromSeconds(5);

    /// <summary>A worker asks once a second; a name that has not for so long is nobody's.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    /// <summary>How long a loss is told in /health/ready after it was found.</summary>
    private static readonly TimeSpan LossIsTold = TimeSpan.FromHours(1);

    private readonly List<Task> under = [];
    private bool hadGroup;
    private long lossAt;

    protected override async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await Group(stop);
            await Count();
            await TakeMine(stop);
            var tidied = Stopwatch.StartNew();
            while (!stop.IsCancellationRequested)
            {
                await TakeNew(stop);
                if (tidied.Elapsed >= TidyEvery)
                {
                    if (!await TakeDead(stop))
                    {
                        return;
                    }

                    await Tidy();
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

    private async Task Group(CancellationToken stop)
    {
        while (!await IsThere())
        {
            await TakeFirst(stop);
        }

        hadGroup = true;
    }

    /// <returns>False: the server has no room for a group.</returns>
    private async Task<bool> IsThere()
    {
        try
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

            return true;
        }
        catch (RedisUnavailable full) when (full.Says("OOM"))
        {
            return false;
        }
    }

    /// <summary>
    /// A full server has room for a group when some entries have gone: they are read as they lie,
    /// and removed when they are on disk, unless others read the stream too.
    /// </summary>
    private async Task TakeFirst(CancellationToken stop)
    {
        var entries = await stream.FirstAsync();
        await KeepOnly(Submit(entries), stop);
        if (entries.Count == 0 || !await stream.RemoveAsync(entries.Select(entry => entry.Id)))
        {
            throw new RedisUnavailable("OOM Redis is full, and nothing of ours is left to remove: "
                + "make room, or raise maxmemory");
        }
    }

    /// <summary>
    /// What was handed to us before, by a run that ended or a reply that got lost.
    /// </summary>
    private async Task TakeMine(CancellationToken stop)
    {
        var after = "0";
        while (await stream.MineAsync(after) is { Count: > 0 } entries)
        {
            after = entries[^1].Id;
            await Hand(entries, stop);
        }
    }

    private async Task TakeNew(CancellationToken stop)
    {
        try
        {
            await Hand(await stream.NewAsync(), stop);
        }
        catch (RedisUnavailable lost) when (lost.Says("NOGROUP") || lost.Says("UNBLOCKED"))
        {
            // The group or the whole stream went, perhaps while we waited for it.
            await Group(stop);
        }
    }

    /// <returns>False: some are ours now that were not named; begin again with what is ours.</returns>
    private async Task<bool> TakeDead(CancellationToken stop)
    {
        var from = "0-0";
        do
        {
            (var entries, from, var unnamed) = await stream.ClaimAsync(Dead, from);
            if (entries.Count > 0)
            {
                LogClaimed(entries.Count);
                await Hand(entries, stop);
            }

            if (unnamed)
            {
                return false;
            }
        }
        while (from != "0-0");
        return true;
    }

    private async Task Tidy()
    {
        await Count();
        await stream.ForgetWorkersAsync(Forgotten);
        await TrimAsync(trim);
        await Look();
    }

    /// <summary>What somebody removed before any worker was handed it.</summary>
    private async Task Count()
    {
        if (await stream.MissedAsync() is > 0 and var missed)
        {
            LogMissed(missed);
            Lost(missed);
        }

        if (Now - Interlocked.Read(ref lossAt) >= LossIsTold.TotalMilliseconds)
        {
            Condition("inbox-loss", null);
        }
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private void Lost(long entries)
    {
        meter.Lost(entries);
        Interlocked.Exchange(ref lossAt, Now);
        Condition("inbox-loss", $"entries of {EventStream.Key} were trimmed away before they were kept; "
            + "credit_stream_lost_total counts them: let their senders send again, and add without MAXLEN");
    }

    /// <summary>Starts to keep these; waits only while too many are under way.</summary>
    private async Task Hand(IReadOnlyList<StreamEntry> entries, CancellationToken stop)
    {
        if (entries.Count > 0)
        {
            under.Add(Keep(entries, Submit(entries), stop));
        }

        while (under.Count >= Under)
        {
            await Task.WhenAny(under);
            await Ended();
        }

        await Ended();
    }

    /// <summary>An entry with several events gives them all; one without any is a flaw.</summary>
    private Submission Submit(IReadOnlyList<StreamEntry> entries)
    {
        var book = shelf.Book;
        var reader = new EventReader(book.Catalogue);
        return new Submission(book,
        [
            .. entries.Where(entry => !entry.Gone).SelectMany(
                entry => entry.Texts.DefaultIfEmpty(new StreamText("", false)),
                (entry, each) => new Arrival(Read(reader, $"{EventStream.Key}/{entry.Id}", each))),
        ]);
    }

    private static EventReading Read(EventReader reader, string name, StreamText sent) =>
        sent.IsCut ? EventFile.TooLong(name, sent.Text, 1) : reader.Read(new SourceText(name, sent.Text));

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
            Lost(gone);
        }

        await KeepOnly(submission, stop);
        await stream.AcknowledgeAsync([.. entries.Select(entry => entry.Id)]);
    }

    /// <summary>On disk, and what was turned away is laid aside.</summary>
    private async Task KeepOnly(Submission submission, CancellationToken stop)
    {
        var kept = await inbox.KeepAsync(submission, stop);
        await burial.OfAsync(
            [.. kept.Where(arrival => arrival.Outcome is Outcome.Quarantined or Outcome.Conflict)]);
    }

    private async Task Look()
    {
        var (pending, lag) = await stream.DepthAsync();
        positions.Stream = new StreamDepth(pending, lag, await letters.CountAsync());
    }

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

    [LoggerMessage(Level = LogLevel.Critical,
        Message = "{Entries} entries were trimmed away before any worker was handed them; "
        + "their events must be sent again")]
    private partial void LogMissed(long entries);
}
