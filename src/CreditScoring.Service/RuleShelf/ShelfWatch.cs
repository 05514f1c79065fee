using CreditScoring.Documents;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Loops;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.RuleShelf;

/// <summary>
/// Looks at the rules folder every two seconds, by content: no file system is trusted to tell. A
/// change is offered to the shelf once it has stood still from one look to the next.
/// </summary>
public sealed partial class ShelfWatch(
    Shelf shelf, Settings settings, TimeProvider clock, LoopHealth health,
    ILogger<ShelfWatch> log)
    : Loop("rules", health, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // Of what the shelf tells: the first look offers it only what has changed since it was opened.
    private string? taken = shelf.Opened;
    private string? before;

    protected override async Task RunAsync(CancellationToken stop)
    {
        await Wait(Pause, stop);
        Look();
        if (shelf.State.Rejected is [var first, ..])
        {
            Health.Fails("rules", $"{first}");
        }
        else
        {
            Works();
        }
    }

    /// <summary>One look at the folder.</summary>
    /// <exception cref="IOException">It cannot be read; the shelf says so too.</exception>
    public void Look()
    {
        try
        {
            var folder = FolderLook.At(settings.RulesPath);
            if (folder.Print == before && folder.Print != taken)
            {
                Offer(folder);
                taken = folder.Print;
            }

            before = folder.Print;
        }
        catch (Exception fault)
        {
            // Also a fault of the program over strange rules: the last good book stays in use.
            shelf.Keeps([Unreadable(settings.RulesPath, LoopHealth.Sentence(fault))]);
            taken = null;
            throw;
        }
    }

    private void Offer(FolderLook folder)
    {
        var book = shelf.Book.Hash;
        var state = shelf.Offer(
            folder.Documents, settings.RulesPath, folder.Accepted, clock.GetUtcNow());
        foreach (var flaw in state.Rejected)
        {
            LogFlaw(flaw.ToString());
        }

        if (state.Rejected.Count > 0)
        {
            LogRejected(state.Rejected.Count, book[..12]);
        }
        else if (state.Book.Hash != book)
        {
            LogTaken(state.Book.Hash[..12], book[..12]);
        }
    }

    private static Flaw Unreadable(string folder, string why) => new(
        "rules-unreadable", Place.Whole(folder),
        new Wording($"无法读取规则文件夹：{why}", $"the rules folder cannot be read: {why}"),
        new Wording("恢复文件夹；此前沿用现行规则", "put the folder back; the book in use stays"));

    [LoggerMessage(Level = LogLevel.Error, Message = "rules: {Flaw}")]
    private partial void LogFlaw(string flaw);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "changed rules have {Count} errors and were not taken; book {Book} stays in use")]
    private partial void LogRejected(int count, string book);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "rule book {Book} replaces {Former}; all files will be assessed again")]
    private partial void LogTaken(string book, string former);
}
