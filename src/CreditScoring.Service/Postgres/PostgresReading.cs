using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Service.Ports;
using Npgsql;

namespace CreditScoring.Service.Postgres;

/// <summary>
/// The questions that the service asks of the record, in one view of whole batches.
/// </summary>
internal sealed class PostgresReading(NpgsqlConnection connection)
{
    private const string InFile =
        "FROM filings f JOIN events e ON e.source = f.source AND e.id = f.id "
        + "WHERE f.kind = $1 AND f.subject = $2";

    public async Task<KeptFile?> FileAsync(Subject subject)
    {
        var file = await connection.RowsAsync(Rows.File,
            "SELECT f.kind, f.subject, f.on_day, f.changes_on, a.book, a.engines, f.judged, f.region, "
            + "f.recorded_at FROM files f JOIN activations a ON a.number = f.activation "
            + "WHERE f.kind = $1 AND f.subject = $2", subject.Kind, subject.Id);
        return file is not [var kept] ? null : kept with
        {
            Standings = await connection.RowsAsync(row => Rows.Standing(row),
                $"SELECT {Rows.StandingColumns} FROM standings "
                + "WHERE kind = $1 AND subject = $2 ORDER BY regime", subject.Kind, subject.Id),
        };
    }

    public async Task<IReadOnlyList<KeptEvent>> EventsAsync(
        Subject subject, DateTimeOffset? knownAt) => await connection.RowsAsync(
            row => Rows.Event(row),
            $"SELECT {Rows.EventColumns} {InFile} AND f.recorded_at <= $3", subject.Kind,
            subject.Id, knownAt?.ToUnixTimeMilliseconds() ?? long.MaxValue);

    public async Task<IReadOnlyList<KeptStanding>> StandingsAsync(StandingQuery query)
    {
        var clauses = new List<string> { "true" };
        var values = new List<object?>();
        Add("tier = ", query.Tier);
        Add("regime = ", query.Regime);
        Add("kind = ", query.Kind);
        Add("region >= ", query.Region);
        // The character after '9': what begins with these digits lies below.
        Add("region < ", query.Region is null ? null : query.Region + ":");
        if (query.After is { } after)
        {
            values.AddRange([after.Regime, after.Subject.Kind, after.Subject.Id]);
            clauses.Add($"(regime, kind, subject) > "
                + $"(${values.Count - 2}, ${values.Count - 1}, ${values.Count})");
        }

        values.Add(query.Limit);
        return await connection.RowsAsync(row => Rows.Standing(row),
            $"SELECT {(query.HeadsOnly ? Rows.TierColumns : Rows.StandingColumns)} "
            + $"FROM standings WHERE {string.Join(" AND ", clauses)} "
            + $"ORDER BY regime, kind, subject LIMIT ${values.Count}", [.. values]);

        void Add(string clause, string? asked)
        {
            if (asked is not null)
            {
                values.Add(asked);
                clauses.Add($"{clause}${values.Count}");
            }
        }
    }

    public async Task<IReadOnlyList<FeedItem>> FeedAsync(long after, int limit) =>
        await connection.RowsAsync(row => new FeedItem(row.GetInt64(0), row.GetString(1)),
            "SELECT f.position, r.body FROM feed f "
            + "JOIN recommendations r USING (kind, subject, number) "
            + "WHERE f.position > $1 AND f.position <= $2 ORDER BY f.position",
            after, Limit(after, limit));

    public async Task<ChangedStandings> ChangesAsync(long after, int limit)
    {
        var (lowest, highest) = (await connection.RowsAsync(
            row => row.IsDBNull(0) ? (1, 0) : (row.GetInt64(0), row.GetInt64(1)),
            "SELECT min(position), max(position) FROM changes")).Single();
        var last = Math.Min(Limit(after, limit), highest);
        return last <= after || after < lowest - 1
            ? new ChangedStandings(after, highest, after == highest, [])
            : new ChangedStandings(last, highest, true, await connection.RowsAsync(
                row => Rows.Standing(row),
                "SELECT s.kind, s.subject, s.regime, s.on_day, s.pack, s.status, s.tier, s.points, "
                + "s.changes_on, s.revision, s.region, '{}' FROM (SELECT DISTINCT kind, subject "
                + "FROM changes WHERE position > $1 AND position <= $2) c "
                + "JOIN standings s USING (kind, subject)", after, last));
    }

