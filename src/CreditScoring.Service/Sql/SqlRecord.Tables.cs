using CreditScoring.Events;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sql;

/// <summary>What is asked of tables that were handed in, once for all engines.</summary>
public abstract partial class SqlRecord<TRow>
{
    public Task<KeptTable?> TableAsync(string id) =>
        First(TableSql.Table, $"{TableSql.From}WHERE id = $1", id);

    public Task<IReadOnlyList<KeptTable>> TablesAsync(string? by, int limit, int skip)
    {
        var (sql, values) = TableSql.All(by, limit, skip);
        return List(TableSql.Table, sql, values);
    }

    public Task<IReadOnlyList<KeptTable>> TablesInAsync(params string[] states)
    {
        var (sql, values) = TableSql.In(states);
        return List(TableSql.Table, sql, values);
    }

    public Task<IReadOnlyList<KeptTable>> TablesOfAsync(string digest) =>
        List(TableSql.Table, $"{TableSql.From}WHERE digest = $1 ORDER BY at, id", digest);

    public Task<TablePiece?> PieceAsync(string table, string what, long after) => First(
        TableSql.Piece, "SELECT id, what, number, octets FROM table_pieces "
            + "WHERE id = $1 AND what = $2 AND number > $3 ORDER BY number LIMIT 1", table, what, after);

    public async Task<IReadOnlyDictionary<EventId, KeptEvent>> KnownAsync(
        IReadOnlyCollection<EventId> events)
    {
        if (events.Count == 0)
        {
            return new Dictionary<EventId, KeptEvent>();
        }

        var (sql, values) = TableSql.Known(events);
        return (await List(row => RowValues.Event(row), sql, values))
            .DistinctBy(each => each.Id).ToDictionary(each => each.Id);
    }
}
