using System.Data;
using CreditScoring.Service.Ports;
using Npgsql;

namespace CreditScoring.Service.Postgres;

/// <summary>An advisory lock of the server, held as long as its connection lives.</summary>
internal sealed class PostgresLead(NpgsqlConnection connection) : ILead
{
    // The connection asks for a sign of life by itself, and closes where there is none.
    public bool Lost => connection.State != ConnectionState.Open;

    /// <returns>Null: another worker leads.</returns>
    public static async Task<ILead?> TryAsync(PostgresAddress address, string task)
    {
        var connection = new NpgsqlConnection(address.ForLead());
        try
        {
            await connection.OpenAsync();
            if ((await connection.RowsAsync(row => row.Truth(0),
                "SELECT pg_try_advisory_lock(hashtextextended('credit lead ' || $1, 0))",
                task)).Single())
            {
                return new PostgresLead(connection);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
