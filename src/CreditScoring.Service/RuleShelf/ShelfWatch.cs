using CreditScoring.Disk;
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

    // The shelf was filled a moment ago: the first look offers it what has changed since.
    private string taken = "";
    private string before = "";

    protected override async Task RunAsync(CancellationToken stop)
    {
        await Wait(Pause, stop);
        try
        {
            var documents = RuleFolder.Read(settings.RulesPath);
            var accepted = Withdrawal.Accepted(settings.RulesPath);
            var now =
                $"{accepted}\n{string.Join('\n', documents.Select(each => $"{each.File}\0{each.Text}"))}";
            if (now == before && now != taken)
            {
                Offer(documents, accepted);
                taken = now;
            }

            before = now;
        }
        catch (Exception fault)
        {
            // Also a fault of the program over strange rules: the last good book stays in use.
            shelf.Keeps([Unreadable(settings.RulesPath, LoopHealth.Sentence(fault))]);
            taken = "";
            throw;
        }

        if (shelf.State.Rejected is [var first, ..])
        {
            Health.Fails("rules", $"{first}");
        }
        else
        {
            Works();
        }
    }

    private void Offer(IReadOnlyList<SourceText> documents, string? accepted)
    {
        var book = shelf.Book.Hash;
        var state = shelf.Offer(documents, settings.RulesPath, accepted, clock.GetUtcNow());
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
