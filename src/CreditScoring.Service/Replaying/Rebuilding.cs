using System.Security.Cryptography;
using System.Text;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law;
using CreditScoring.Ledger;
using CreditScoring.Records;
using CreditScoring.Service;

namespace CreditScoring.Replaying;

/// <summary>
/// Rebuilds in memory all that is derived from the stored events, and says where the record holds
/// something else: files, ledger, standings, recommendations. Each file is judged as of the day on
/// which it was last assessed, by the rules at hand. Nothing is written.
/// </summary>
public sealed class Rebuilding(IRecord record, RuleBook book)
{
    private const int Portion = 2000;

    private readonly EventReader reader = new(book.Catalogue);
    private readonly List<Difference> differences = [];
    private readonly Dictionary<EventId, KeptEvent> events = [];

    public int Events => events.Count;

    public int Files { get; private set; }

    public async Task<IReadOnlyList<Difference>> CompareAsync()
    {
        var files = Filing.Of(await ReadAsync(), out var waiting).ToDictionary(file => file.Subject);
        await CompareWaiting(waiting);
        foreach (var portion in files.Keys.Union(await record.SubjectsAsync()).Order().Chunk(Portion))
        {
            await using var work = await record.BeginAsync(CancellationToken.None);
            foreach (var stored in await work.OpenAsync(portion))
            {
                Files++;
                await Compare(stored, files.GetValueOrDefault(stored.Subject));
            }
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
            foreach (var kept in portion)
            {
                events[kept.Id] = kept;
                var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(kept.Text)));
                if (hash != kept.Hash)
                {
                    Differs(kept.Id.ToString(), "event", kept.Hash, hash);
                }
            }

            read.AddRange(StoredEvents.Read(reader, portion, out var flaws));
            foreach (var flaw in flaws)
            {
                Differs("record", "event", flaw.ToString(), "an event that the catalogue can read");
            }
        }

        return read;
    }

    private async Task CompareWaiting(IReadOnlyList<RegulatoryEvent> rebuilt)
    {
        var kept = (await record.WaitingAsync(int.MaxValue)).Select(each => each.Id.ToString());
        Compare("record", "waiting", kept, rebuilt.Select(each => each.Id.ToString()));
    }

    private async Task Compare(StoredFile stored, CreditFile? rebuilt)
    {
        var where = stored.Subject.ToString();
        var filed = rebuilt?.Events ?? [];
        Compare(where, "filing", stored.Events.Select(each => each.Id.ToString()),
            filed.Select(each => each.Id.ToString()));
        if (stored.Kept is not { } kept)
        {
            Differs(where, "standing", "none", "a file");
        }
        else if (kept.Book != book.Hash)
        {
            Differs(where, "standing", $"by the rules {kept.Book[..12]}", $"by {book.Hash[..12]}; "
                + "start the service with these rules once, and it assesses the file again");
        }
        else
        {
            var file = stored with
            {
                Kept = await record.FileAsync(stored.Subject),
                Events = [.. filed.Select(each => events[each.Id])],
            };
            differences.AddRange(RebuiltFile.Compare(file, new Reassessment(book, kept.On)));
        }
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
