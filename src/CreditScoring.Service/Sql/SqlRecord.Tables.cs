using CreditScoring.Events;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sql;

/// <summary>What is asked of tables that were handed in, once for all engines.</summary>
public abstract partial class SqlRecord<TRow>
{
    private const string TablesFrom = $"SELECT {TableSql.Columns} FROM tables_in ";

    public Task<KeptTable?> TableAsync(string id) =>
        First(TableSql.Table, $"{TablesFrom}WHERE id = $1", id);

    public Task<IReadOnlyList<KeptTable>> TablesAsync(string? by, int limit, int skip)
    {
        var wanted = new Conditions();
        wanted.Add("by_actor = ", by);
        return List(TableSql.Table, $"{TablesFrom}{wanted.Where}ORDER BY at DESC, id "
            + $"LIMIT {wanted.Value((long)limit)} OFFSET {wanted.Value((long)skip)}", wanted.Values);
    }

    public Task<IReadOnlyList<KeptTable>> TablesInAsync(params string[] states)
    {
        var wanted = new Conditions();
        var places = string.Join(", ", states.Select(state => wanted.Value(state)));
        return List(
            TableSql.Table, $"{TablesFrom}WHERE state IN ({places}) ORDER BY at, id", wanted.Values);
    }

    public Task<IReadOnlyList<KeptTable>> TablesOfAsync(string digest) =>
        List(TableSql.Table, $"{TablesFrom}WHERE digest = $1 ORDER BY at, id", digest);

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

        var wanted = new Conditions();
        var keys = string.Join(
            ", ", events.Select(each => $"({wanted.Value(each.Source)}, {wanted.Value(each.Id)})"));
        return (await List(
            row => RowValues.Event(row),
            $"WITH k (source, id) AS (VALUES {keys}) SELECT {RowValues.EventColumns} FROM k "
                + "JOIN events e ON e.source = k.source AND e.id = k.id", wanted.Values))
            .DistinctBy(each => each.Id).ToDictionary(each => each.Id);
    }
}
