using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Sql;
using Npgsql;
using static CreditScoring.Service.Postgres.Sentence;

namespace CreditScoring.Service.Postgres;

/// <summary>
/// Who works by which book and engines. These are put in use one after the other, and a file is due by
/// them only for who works by later ones: two workers with different books do not assess each other's
/// files for ever. The server's clock says who was seen when.
/// </summary>
internal sealed class PostgresWorkers(NpgsqlConnection connection)
{
    private const string Newest = "(SELECT book, engines FROM activations ORDER BY number DESC LIMIT 1) n";

    private const string ByNewest = "w.book = n.book AND w.engines IS NOT DISTINCT FROM n.engines";

    private const string These = "book = $2 AND engines IS NOT DISTINCT FROM $4";

    private const string Alive = "seen_at > now() - interval '1 minute'";

    /// <summary>
    /// A book, or the engines that judge by it, is put in use when a worker takes it, when it was never in
    /// use, or when nobody else works by the one in use: then the workers have gone back to it. Until the
    /// end of the transaction nobody else can put one in use.
    /// </summary>
    /// <returns>Whether the book is to be put in use, and whether its text is to be kept.</returns>
    public async Task<(bool Use, bool Keep)> SignAsync(string worker, Basis basis, bool taken)
    {
        var (book, engines) = basis;
        await connection.RunAsync(
            Say($"SELECT pg_advisory_xact_lock({PostgresBooks.Lock})"),
            Say("INSERT INTO workers (name, book, engines, seen_at) VALUES ($1, $2, $3, now()) "
                + "ON CONFLICT (name) DO UPDATE SET book = excluded.book, engines = excluded.engines, "
                + "seen_at = excluded.seen_at", worker, book, engines),
            Say("DELETE FROM workers WHERE seen_at < now() - interval '1 day'"));
        return (await connection.RowsAsync(row => (row.Truth(0), row.Truth(1)),
            $"SELECT NOT EXISTS (SELECT FROM {Newest} WHERE {These}) AND ($3 "
            + $"OR NOT EXISTS (SELECT FROM activations WHERE {These}) "
            + $"OR NOT EXISTS (SELECT FROM workers w, {Newest} "
            + $"WHERE w.name <> $1 AND {ByNewest} AND {Alive})), "
            + "NOT EXISTS (SELECT FROM book_texts WHERE book = $2)", worker, book, taken, engines)).Single();
    }

    public async Task<IReadOnlyList<SeenWorker>> AllAsync() => await connection.RowsAsync(
        row => new SeenWorker(row.Text(0), row.BasisAt(1), row.Moment(3), row.Truth(4)),
        $"SELECT w.name, w.book, w.engines, w.seen_at, {ByNewest} FROM workers w, {Newest} "
        + $"WHERE {Alive} ORDER BY w.name");
}
