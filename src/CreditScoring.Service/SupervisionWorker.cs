using System.Globalization;
using CreditScoring.Inbox;
using CreditScoring.Records;
using CreditScoring.RuleShelf;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service;

/// <summary>
/// The one worker: takes a batch of events, assesses the files that they touch, and keeps all of it
/// at once. In between it assesses what the turn of the day or a new rule book has changed.
/// </summary>
public sealed partial class SupervisionWorker(
    InboxQueue inbox, Desk desk, Shelf shelf, Progress progress, Attendance attendance,
    TimeProvider clock, ILogger<SupervisionWorker> log) : BackgroundService
{
    /// <summary>Events enough for a batch; a larger submission is a batch of its own.</summary>
    private const int BatchEvents = 4096;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await Task.Yield();
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await Sweep(stop);
                if (!await Batch())
                {
                    await inbox.WaitAsync(progress.CaughtUp ? Pause : TimeSpan.Zero, stop);
                }
            }

            // What was handed in before the stop is still kept.
            inbox.Close();
            while (await Batch())
            {
            }
        }
        finally
        {
            inbox.Close();
            inbox.Take(int.MaxValue).ForEach(
                left => left.Fail(new RecordUnavailable("the service has stopped")));
        }
    }

    private async Task<bool> Batch()
    {
        var batch = inbox.Take(BatchEvents);
        if (batch.Count == 0)
        {
            return false;
        }

        try
        {
            await desk.TakeAsync(batch, shelf.Book, clock);
            progress.RecordWorks();
            batch.ForEach(submission => submission.Answer());
        }
        catch (RecordUnavailable down)
        {
            Failed(down);
            batch.ForEach(submission => submission.Fail(down));
        }
        catch (Exception fault)
        {
            batch.ForEach(submission => submission.Fail(fault));
            throw;
        }

        return true;
    }

    /// <summary>One portion of what has to be assessed again, if it is time to look.</summary>
    private async Task Sweep(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var book = shelf.Book;
        try
        {
            await attendance.SignAsync(book);
            if (!progress.ShouldLook(LegalDay.Of(now), book.Hash, now, SweepEvery))
            {
                return;
            }

            var swept = await desk.SweepAsync(book, clock, stop);
            progress.Swept(LegalDay.Of(now), book.Hash, now, swept);
            if (swept > 0)
            {
                LogSwept(swept, LegalDay.Of(now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }
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

    [LoggerMessage(Level = LogLevel.Information,
        Message = "{Files} files assessed again as of {Day}")]
    private partial void LogSwept(int files, string day);
}
