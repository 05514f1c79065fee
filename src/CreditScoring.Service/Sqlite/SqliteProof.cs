using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Sql;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Sqlite;

/// <summary>The chain, and every row that takes part in it, read again in order of batch.</summary>
internal sealed class SqliteProof(SqliteConnection connection)
{
    public IEnumerable<(Link Link, string? Content)> Chain()
    {
        using var contents = ByBatch.Contents(Tables()).GetEnumerator();
        var more = contents.MoveNext();
        foreach (var link in Each(
            $"SELECT {SqliteView.Dialect.Links} FROM chain ORDER BY number", RowValues.Link))
        {
            while (more && contents.Current.Batch < link.Batch)
            {
                yield return (Link.MissingOf(contents.Current.Batch), contents.Current.Hash);
                more = contents.MoveNext();
            }

            var own = more && contents.Current.Batch == link.Batch ? contents.Current.Hash : null;
            yield return (link, own);
            more = own is null ? more : contents.MoveNext();
        }

        for (; more; more = contents.MoveNext())
        {
            yield return (Link.MissingOf(contents.Current.Batch), contents.Current.Hash);
        }
    }

    private IReadOnlyList<IEnumerable<ChainedRow>> Tables() =>
        [.. ChainedRows<SqliteRow>.Kinds.Select(kind => Each(kind.Sql, kind.Read))];

    /// <summary>Row by row; a row is good until the next one is asked for.</summary>
    private IEnumerable<T> Each<T>(string sql, Func<SqliteRow, T> read)
    {
        using var statement = new Statement(connection, sql);
        foreach (var row in statement.Walk())
        {
            yield return read(row);
        }
    }
}
