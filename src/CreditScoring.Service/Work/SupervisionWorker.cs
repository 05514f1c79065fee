using System.Diagnostics;
using System.Globalization;
using CreditScoring.Law.Books;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Work;

/// <summary>
/// The one worker: takes a batch of events, assesses the files that they touch, and keeps all of it
/// at once. In between it assesses what the turn of the day or a new rule book has changed.
/// </summary>
public sealed partial class SupervisionWorker(
    InboxQueue inbox, BatchWork batchWork, DaySweep sweep, Shelf shelf, Progress progress,
    WorkerRoll roll, TimeProvider clock, LoopHealth health, ILogger<SupervisionWorker> log)
    : Loop("worker", health, log)
{
    /// <summary>The part that assesses files for the day and the book.</summary>
    public const string Sweeping = "sweep";

    /// <summary>Events enough for a batch; a larger submission is a batch of its own.</summary>
    private const int BatchEvents = 4096;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly Stopwatch sinceFault = new();
    private TimeSpan sweepPause;

    /// <summary>Whether nobody can be judged yet.</summary>
    private bool AwaitsLaw => shelf.State.Law.Source == LawSource.Awaited;

    /// <summary>The one of which the record knows from when on it is in force, if there is any.</summary>
    private RuleBook Book => roll.Book ?? shelf.Book;

    protected override async Task RunAsync(CancellationToken stop)
    {
        Health.Has(Sweeping);
        while (!stop.IsCancellationRequested)
        {
            progress.Round();
            await Sweep(stop);
            if (!await Batch())
            {
                var mayRest = progress.CaughtUp || AwaitsLaw || sweepPause > TimeSpan.Zero;
                await inbox.WaitAsync(mayRest ? Pause : TimeSpan.Zero, stop);
            }
        }

        try
        {
            // What was handed in before the stop is still kept.
            inbox.Close();
            while (await Batch())
            {
            }
        }
        finally
        {
            inbox.Take(int.MaxValue).ForEach(
                left => left.Fail(new RecordUnavailable("the service has stopped")));
        }
    }

    private async Task<bool> Batch()
    {
        var batch = inbox.Take(BatchEvents);
        if (batch.Count == 0 || AwaitsLaw)
        {
            batch.ForEach(submission => submission.Fail(new LawAwaited()));
            return false;
        }

        try
        {
            await batchWork.TakeAsync(batch, Book, clock);
            progress.RecordWorks();
            Works();
            batch.ForEach(submission => submission.Answer());
        }
        catch (RecordUnavailable down)
        {
            Failed(down);
            batch.ForEach(submission => submission.Fail(down));
        }
        catch (Exception fault)
        {
            Fails(fault);
            await OneByOne(batch);
        }

        return true;
    }

    /// <summary>The program has failed over a batch: each submission is kept, or fails, by itself.</summary>
    private async Task OneByOne(List<Submission> batch)
    {
        foreach (var submission in batch)
        {
            try
            {
                var found = await new CulpritSearch(batchWork, Book, clock).KeepAsync(submission);
                if (found > 0)
                {
                    LogAside(found);
                }

                submission.Answer();
            }
            catch (Exception fault)
            {
                Fails(fault);
                submission.Fail(fault);
            }
        }
    }

    /// <summary>One portion of what has to be assessed again, unless a fault is too fresh.</summary>
    private async Task Sweep(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var state = shelf.State;
        if (AwaitsLaw || sinceFault.Elapsed < sweepPause)
        {
            return;
        }

        try
        {
            await Portion(state, now, stop);
        }
        catch (RecordUnavailable down)
        {
            Failed(down);
            await inbox.WaitAsync(Pause, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopping: the rest is found again at the next start.
        }
        catch (Exception fault)
        {
            // The turn of the day is held up; events are still taken in.
            SweepFails(fault);
        }
    }

    /// <summary>One portion of what has to be assessed again, if it is time to look.</summary>
    private async Task Portion(ShelfState state, DateTimeOffset now, CancellationToken stop)
    {
        var book = state.Book;
        await roll.SignAsync(state);
        if (!progress.ShouldLook(LegalDay.Of(now), book.Hash, now, SweepEvery))
        {
            return;
        }

        if (progress.Failure is not null)
        {
            await sweep.ProbeAsync();
            progress.RecordWorks();
        }

        var swept = await sweep.RunAsync(book, clock, stop);
        progress.Swept(LegalDay.Of(now), book.Hash, now, swept, sweep.Aside);
        SweepWorks();
        if (swept > 0)
        {
            LogSwept(swept, LegalDay.Of(now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private void SweepFails(Exception fault)
    {
        sinceFault.Restart();
        sweepPause = sweepPause == TimeSpan.Zero ? Pause
            : sweepPause * 2 < LongestPause ? sweepPause * 2 : LongestPause;
        if (Health.Fails(Sweeping, LoopHealth.Sentence(fault)))
        {
            LogSweepFault(fault);
        }
    }

    private void SweepWorks()
    {
        sweepPause = TimeSpan.Zero;
        if (sweep.Aside == 0)
        {
            Health.Works(Sweeping);
        }
        else if (Health.Fails(Sweeping, $"the program has failed on {sweep.Aside} files"))
        {
            LogFilesAside(sweep.Aside);
        }
    }

    private void Failed(RecordUnavailable down)
    {
        if (progress.RecordFails(down.Message))
        {
            LogDown(down.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "the record is unavailable: {Why}")]
    private partial void LogDown(string why);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "the program failed on {Events} events: they are in quarantine, "
            + "what came with them is kept")]
    private partial void LogAside(int events);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "the program failed on {Files} files: they stay as they were, all others are as of today")]
    private partial void LogFilesAside(int files);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "sweep: a fault of the program; files are not assessed for the day until it works")]
    private partial void LogSweepFault(Exception fault);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "{Files} files assessed again as of {Day}")]
    private partial void LogSwept(int files, string day);
}
