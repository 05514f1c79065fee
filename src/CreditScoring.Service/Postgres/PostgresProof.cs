using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using Npgsql;

namespace CreditScoring.Service.Postgres;

/// <summary>
/// The chain, and every row that takes part in it, read again in one view: a cursor a table, so that
/// only some rows of each are in memory. The server sorts them by batch.
/// </summary>
internal sealed class PostgresProof(NpgsqlConnection connection)
{
    private const int Portion = 5000;

    private const string LinkColumns = "number, batch, at, algorithm, content, hash";

    private const string InOrder = "ORDER BY batch";

    public static async Task<Link?> RootAsync(NpgsqlConnection connection) =>
        (await connection.RowsAsync(LinkOf,
            $"SELECT {LinkColumns} FROM chain ORDER BY number DESC LIMIT 1")).FirstOrDefault();

    /// <summary>Batches are numbered when they begin, and linked when they are kept.</summary>
    public IEnumerable<(Link Link, string? Content)> Chain()
    {
        var contents = ByBatch.Contents(Tables()).ToDictionary(each => each.Batch, each => each.Hash);
        foreach (var link in Each($"SELECT {LinkColumns} FROM chain ORDER BY number", LinkOf))
        {
            contents.Remove(link.Batch, out var content);
            yield return (link, content);
        }

        foreach (var (batch, content) in contents.OrderBy(each => each.Key))
        {
            yield return (new Link(0, batch, default, Link.Sha256, "", Link.Nothing), content);
        }
    }

    private static Link LinkOf(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.InstantAt(2), row.GetString(3), row.GetString(4),
        row.GetString(5));

    private IReadOnlyList<IEnumerable<ChainedRow>> Tables() =>
    [
        Of("SELECT batch, source, id, hash, recorded_at FROM events", row =>
        {
            var (id, hash, at) = (row.EventIdAt(1), row.GetString(3), row.InstantAt(4));
            return to => to.Event(id, hash, at);
        }),
        Of("SELECT batch, kind, subject, source, id, recorded_at FROM filings", row =>
        {
            var (subject, id, at) = (row.SubjectAt(1), row.EventIdAt(3), row.InstantAt(5));
            return to => to.Filing(subject, id, at);
        }),
        Of($"SELECT batch, kind, subject, recorded_at, {Rows.LedgerColumns} FROM ledger", row =>
        {
            var (subject, at, line) = (row.SubjectAt(1), row.InstantAt(3), Rows.Ledger(row, 4));
            return to => to.Ledger(subject, line, at);
        }),
        Of("SELECT batch, regime, on_day, pack, tier, points, cause, recorded_at, kind, subject "
            + "FROM history", row =>
            {
                var (change, subject) = (Rows.Change(row), row.SubjectAt(8));
                return to => to.Change(subject, change.Change, change.RecordedAt);
            }),
        Of("SELECT batch, kind, subject, number, id, body, recorded_at FROM recommendations", row =>
        {
            var (subject, number, at) = (row.SubjectAt(1), row.GetInt32(3), row.InstantAt(6));
            var (id, body) = (row.GetString(4), row.GetString(5));
            return to => to.Advice(subject, number, id, body, at);
        }),
        Of("SELECT batch, source, id, reason, hash, recorded_at FROM quarantine", row =>
        {
            var (source, id, at) = (row.OctetsAt(1), row.OctetsAt(2), row.InstantAt(5));
            var (reason, hash) = (row.GetString(3), row.GetString(4));
            return to => to.Quarantine(new(source, id), reason, hash, at);
        }),
        Of("SELECT batch, book, body, recorded_at FROM book_texts WHERE batch > 0", row =>
        {
            var (book, at) = (row.GetString(1), row.InstantAt(3));
            var hash = new BookText(book, row.GetFieldValue<byte[]>(2)).Hash();
            return to => to.Book(book, hash, at);
        }),
        Of("SELECT batch, book, engines, at FROM activations WHERE batch > 0", row =>
        {
            var (basis, at) = (row.BasisAt(1), row.InstantAt(3));
            return to => to.PutInUse(basis, at);
        }),
        Of("SELECT batch, item, outcome, flaws, recorded_at FROM replays", row =>
        {
            var (item, outcome, at) = (row.GetInt64(1), row.GetString(2), row.InstantAt(4));
            var flaws = row.OctetsAt(3);
            return to => to.Replay(item, outcome, flaws, at);
        }),
    ];

    private IEnumerable<ChainedRow> Of(
        string sql, Func<NpgsqlDataReader, Action<BatchContent>> read) =>
        Each($"{sql} {InOrder}", row => new ChainedRow(row.GetInt64(0), read(row)));

    /// <summary>Portion by portion: who asks is a command that waits for nothing else.</summary>
    private IEnumerable<T> Each<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        var name = $"c{Math.Abs(sql.GetHashCode(StringComparison.Ordinal))}";
        Say($"DECLARE {name} CURSOR FOR {sql}", _ => true);
        while (true)
        {
            var rows = Say($"FETCH {Portion} FROM {name}", read);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < Portion)
            {
                yield break;
            }
        }
    }

    /// <summary>However long it takes: before its first row the server sorts a whole table.</summary>
    private List<T> Say<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        using var reader = command.ExecuteReader();
        return reader.AllAsync(read).GetAwaiter().GetResult();
    }
}
