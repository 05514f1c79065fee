using CreditScoring.Service.Ports;
using Npgsql;
using static CreditScoring.Service.Postgres.Sentence;

namespace CreditScoring.Service.Postgres;

/// <summary>
/// Which record it is: what gives its positions a meaning. <c>born</c> is what a copy cannot take
/// along: the server, its timeline, the database and the table itself. Where it differs the tables
/// were brought here by pg_restore, or the server by a backup, and it is another record.
/// </summary>
internal static class PostgresIdentity
{
    public const string Sql = """
        CREATE TABLE identity (
            one boolean PRIMARY KEY DEFAULT true CHECK (one), epoch text NOT NULL,
            original boolean NOT NULL, born text NOT NULL, probe bytea);
        ALTER TABLE identity ALTER COLUMN probe SET STORAGE EXTERNAL;
        INSERT INTO identity SELECT true, substr(md5(gen_random_uuid()::text), 1, 16), true, '';
        """;

    private const string Born = "(SELECT concat_ws('/', (SELECT system_identifier FROM pg_control_system()), "
        + "substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8), (SELECT oid FROM pg_database "
        + "WHERE datname = current_database()), 'identity'::regclass::oid))";

    /// <summary>Where it was brought here from elsewhere it is renewed at the first look.</summary>
    public static async Task<RecordEpoch> OfAsync(NpgsqlConnection connection)
    {
        await connection.RunAsync(Say("UPDATE identity SET "
            + "epoch = CASE WHEN born = '' THEN epoch ELSE $1 END, "
            + $"original = original AND born = '', born = {Born} WHERE born <> {Born}", RecordEpoch.NewId()));
        return (await connection.RowsAsync(
            row => new RecordEpoch(row.Text(0), row.Truth(1)),
            "SELECT epoch, original FROM identity")).Single();
    }

    public static Task RenewAsync(NpgsqlConnection connection) => connection.RunAsync(
        Say("UPDATE identity SET epoch = $1, original = false", RecordEpoch.NewId()));

    /// <summary>As much as a small batch.</summary>
    public const string Probe = "UPDATE identity SET probe = decode(repeat('00', 262144), 'hex')";

    public const string TakeProbeBack = "UPDATE identity SET probe = NULL";
}