    public async Task<IReadOnlyList<QuarantineItem>> QuarantineAsync(
        long after, int limit, PageBounds? page) => await connection.RowsUntilAsync(
            page?.Spent() ?? (_ => false), Rows.Quarantine,
            $"SELECT {Rows.QuarantineColumns(page?.Text)} FROM quarantine q "
            + $"WHERE position > $1 AND {PostgresTables.StillIn} ORDER BY position LIMIT $2",
            after, limit);

    public async Task<QuarantineItem?> QuarantineItemAsync(long position, int? most)
    {
        var item = await connection.RowsAsync(Rows.Quarantine,
            $"SELECT {Rows.QuarantineColumns(most)} FROM quarantine WHERE position = $1", position);
        return item is not [var turned] ? null : turned with
        {
            Replays = await connection.RowsAsync(
                row => new Replay(position, row.GetString(0), row.OctetsAt(1))
                {
                    RecordedAt = row.InstantAt(2),
                },
                "SELECT outcome, flaws, recorded_at FROM replays WHERE item = $1 ORDER BY number",
                position),
        };
    }

    public async Task<IReadOnlyList<RecordedChange>> HistoryAsync(
        Subject subject, long after, int limit) => await connection.RowsAsync(Rows.Change,
            "SELECT position, regime, on_day, pack, tier, points, cause, recorded_at FROM history "
            + "WHERE kind = $1 AND subject = $2 AND position > $3 ORDER BY position LIMIT $4",
            subject.Kind, subject.Id, after, limit);

    public async Task<IReadOnlyList<LedgerLine>> LedgerAsync(
        Subject subject, LedgerKey after, int limit) => await connection.RowsAsync(
            row => new LedgerLine(Rows.Ledger(row), row.InstantAt(13)),
            $"SELECT {Rows.LedgerColumns}, recorded_at FROM ledger WHERE kind = $1 "
            + "AND subject = $2 AND (regime, number) > ($3, $4) ORDER BY regime, number LIMIT $5",
            subject.Kind, subject.Id, after.Regime, after.Number, limit);

    public async Task<IReadOnlyList<WaitingEvent>> WaitingAsync(int limit) =>
        await connection.RowsAsync(
            row => new WaitingEvent(row.EventIdAt(0), row.EventIdAt(2), row.InstantAt(4)),
            "SELECT source, id, target_source, target_id, recorded_at FROM waiting "
            + "ORDER BY source, id LIMIT $1", limit);

    public async Task<IReadOnlyList<KeptEvent>> AllEventsAsync(EventId? after, int limit) =>
        await connection.RowsAsync(row => Rows.Event(row),
            $"SELECT {Rows.EventColumns} FROM events e WHERE (source, id) > ($1, $2) "
            + "ORDER BY source, id LIMIT $3", after?.Source ?? "", after?.Id ?? "", limit);

    public async Task<IReadOnlyList<Subject>> SubjectsAsync() => await connection.RowsAsync(
        row => row.SubjectAt(0),
        "SELECT kind, subject FROM files WHERE on_day IS NOT NULL ORDER BY kind, subject");

    public async Task<RecordCounts> CountsAsync() => (await connection.RowsAsync(
        row => new RecordCounts(
            row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)),
        "SELECT events, files, (SELECT count(*) FROM waiting), (SELECT count(*) FROM quarantine q "
        + $"WHERE {PostgresTables.StillIn}) FROM head")).Single();

    public Task<IReadOnlyList<SourceNumbers>> SourcesAsync(int gaps) =>
        PostgresSources.OfAsync(connection, gaps);

    public Task<BookInForce?> BookAtAsync(DateTimeOffset instant) =>
        PostgresBooks.AtAsync(connection, instant);

    public Task<BookText?> BookTextAsync(string book) => PostgresBooks.TextAsync(connection, book);

    public Task<IReadOnlyList<BookInForce>> BooksAsync() => PostgresBooks.AllAsync(connection);

    public Task<Link?> RootAsync() => PostgresProof.RootAsync(connection);

    // Positions have no gap: a limit is a position.
    private static long Limit(long after, int limit) => checked(after + limit);
}
