namespace CreditScoring.Records.Postgres;

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

    /// <summary>As much as a small batch.</summary>
    public const string Probe = "UPDATE identity SET probe = decode(repeat('00', 262144), 'hex')";

    public const string TakeProbeBack = "UPDATE identity SET probe = NULL";
}
