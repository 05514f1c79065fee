using CreditScoring.Service.Ports;
using CreditScoring.Service.Sql;
using Npgsql;

namespace CreditScoring.Service.Postgres;

/// <summary>Whether what answers is a server that the record can be kept on.</summary>
internal static class PostgresServerCheck
{
    /// <summary>
    /// Of what is used, identity columns and hashtextextended came last, with 10 and 11; older than
    /// 14 no server is maintained any more.
    /// </summary>
    private static readonly Version Lowest = new(14, 0);

    /// <summary>Once a pooler may lend by chance another of its connections.</summary>
    private const int Tries = 3;

    /// <exception cref="RecordRefused">It is too old, or a pooler gives each transaction another
    /// connection.</exception>
    public static async Task RefuseUnfitAsync(NpgsqlConnection connection, PostgresAddress address)
    {
        var version = connection.PostgreSqlVersion;
        if (version < Lowest)
        {
            throw new RecordRefused($"{address} is PostgreSQL {version}: use {Lowest.Major} or newer");
        }

        for (var tries = 0; tries < Tries; tries++)
        {
            if (await IsSharedAsync(connection, address))
            {
                throw new RecordRefused($"{address} is a pooler that lends one connection to several at "
                    + "once (pgbouncer: pool_mode=transaction): locks and prepared statements need one "
                    + "of their own. Name the server itself, or set pool_mode=session");
            }
        }
    }

    /// <summary>
    /// Two connections that are open at the same time and reach one and the same process of the
    /// server are not ours alone.
    /// </summary>
    private static async Task<bool> IsSharedAsync(NpgsqlConnection first, PostgresAddress address)
    {
        var process = await ProcessAsync(first);
        if (process == first.ProcessID)
        {
            // The server itself: a pooler makes up numbers of its own.
            return false;
        }

        await using var second = new NpgsqlConnection(address.ForPreparing());
        await second.OpenAsync();
        return await ProcessAsync(second) == process;
    }

    private static async Task<int> ProcessAsync(NpgsqlConnection connection) =>
        (await connection.RowsAsync(row => row.Int(0), "SELECT pg_backend_pid()")).Single();
}
