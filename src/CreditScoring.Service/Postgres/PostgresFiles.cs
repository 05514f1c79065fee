using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Sql;
using Npgsql;
using static CreditScoring.Service.Postgres.Sentence;

namespace CreditScoring.Service.Postgres;

/// <summary>Holds files by the lock of their row, and opens them.</summary>
internal sealed class PostgresFiles(NpgsqlConnection connection)
{
    private const string Keys = "unnest($1, $2) AS k(kind, subject)";

    // A new file is held by a row that only its key fills: nobody else can insert the same.
    private const string Place = "INSERT INTO files (kind, subject) "
        + $"SELECT kind, subject FROM {Keys} "
        + "ORDER BY k.kind COLLATE \"C\", k.subject COLLATE \"C\" ON CONFLICT DO NOTHING";

    private const string Lock = "SELECT f.kind, f.subject, f.version FROM files f "
        + $"JOIN {Keys} USING (kind, subject) ORDER BY f.kind, f.subject FOR UPDATE OF f";

    private const string Files = $"SELECT {PostgresView.FileColumns}, f.version FROM files f "
        + $"JOIN {Keys} USING (kind, subject) "
        + "JOIN activations a ON a.number = f.activation WHERE f.on_day IS NOT NULL";

    private const string Standings = $"SELECT {RowValues.StandingColumns} FROM standings s "
        + $"JOIN {Keys} USING (kind, subject) ORDER BY s.kind, s.subject, s.regime";

    private const string Events = $"SELECT f.kind, f.subject, {RowValues.EventColumns} FROM filings f "
        + $"JOIN {Keys} USING (kind, subject) "
        + "JOIN events e ON e.source = f.source AND e.id = f.id";

    private const string Ledger = $"SELECT l.kind, l.subject, {RowValues.LedgerColumns} FROM ledger l "
        + $"JOIN {Keys} USING (kind, subject) ORDER BY l.kind, l.subject, l.regime, l.number";

    private const string LastAdvice = "SELECT k.kind, k.subject, r.number, r.content "
        + $"FROM {Keys} CROSS JOIN LATERAL (SELECT number, content FROM recommendations r "
        + "WHERE r.kind = k.kind AND r.subject = k.subject ORDER BY number DESC LIMIT 1) r";

    private readonly Dictionary<Subject, long> versions = [];

    /// <summary>Of files that are held, how many the record did not have.</summary>
    /// <exception cref="KeyNotFoundException">A file is not held: whoever keeps it without could
    /// overwrite what another worker has kept.</exception>
    public int NewAmong(IEnumerable<Subject> subjects) =>
        subjects.Count(subject => versions[subject] == 0);

    public async Task<IReadOnlyCollection<Subject>> HoldAsync(
        IReadOnlyDictionary<Subject, long> atHand)
    {
        if (atHand.Count == 0)
        {
            return [];
        }

        var keys = KeysOf([.. atHand.Keys]);
        await using var batch = Of(connection, [Say(Place, keys), Say(Lock, keys)]);
        await using var reader = await batch.ExecuteReaderAsync();
        var changed = new List<Subject>();
        foreach (var (subject, version) in await reader.AllAsync(
            row => (row.SubjectAt(0), row.Long(2))))
        {
            versions[subject] = version;
            if (version != atHand[subject])
            {
                changed.Add(subject);
            }
        }

        return changed;
    }

    /// <summary>
    /// Due: by the day, by a book or engines that were put in use after the file's, or not judged yet. What
    /// another worker holds is passed by, so that nobody waits and no order is needed.
    /// </summary>
    public async Task<IReadOnlyList<Subject>> DueAsync(DateOnly day, Basis basis, int limit)
    {
        const string One = "SELECT kind, subject FROM files WHERE ";
        const string Most = " LIMIT $2 FOR UPDATE SKIP LOCKED";
        await using var batch = Of(connection,
        [
            Say($"{One}changes_on <= $1 AND on_day < $1{Most}", day, limit),
            Say($"{One}activation < coalesce((SELECT max(number) FROM activations "
                + $"WHERE book = $1 AND engines = $3), {long.MaxValue}){Most}",
                basis.Book, limit, basis.Engines),
            Say($"{One}NOT judged AND on_day < $1{Most}", day, limit),
            Say($"{One}NOT listed AND on_day IS NOT NULL LIMIT $1 FOR UPDATE SKIP LOCKED", limit),
        ]);
        await using var reader = await batch.ExecuteReaderAsync();
        var due = new HashSet<Subject>();
        do
        {
            due.UnionWith(await reader.AllAsync(row => row.SubjectAt(0)));
        }
        while (await reader.NextResultAsync());

        return [.. due.Take(limit)];
    }

    public async Task<IReadOnlyList<StoredFile>> OpenAsync(IReadOnlyCollection<Subject> subjects)
    {
        if (subjects.Count == 0)
        {
            return [];
        }

        var keys = KeysOf(subjects);
        await using var batch = Of(connection, [Say(Files, keys), Say(Standings, keys),
            Say(Events, keys), Say(Ledger, keys), Say(LastAdvice, keys)]);
        await using var reader = await batch.ExecuteReaderAsync();
        var files = (await reader.AllAsync(row => (File: RowValues.File(row), Version: row.Long(18))))
            .ToDictionary(each => each.File.Subject);
        await reader.NextResultAsync();
        var standings = (await reader.AllAsync(row => RowValues.Standing(row)))
            .ToLookup(each => each.Subject);
        await reader.NextResultAsync();
        var events = await BySubject(reader, row => RowValues.Event(row, 2));
        await reader.NextResultAsync();
        var ledger = await BySubject(reader, row => RowValues.Ledger(row, 2));
        await reader.NextResultAsync();
        var told = await BySubject(reader, row => new LastAdvice(row.Int(2), row.Text(3)));
        return
        [
            .. subjects.Select(subject => new StoredFile(subject)
            {
                Kept = files.TryGetValue(subject, out var found)
                    ? found.File with { Standings = [.. standings[subject]] } : null,
                Version = found.Version,
                Events = [.. events[subject]],
                Posted = RowValues.ByRegime(ledger[subject]),
                LastAdvice = told[subject].FirstOrDefault(),
            }),
        ];
    }

    private static async Task<ILookup<Subject, T>> BySubject<T>(
        NpgsqlDataReader reader, Func<PostgresRow, T> read) =>
        (await reader.AllAsync(row => (Subject: row.SubjectAt(0), Value: read(row))))
            .ToLookup(each => each.Subject, each => each.Value);

    private static object?[] KeysOf(IReadOnlyCollection<Subject> subjects) =>
        [subjects.Column(each => each.Kind), subjects.Column(each => each.Id)];
}
