using CreditScoring.Service.Ports;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CreditScoring.Service.Sqlite;

/// <summary>What bounds the write-ahead log of a record.</summary>
/// <param name="LogOctets">Beyond it the log is shortened.</param>
/// <param name="ReaderAge">A question of ours that is older, and keeps it from that, is cut.</param>
public sealed record SqliteBounds(long LogOctets, TimeSpan ReaderAge)
{
    public static readonly SqliteBounds Usual = new(256 << 20, TimeSpan.FromSeconds(60));
}

/// <summary>
/// The write-ahead log. SQLite goes on writing at its end as long as anybody reads what was before:
/// one reader that does not let go makes it grow for ever.
/// </summary>
internal sealed class SqliteLog(
    SqliteConnection connection, string path, SqliteBounds bounds, SqliteQuestions questions)
{
    /// <summary>By the writing connection alone, between two works.</summary>
    public LogState Shorten()
    {
        if (Octets is var octets && octets <= bounds.LogOctets)
        {
            return new LogState(octets, Held: false);
        }

        if (Truncated())
        {
            return new LogState(Octets, Held: false);
        }

        questions.CutOlderThan(bounds.ReaderAge);
        return new LogState(Octets, Held: true);
    }

    private long Octets => new FileInfo($"{path}-wal") is { Exists: true } log ? log.Length : 0;

    /// <summary>It waits for no reader: what comes in would wait with it.</summary>
    private bool Truncated()
    {
        raw.sqlite3_busy_timeout(connection.Handle, 0);
        try
        {
            return SqliteSchema.Ask(connection, "PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        }
        finally
        {
            SqliteSchema.BePatient(connection);
        }
    }
}
