using Npgsql;

namespace CreditScoring.Service.Postgres;

/// <summary>
/// A statement whose values are <c>$1</c>, <c>$2</c> ... by position; lists are arrays, one a
/// column, so that a whole batch is one round trip.
/// </summary>
internal static class Sentence
{
    public static NpgsqlBatchCommand Say(string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }

    /// <summary>Says several in one round trip.</summary>
    public static async Task RunAsync(
        this NpgsqlConnection connection, params IReadOnlyCollection<NpgsqlBatchCommand> said)
    {
        if (said.Count > 0)
        {
            await using var batch = Of(connection, said);
            await batch.ExecuteNonQueryAsync();
        }
    }

    public static Task<List<T>> RowsAsync<T>(
        this NpgsqlConnection connection, Func<PostgresRow, T> read, string sql,
        params object?[] values) => connection.RowsUntilAsync(_ => false, read, sql, values);

    /// <summary>The rows up to the one that ends them.</summary>
    public static async Task<List<T>> RowsUntilAsync<T>(
        this NpgsqlConnection connection, Func<T, bool> ends, Func<PostgresRow, T> read,
        string sql, params object?[] values)
    {
        await using var batch = Of(connection, [Say(sql, values)]);
        await using var reader = await batch.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(new PostgresRow(reader)));
            if (ends(rows[^1]))
            {
                break;
            }
        }

        return rows;
    }

    /// <summary>The rows of the result at which the reader is.</summary>
    public static async Task<List<T>> AllAsync<T>(
        this NpgsqlDataReader reader, Func<PostgresRow, T> read)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(new PostgresRow(reader)));
        }

        return rows;
    }

    public static NpgsqlBatch Of(
        NpgsqlConnection connection, IEnumerable<NpgsqlBatchCommand> said)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var command in said)
        {
            batch.BatchCommands.Add(command);
        }

        return batch;
    }
}
