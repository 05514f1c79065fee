using System.Diagnostics;
using CreditScoring.Law.Books;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Work;

/// <summary>
/// Says to the other workers on the record that this one is here and by which book it works, and to
/// the operator when they do not agree.
/// </summary>
public sealed partial class WorkerRoll(
    IRecord record, Settings settings, TimeProvider clock, ClockSetBack setBack,
    ILogger<WorkerRoll> log)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly Stopwatch since = new();
    private BookText? text;
    private string others = "";

    /// <summary>The book that the record was last told of; null: none yet.</summary>
    public RuleBook? Book { get; private set; }

    /// <summary>Before a book is first used, and then every ten seconds.</summary>
    /// <exception cref="RecordUnavailable">It could not be said.</exception>
    public async Task SignAsync(ShelfState shelf)
    {
        var changed = shelf.Book.Hash != Book?.Hash;
        if (!changed && since.Elapsed < Every)
        {
            return;
        }

        text = changed || text is null ? KeptBooks.TextOf(shelf.Book, shelf.Documents) : text;
        var workers = await record.SignAsync(
            settings.Worker, text, $"{shelf.Book.Mode}", taken: Book is not null && changed,
            clock.GetUtcNow());
        Book = shelf.Book;
        since.Restart();
        Tell(workers);
        setBack.Look(await record.InstantsAsync());
    }

    private void Tell(IReadOnlyList<SeenWorker> workers)
    {
        var behind = string.Join(", ", workers.Where(each => !each.Current)
            .Select(each => $"{each.Name} ({each.Book[..Math.Min(12, each.Book.Length)]}; "
                + $"{each.Basis.Engines})"));
        if (behind != others && behind.Length > 0)
        {
            LogBehind(behind);
        }

        others = behind;
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "not on the rule book and engines that were put in use last: {Workers}; give all "
            + "workers the same rules and Rules:SecondOpinion")]
    private partial void LogBehind(string workers);
}
