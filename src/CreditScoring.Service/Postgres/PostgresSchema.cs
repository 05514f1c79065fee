using CreditScoring.Service.Ports;
using CreditScoring.Service.Sql;
using Npgsql;
using static CreditScoring.Service.Postgres.Sentence;

namespace CreditScoring.Service.Postgres;

/// <summary>The versions of the tables: made, brought up to date, or refused.</summary>
internal static class PostgresSchema
{
    /// <summary>What each version added, from the first on; a step is never edited.</summary>
    private static readonly string[] Steps =
    [
        PostgresTables.Sql, PostgresIdentity.Sql, PostgresBooks.Sql, PostgresEngines.Sql, RowSql.Kinds,
        PostgresLists.Sql, ShadowSql.Tables("text COLLATE \"C\"", "bigint"),
        TableSql.Tables("text COLLATE \"C\"", "bigint", "bytea"),
    ];

    public static int Version => Steps.Length;

    /// <summary>Settings with which a server can lose what it has confirmed.</summary>
    private static readonly string[] MustBeOn = ["fsync", "full_page_writes", "synchronous_commit"];

    /// <param name="connection">With the server's own settings, not with ours.</param>
    /// <exception cref="RecordRefused">The server is not safe, the database is another program's,
    /// or newer.</exception>
    public static async Task PrepareAsync(NpgsqlConnection connection, PostgresAddress address)
    {
        if (!address.AllowUnsafe)
        {
            await RefuseUnsafe(connection, address);
        }

        // Several workers may start at once: one makes the tables, the others find them.
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.RunAsync(
            Say("SELECT pg_advisory_xact_lock(hashtextextended('credit schema', 0))"));
        var version = await VersionAsync(connection, address);
        if (version > Version)
        {
            throw new RecordRefused($"{address} has schema {version}, and this program knows up to "
                + $"{Version}: start the newer program, or name another database");
        }

        foreach (var step in Steps.Skip(version))
        {
            await MakeAsync(connection, step);
        }

        var kinds = await connection.RowsAsync(row => row.Text(0), RowSql.Known);
        await MakeAsync(connection, RowSql.Missing($"{address}", kinds, "text COLLATE \"C\"", "bigint"));
        await connection.RunAsync(Say("UPDATE credit_schema SET version = $1", Version));
        await transaction.CommitAsync();
    }

    private static async Task MakeAsync(NpgsqlConnection connection, string tables)
    {
        if (tables.Length > 0)
        {
            await using var make = new NpgsqlCommand(tables, connection);
            await make.ExecuteNonQueryAsync();
        }
    }

    private static async Task<int> VersionAsync(
        NpgsqlConnection connection, PostgresAddress address)
    {
        var tables = await connection.RowsAsync(row => row.Text(0),
            "SELECT c.relname::text FROM pg_class c "
            + "WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')");
        if (tables.Contains("credit_schema"))
        {
            return (await connection.RowsAsync(
                row => row.Int(0), "SELECT version FROM credit_schema")).Single();
        }

        if (tables.Count > 0)
        {
            throw new RecordRefused($"{address} is a database of another program");
        }

        await connection.RunAsync(
            Say("CREATE TABLE credit_schema (version integer NOT NULL)"),
            Say("INSERT INTO credit_schema VALUES (0)"));
        return 0;
    }

    private static async Task RefuseUnsafe(NpgsqlConnection connection, PostgresAddress address)
    {
        var off = await connection.RowsAsync(row => row.Text(0),
            "SELECT name FROM pg_settings WHERE name = ANY($1) AND setting = 'off' ORDER BY name",
            [MustBeOn]);
        if (off.Count > 0)
        {
            throw new RecordRefused($"{address} can lose what it has confirmed: "
                + $"{string.Join(", ", off)} is off; turn it on, or set Record:AllowUnsafe=true");
        }
    }
}
