using System.Security.Cryptography;
using System.Text;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Seconding;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Replaying;

/// <summary>
/// Rebuilds all that is derived from the stored events, and says where the record holds something
/// else: files, ledger, standings, recommendations. Each file is judged as of the day on which it was
/// last assessed, by the rules at hand and the engines that judged it then. Nothing is written.
/// </summary>
/// <remarks>
/// Twice through the record: first all events, to know whose file each belongs to (some 500 octets an
/// event are held), then the files, a portion at a time.
/// </remarks>
public sealed class Rebuilding
{
    private const int Portion = 2000;

    private readonly IRecord record;
    private readonly BookByEngines books;
    private readonly EventReader reader;
    private readonly List<Difference> differences = [];
    private readonly List<string> notes = [];

    /// <param name="book">The rules at hand, with a second engine; null: ours alone judges.</param>
    public Rebuilding(IRecord record, Func<Seconding?, RuleBook> book)
    {
        this.record = record;
        books = new BookByEngines(book);
        reader = EventReader.OfKept(books.Ours.Catalogue);
    }

    /// <summary>Hash of the rules at hand.</summary>
    public string Book => books.Ours.Hash;

    public int Events { get; private set; }

    public int Files { get; private set; }

    /// <summary>
    /// By which engines the files are judged again; and books that were once in force and cannot judge
    /// again: the chain says whether a text was changed.
    /// </summary>
    public IReadOnlyList<string> Notes => [.. books.Notes, .. notes];

    public async Task<IReadOnlyList<Difference>> CompareAsync()
    {
        var files = Filing.Of(await ReadAsync(), out var waiting)
            .ToDictionary(file => file.Subject, file => file.Events.Select(each => each.Id).ToList());
        await CompareWaiting(waiting);
        await CompareBooks();
        foreach (var portion in files.Keys.Union(await record.SubjectsAsync()).Order().Chunk(Portion))
        {
            await using var work = await record.BeginAsync(CancellationToken.None);
            var judged = new List<(StoredFile File, JudgedAgain By)>();
            foreach (var stored in await work.OpenAsync(portion))
            {
                Files++;
                var filed = files.GetValueOrDefault(stored.Subject) ?? [];
                if (Compare(stored, filed) is { } by)
                {
                    var own = filed.ToHashSet();
                    judged.Add((stored with
                    {
                        Events = [.. stored.Events.Where(each => own.Contains(each.Id))],
                    }, by));
                }
            }

            // What a file makes depends on no other one.
            differences.AddRange(judged.AsParallel().AsOrdered()
                .SelectMany(each => each.By.Compare(each.File)));
        }

        return differences;
    }

    private async Task<List<RegulatoryEvent>> ReadAsync()
    {
        var read = new List<RegulatoryEvent>();
        EventId? last = null;
        while (await record.AllEventsAsync(last, Portion) is { Count: > 0 } portion)
        {
            last = portion[^1].Id;
            Events += portion.Count;
            foreach (var kept in portion)
            {
                var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kept.Text)));
                if (hash != kept.Hash)
                {
                    Differs(kept.Id.ToString(), "event", kept.Hash, hash);
                }
            }

            // Whose file it belongs to does not depend on what it says.
            read.AddRange(StoredEvents.Read(reader, portion, out var flaws)
                .Select(each => each with { Values = [], Document = null }));
            foreach (var flaw in flaws)
            {
                Differs("record", "event", flaw.ToString(), "an event that the catalogue can read");
            }
        }

        return read;
    }

    private async Task CompareBooks()
    {
        foreach (var hash in (await record.BooksAsync()).Select(each => each.Book).Distinct())
        {
            var name = $"book {hash[..Math.Min(12, hash.Length)]}";
            if (await record.BookTextAsync(hash) is not { } kept)
            {
                notes.Add(
                    $"{name}: in use before texts were kept; what was known then cannot be judged by it");
            }
            else if (KeptBooks.Read(kept, null, out var flaw) is null)
            {
                notes.Add($"{name}: this program cannot judge by it what was known then: {flaw}");
            }
        }
    }

    private async Task CompareWaiting(IReadOnlyList<RegulatoryEvent> rebuilt)
    {
        var kept = (await record.WaitingAsync(null, int.MaxValue)).Select(each => each.Id.ToString());
        Compare("record", "waiting", kept, rebuilt.Select(each => each.Id.ToString()));
    }

    /// <returns>By what it is to be judged again; null: it cannot be.</returns>
    private JudgedAgain? Compare(StoredFile stored, IReadOnlyList<EventId> filed)
    {
        var where = stored.Subject.ToString();
        Compare(where, "filing", stored.Events.Select(each => each.Id.ToString()),
            filed.Select(each => each.ToString()));
        if (stored.Kept is not { } kept)
        {
            Differs(where, "standing", "none", "a file");
            return null;
        }

        if (kept.Basis.Book != Book)
        {
            differences.Add(Difference.OfJudging(where, $"the rules {kept.Basis.Book[..12]}", Book[..12]));
            return null;
        }

        return books.Of(kept.Basis.Engines);
    }

    private void Compare(string where, string what, IEnumerable<string> kept, IEnumerable<string> rebuilt)
    {
        var (one, other) = (kept.ToHashSet(), rebuilt.ToHashSet());
        foreach (var id in one.Except(other).Order(StringComparer.Ordinal))
        {
            Differs(where, what, id, "nothing");
        }

        foreach (var id in other.Except(one).Order(StringComparer.Ordinal))
        {
            Differs(where, what, "nothing", id);
        }
    }

    private void Differs(string where, string what, string kept, string rebuilt) =>
        differences.Add(new Difference(where, what, kept, rebuilt));
}
