using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using CreditScoring.Disk;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Intake.Folder;

/// <summary>
/// The watched folder: files of events laid into <c>inbox/</c> are taken in, and moved to <c>done/</c>
/// once all of them is on disk, with what was refused beside them as <c>.rejected</c>; one that changes
/// meanwhile or is replaced is read again. After a crash a
/// file is read again from its beginning; what is known by then is a duplicate.
/// </summary>
public sealed partial class FolderWatch(
    Settings settings, InboxQueue inbox, Shelf shelf, LoopHealth health,
    ILogger<FolderWatch> log)
    : Loop("folder", health, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private DropFolder folder = null!;

    /// <summary>Once the service is up, its folders are there to lay files into.</summary>
    /// <exception cref="Refusal">They cannot be made.</exception>
    public override Task StartAsync(CancellationToken stop)
    {
        try
        {
            folder = new DropFolder(settings.InboxFolder!);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new Refusal($"Inbox:Folder: {wrong.Message}", 1);
        }

        return base.StartAsync(stop);
    }

    /// <summary>Looks once. A file that is in hand at the stop is read again at the next start.</summary>
    protected override async Task RunAsync(CancellationToken stop)
    {
        Exception? wrong = null;
        foreach (var changed in folder.ReturnChanged())
        {
            LogChanged(Path.GetFileName(changed));
        }

        foreach (var path in folder.Ready())
        {
            try
            {
                await TakeAsync(path, stop);
            }
            catch (UnfitFile unfit)
            {
                folder.Leave(path);
                LogUnfit(Path.GetFileName(path), unfit.Message);
            }
            catch (Exception fault) when (fault is not (RecordUnavailable or ChannelClosedException)
                && !stop.IsCancellationRequested)
            {
                // One that cannot be read holds up none that sort after it.
                wrong = fault;
            }
        }

        if (wrong is not null)
        {
            ExceptionDispatchInfo.Throw(wrong);
        }

        Works();
        await Wait(Pause, stop);
    }

    private async Task TakeAsync(string path, CancellationToken stop)
    {
        using var laid = LaidFile.Open(path);
        var book = shelf.Book;
        var taken = 0;
        using var rejected = new RejectedEvents(path);
        try
        {
            PackedFile.Check(laid);
            var events = EventFile.Read(path, laid.Content(), new EventReader(book.Catalogue));
            taken = await KeepAsync(events, book, rejected, stop);
        }
        catch (FileTooLarge large)
        {
            PutAside(path, rejected, large.Message);
            return;
        }
        catch (Exception damaged) when (damaged.GetBaseException() is InvalidDataException)
        {
            // A packed file that is cut off stays, until its sender lays it down whole.
            LeaveDamaged(path, rejected, damaged.GetBaseException().Message);
            return;
        }

        var done = folder.DoneNameOf(path);
        rejected.Close(done);
        if (!folder.TryFinish(laid, done))
        {
            File.Delete(RejectedEvents.NameOf(done));
            return;
        }

        File.Delete(RejectedEvents.NameOf(path));
        LogTaken(Path.GetFileName(path), taken, rejected.Count);
    }

    /// <returns>How many events were answered, whatever the answer.</returns>
    private async Task<int> KeepAsync(
        IEnumerable<EventReading> events, RuleBook book, RejectedEvents rejected, CancellationToken stop)
    {
        var taken = 0;
        foreach (var portion in Portions.Of(events))
        {
            var submission = new Submission(book, [.. portion.Select(reading => new Arrival(reading))]);
            foreach (var arrival in await inbox.KeepAsync(submission, stop))
            {
                taken++;
                rejected.Note(arrival);
            }
        }

        return taken;
    }

    private void LeaveDamaged(string path, RejectedEvents rejected, string why)
    {
        rejected.Note(why);
        rejected.Close(path);
        folder.Leave(path);
        LogDamaged(Path.GetFileName(path), why);
    }

    private void PutAside(string path, RejectedEvents rejected, string why)
    {
        var name = folder.AsideNameOf(path);
        rejected.Note(why);
        rejected.Close(name);
        File.Move(path, name);
        LogAside(Path.GetFileName(path), why);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{File} is not read, and moved to aside/: {Why}")]
    private partial void LogAside(string file, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "{File} is not read, and stays in inbox/: {Why}")]
    private partial void LogUnfit(string file, string why);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{File} was written to after it had been taken in; it is read again")]
    private partial void LogChanged(string file);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "{File}: {Events} events taken in, {Rejected} rejected")]
    private partial void LogTaken(string file, int events, int rejected);

    [LoggerMessage(Level = LogLevel.Error, Message = "{File} is damaged and stays in inbox/: {Why}")]
    private partial void LogDamaged(string file, string why);
}
