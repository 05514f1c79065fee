using CreditScoring.Service.Ports;
using CreditScoring.Service.Sql;
using Npgsql;
using static CreditScoring.Service.Postgres.Sentence;

namespace CreditScoring.Service.Postgres;

/// <summary>
/// The third step of the tables: the text of each rule book, and how far the instants go that the
/// record has given.
/// </summary>
internal static class PostgresBooks
{
    public const string Sql = """
        -- Of before this step rows carry the batch 0.
        ALTER TABLE activations ADD COLUMN batch bigint NOT NULL DEFAULT 0;

        -- The text of each book, packed; never changed or removed.
        CREATE TABLE book_texts (
            book text PRIMARY KEY, body bytea NOT NULL, batch bigint NOT NULL,
            recorded_at bigint NOT NULL);

        -- The last instant that anything bears.
        ALTER TABLE head ADD COLUMN recorded bigint NOT NULL DEFAULT 0;
        UPDATE head SET recorded = greatest(
            (SELECT max(at) FROM chain), (SELECT max(at) FROM activations), 0);

        -- Before this one nothing is recorded any more, since it was answered what was known by then. In
        -- a row of its own: who asks does not wait for who commits.
        CREATE TABLE answered (
            one boolean PRIMARY KEY DEFAULT true CHECK (one), before bigint NOT NULL);
        INSERT INTO answered VALUES (true, 0);
        """;

    /// <summary>Whoever puts a book in use holds it to the end of its transaction.</summary>
    public const string Lock = "hashtextextended('credit workers', 0)";

    private const string Instants = "SELECT h.recorded, a.before FROM head h, answered a";

    public static async Task<RecordedInstants> InstantsAsync(NpgsqlConnection connection) =>
        (await connection.RowsAsync(row => new RecordedInstants(row.InstantAt(0),
            DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(row.Long(0), row.Long(1)))),
            Instants)).Single();

    /// <summary>It is on disk before it is answered what was known at an instant.</summary>
    public static Task AnswerAsync(NpgsqlConnection connection, DateTimeOffset knownAt) =>
        connection.RunAsync(Say("UPDATE answered SET before = $1 WHERE before < $1 "
            + "AND $1 > (SELECT recorded FROM head)", knownAt.ToUnixTimeMilliseconds() + 1));
}
