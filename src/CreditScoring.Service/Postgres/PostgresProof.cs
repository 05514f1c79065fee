using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Sql;
using Npgsql;

namespace CreditScoring.Service.Postgres;

/// <summary>
/// The chain, and every row that takes part in it, read again in one view: a cursor a table, so that
/// only some rows of each are in memory. The server sorts them by batch.
/// </summary>
internal sealed class PostgresProof(NpgsqlConnection connection)
{
    private const int Portion = 5000;

    /// <summary>Batches are numbered when they begin, and linked when they are kept.</summary>
    public IEnumerable<(Link Link, string? Content)> Chain()
    {
        var contents = ByBatch.Contents(Tables()).ToDictionary(each => each.Batch, each => each.Hash);
        foreach (var link in Each(
            $"SELECT {PostgresView.Dialect.Links} FROM chain ORDER BY number", RowValues.Link))
        {
            contents.Remove(link.Batch, out var content);
            yield return (link, content);
        }

        foreach (var (batch, content) in contents.OrderBy(each => each.Key))
        {
            yield return (Link.MissingOf(batch), content);
        }
    }

    private IReadOnlyList<IEnumerable<ChainedRow>> Tables() =>
        [.. ChainedRows<PostgresRow>.Kinds.Select(kind => Each(kind.Sql, kind.Read))];

    /// <summary>Portion by portion: who asks is a command that waits for nothing else.</summary>
    private IEnumerable<T> Each<T>(string sql, Func<PostgresRow, T> read)
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
    private List<T> Say<T>(string sql, Func<PostgresRow, T> read)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        using var reader = command.ExecuteReader();
        return reader.AllAsync(read).GetAwaiter().GetResult();
    }
}
