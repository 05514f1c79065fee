using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Sqlite;

/// <summary>The chain, and every row that takes part in it, read again in order of batch.</summary>
internal sealed class SqliteProof(SqliteConnection connection)
{
    private const string InOrder = " FROM {0} WHERE batch > 0 ORDER BY batch";

    public IEnumerable<(Link Link, string? Content)> Chain()
    {
        using var contents = ByBatch.Contents(Tables()).GetEnumerator();
        var more = contents.MoveNext();
        foreach (var link in Each("SELECT number, at, algorithm, content, hash FROM chain "
            + "ORDER BY number", Link))
        {
            while (more && contents.Current.Batch < link.Batch)
            {
                yield return (Missing(contents.Current.Batch), contents.Current.Hash);
                more = contents.MoveNext();
            }

            var own = more && contents.Current.Batch == link.Batch ? contents.Current.Hash : null;
            yield return (link, own);
            more = own is null ? more : contents.MoveNext();
        }

        for (; more; more = contents.MoveNext())
        {
            yield return (Missing(contents.Current.Batch), contents.Current.Hash);
        }
    }

    /// <summary>Columns number, at, algorithm, content, hash.</summary>
    public static Link Link(Row row) => new(
        row.Long(0), row.Long(0), row.InstantAt(1), row.Text(2), row.Text(3), row.Text(4));

    private static Link Missing(long batch) =>
        new(0, batch, default, Ports.Link.Sha256, "", Ports.Link.Nothing);

    private IReadOnlyList<IEnumerable<ChainedRow>> Tables() =>
    [
        Rows("source, id, hash, recorded_at", "events", (row, to) =>
            to.Event(row.EventIdAt(1), row.Text(3), row.InstantAt(4))),
        Rows("kind, subject, source, id, recorded_at", "filings", (row, to) =>
            to.Filing(row.SubjectAt(1), row.EventIdAt(3), row.InstantAt(5))),
        Rows($"{Cells.LedgerColumns}, kind, subject, recorded_at", "ledger", (row, to) =>
            to.Ledger(row.SubjectAt(14), Cells.Ledger(row, 1), row.InstantAt(16))),
        Rows("regime, on_day, pack, tier, points, cause, kind, subject, recorded_at", "history",
            (row, to) => to.Change(row.SubjectAt(7), Cells.Change(row), row.InstantAt(9))),
        Rows("kind, subject, number, id, body, recorded_at", "recommendations", (row, to) =>
            to.Advice(row.SubjectAt(1), row.Int(3), row.Text(4), row.Text(5), row.InstantAt(6))),
        Rows("source, id, reason, hash, recorded_at", "quarantine", (row, to) =>
            to.Quarantine(row.EventIdAt(1), row.Text(3), row.Text(4), row.InstantAt(5))),
        Rows("book, body, recorded_at", "book_texts", (row, to) => to.Book(
            row.Text(1), new BookText(row.Text(1), row.Octets(2).ToArray()).Hash(), row.InstantAt(3))),
        Rows("book, engines, at", "activations", (row, to) => to.PutInUse(row.BasisAt(1), row.InstantAt(3))),
        Rows("item, outcome, flaws, recorded_at", "replays", (row, to) =>
            to.Replay(row.Long(1), row.Text(2), row.Text(3), row.InstantAt(4))),
    ];

    private IEnumerable<ChainedRow> Rows(
        string columns, string table, Action<Row, BatchContent> add) =>
        Each($"SELECT batch, {columns}" + string.Format(InOrder, table),
            row => new ChainedRow(row.Long(0), to => add(row, to)));

    /// <summary>Row by row; a row is good until the next one is asked for.</summary>
    private IEnumerable<T> Each<T>(string sql, Func<Row, T> read)
    {
        using var statement = new Statement(connection, sql);
        foreach (var row in statement.Walk())
        {
            yield return read(row);
        }
    }
}
