using System.Net.Sockets;
using CreditScoring.Service.Ports;
using Npgsql;

namespace CreditScoring.Service.Postgres;

/// <summary>What went wrong between us and the server -> what the port calls it.</summary>
internal static class PostgresFault
{
    public static async Task<T> Name<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception wrong) when (Of(wrong) is { } named)
        {
            throw named;
        }
    }

    /// <returns>Null: a fault of this program.</returns>
    private static RecordUnavailable? Of(Exception wrong) => wrong switch
    {
        RecordUnavailable => null,
        PostgresException { SqlState: var state } server when MeansBusy(state) =>
            new RecordBusy(server.MessageText, server),
        PostgresException server => new RecordUnavailable(
            $"{server.MessageText} ({server.SqlState})", server),
        NpgsqlException { InnerException: TimeoutException } slow => new RecordUnavailable(
            "PostgreSQL did not answer in time", slow),
        NpgsqlException or TimeoutException or IOException or SocketException
            => new RecordUnavailable(wrong.Message, wrong),
        // A connection that broke under a work, told at its next use.
        InvalidOperationException { Source: "Npgsql" } =>
            new RecordUnavailable(wrong.Message, wrong),
        _ => null,
    };

    /// <summary>
    /// A deadlock, or a key that another worker has taken since: what is at hand is old, and the
    /// next try reads it anew.
    /// </summary>
    private static bool MeansBusy(string state) => state
        is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation
        or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable;
}
