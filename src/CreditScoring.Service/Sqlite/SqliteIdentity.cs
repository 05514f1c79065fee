using CreditScoring.Service.Ports;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Sqlite;

/// <summary>
/// Which record it is: what gives its positions a meaning. Made in older files too. It takes no part
/// in the chain, since a restored record is another one with the same content.
/// </summary>
internal static class SqliteIdentity
{
    /// <summary>As much as a small batch.</summary>
    public const string Probe = "UPDATE identity SET probe = zeroblob(262144)";

    public const string TakeProbeBack = "UPDATE identity SET probe = NULL";

    private const string Table = """
        CREATE TABLE IF NOT EXISTS identity (
            one INTEGER PRIMARY KEY CHECK (one = 1), epoch TEXT NOT NULL, original INTEGER NOT NULL,
            probe BLOB);
        """;

    public static void Prepare(SqliteConnection connection)
    {
        SqliteSchema.Run(connection, Table);
        SqliteSchema.Run(
            connection, $"INSERT OR IGNORE INTO identity VALUES (1, '{RecordEpoch.NewId()}', 1, NULL)");
    }

    /// <summary>From now on it is another record: positions of before are not its own.</summary>
    public static void Renew(SqliteConnection connection) => SqliteSchema.Run(
        connection, $"UPDATE identity SET epoch = '{RecordEpoch.NewId()}', original = 0");
}
