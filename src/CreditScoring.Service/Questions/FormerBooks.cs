using CreditScoring.Law.Books;
using CreditScoring.Law.Seconding;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.SecondOpinions;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Questions;

/// <summary>
/// The rule book that was in force at an instant, from the text that the record kept of it, and the
/// engines that judged by it: what was known then is judged as it was judged then. Some books of then
/// stay at hand.
/// </summary>
public sealed class FormerBooks(IRecordQuestions record, Shelf shelf)
{
    /// <summary>Books besides the one in use; each takes some megabytes once it is read.</summary>
    public const int Room = 4;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly LinkedList<RuleBook> lastUsed = [];

    /// <param name="knownAt">
    /// Of which the record said that nothing is added; null: the book in use now.
    /// </param>
    /// <exception cref="FormerBookMissing">It cannot be had; another book's answer would be none.</exception>
    public async Task<RuleBook> AsOfAsync(DateTimeOffset? knownAt)
    {
        var now = shelf.Book;
        if (knownAt is null)
        {
            return now;
        }

        // Before the first book nothing was known, and no book says anything of it. Before engines were
        // kept, those in use now are as good as any.
        var then = await record.BookAtAsync(knownAt.Value);
        var (hash, mode) = (then?.Book ?? now.Hash, ModeOf(then?.Basis.Engines) ?? now.Mode);
        return (hash, mode) == (now.Hash, now.Mode) ? now : await ReadAsync(hash, mode);
    }

    /// <summary>Of another version than this program's the share alone is kept to.</summary>
    private static JudgingMode? ModeOf(string? engines) =>
        !JudgingMode.TryParse(engines, out var mode) ? null
        : mode.Engine is null ? mode : mode with { Engine = FormerEngines.Name };

    private async Task<RuleBook> ReadAsync(string hash, JudgingMode mode)
    {
        // One at a time: who asks for many old books waits, instead of reading them all at once.
        await turn.WaitAsync();
        try
        {
            var book = lastUsed.FirstOrDefault(each => (each.Hash, each.Mode) == (hash, mode));
            if (book is null)
            {
                var kept = await record.BookTextAsync(hash) ?? throw new FormerBookMissing(hash, null);
                book = KeptBooks.Read(kept, FormerEngines.Of(mode), out var flaw)
                    ?? throw new FormerBookMissing(hash, flaw);
            }

            lastUsed.Remove(book);
            lastUsed.AddLast(book);
            if (lastUsed.Count > Room)
            {
                lastUsed.RemoveFirst();
            }

            return book;
        }
        finally
        {
            turn.Release();
        }
    }
}

/// <summary>The rule book that was in force then cannot judge again.</summary>
/// <param name="why">Why the kept text cannot be read; null: the record has no text of it.</param>
public sealed class FormerBookMissing(string book, string? why)
    : Exception($"rule book {book[..Math.Min(12, book.Length)]}: {why ?? "its text was not kept"}")
{
    public string Book { get; } = book[..Math.Min(12, book.Length)];

    public string? Why { get; } = why;
}
