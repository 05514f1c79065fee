using Npgsql;
using static CreditScoring.Records.Postgres.Sentence;

namespace CreditScoring.Records.Postgres;

/// <summary>
/// Who works by which book. Books are put in use one after the other, and a file is due by its book
/// only for who works by a later one: two workers with different books do not assess each other's
/// files for ever. The server's clock says who was seen when.
/// </summary>
internal sealed class PostgresWorkers(NpgsqlConnection connection)
{
    private const string Newest = "(SELECT book FROM activations ORDER BY number DESC LIMIT 1)";

    private const string Alive = "seen_at > now() - interval '1 minute'";

    /// <summary>
    /// A book is put in use when a worker takes it, when it was never in use, or when nobody else
    /// works by the one in use: then the workers have gone back to it. Until the end of the
    /// transaction nobody else can put one in use.
    /// </summary>
    /// <returns>Whether the book is to be put in use, and whether its text is to be kept.</returns>
    public async Task<(bool Use, bool Keep)> SignAsync(string worker, string book, bool taken)
    {
        await connection.RunAsync(
            Say($"SELECT pg_advisory_xact_lock({PostgresBooks.Lock})"),
            Say("INSERT INTO workers VALUES ($1, $2, now()) ON CONFLICT (name) DO UPDATE "
                + "SET book = excluded.book, seen_at = excluded.seen_at", worker, book),
            Say("DELETE FROM workers WHERE seen_at < now() - interval '1 day'"));
        return (await connection.RowsAsync(row => (row.GetBoolean(0), row.GetBoolean(1)),
            $"SELECT {Newest} IS DISTINCT FROM $2 AND ($3 "
            + "OR NOT EXISTS (SELECT FROM activations WHERE book = $2) "
            + $"OR NOT EXISTS (SELECT FROM workers WHERE name <> $1 AND book = {Newest} AND {Alive})), "
            + "NOT EXISTS (SELECT FROM book_texts WHERE book = $2)", worker, book, taken)).Single();
    }

    public async Task<IReadOnlyList<SeenWorker>> AllAsync() => await connection.RowsAsync(
        row => new SeenWorker(row.GetString(0), row.GetString(1),
            row.GetFieldValue<DateTimeOffset>(2), row.GetBoolean(3)),
        $"SELECT name, book, seen_at, book = {Newest} FROM workers WHERE {Alive} ORDER BY name");
}
