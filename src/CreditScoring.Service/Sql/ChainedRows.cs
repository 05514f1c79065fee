using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Ports.Rows;

namespace CreditScoring.Service.Sql;

/// <summary>
/// Every kind of row that takes part in the chain: its table, its columns after the batch, and how it goes
/// into the content of its batch. Rows of before the chain carry the batch 0.
/// </summary>
internal static class ChainedRows<TRow>
    where TRow : struct, IRow
{
    public static readonly IReadOnlyList<(string Sql, Func<TRow, ChainedRow> Read)> Kinds =
    [
        Of("events", "source, id, hash, recorded_at", row =>
        {
            var (id, hash, at) = (row.EventIdAt(1), row.Text(3), row.InstantAt(4));
            return to => to.Event(id, hash, at);
        }),
        Of("filings", "kind, subject, source, id, recorded_at", row =>
        {
            var (subject, id, at) = (row.SubjectAt(1), row.EventIdAt(3), row.InstantAt(5));
            return to => to.Filing(subject, id, at);
        }),
        Of("ledger", $"kind, subject, recorded_at, {RowValues.LedgerColumns}", row =>
        {
            var (subject, at, line) = (row.SubjectAt(1), row.InstantAt(3), RowValues.Ledger(row, 4));
            return to => to.Ledger(subject, line, at);
        }),
        Of("history", "kind, subject, recorded_at, regime, on_day, pack, tier, points, cause", row =>
        {
            var (subject, at, change) = (row.SubjectAt(1), row.InstantAt(3), RowValues.Change(row, 4));
            return to => to.Change(subject, change, at);
        }),
        Of("recommendations", "kind, subject, number, id, body, recorded_at", row =>
        {
            var (subject, number, at) = (row.SubjectAt(1), row.Int(3), row.InstantAt(6));
            var (id, body) = (row.Text(4), row.Text(5));
            return to => to.Advice(subject, number, id, body, at);
        }),
        Of("quarantine", "source, id, reason, hash, recorded_at", row =>
        {
            var (id, reason, hash, at) = (row.SentIdAt(1), row.Text(3), row.Text(4), row.InstantAt(5));
            return to => to.Quarantine(id, reason, hash, at);
        }),
        Of("book_texts", "book, body, recorded_at", row =>
        {
            var (book, at) = (row.Text(1), row.InstantAt(3));
            var hash = new BookText(book, row.Octets(2).ToArray()).Hash();
            return to => to.Book(book, hash, at);
        }),
        Of("activations", "book, engines, at", row =>
        {
            var (basis, at) = (row.BasisAt(1), row.InstantAt(3));
            return to => to.PutInUse(basis, at);
        }),
        Of("replays", "item, outcome, flaws, recorded_at", row =>
        {
            var (item, outcome, flaws, at) = (row.Long(1), row.Text(2), row.SentText(3), row.InstantAt(4));
            return to => to.Replay(item, outcome, flaws, at);
        }),
        .. RowKinds.All.Select(kind =>
        {
            var (columns, read) = RowSql.Chained<TRow>(kind);
            return Of(kind.Table, columns, read);
        }),
    ];

    private static (string, Func<TRow, ChainedRow>) Of(
        string table, string columns, Func<TRow, Action<BatchContent>> read) => (
        $"SELECT batch, {columns} FROM {table} WHERE batch > 0 ORDER BY batch",
        row => new ChainedRow(row.Long(0), read(row)));
}
