using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Records.Sqlite;

/// <summary>A prepared statement whose values are <c>$0</c>, <c>$1</c> ... by position.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand command;

    public Statement(SqliteConnection connection, string sql, int values)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values; i++)
        {
            command.Parameters.Add(new SqliteParameter(
                string.Create(CultureInfo.InvariantCulture, $"${i}"), null));
        }

        command.Prepare();
    }

    /// <returns>How many rows it changed.</returns>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>All rows that it finds.</summary>
    public List<T> Rows<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        Bind(values);
        var found = new List<T>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            found.Add(read(reader));
        }

        return found;
    }

    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = Plain(values[i]) ?? DBNull.Value;
        }
    }

    private static object? Plain(object? value) => value switch
    {
        DateOnly day => Cells.Day(day),
        DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
        decimal number => Cells.Decimal(number),
        _ => value,
    };
}
