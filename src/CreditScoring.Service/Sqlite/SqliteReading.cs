using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Service.Ports;
using Microsoft.Data.Sqlite;

namespace CreditScoring.Service.Sqlite;

/// <summary>The questions that the service asks of the record.</summary>
internal sealed class SqliteReading(SqliteConnection connection)
{
    public KeptFile? File(Subject subject)
    {
        var file = Rows("SELECT f.on_day, f.changes_on, b.hash, b.engines, f.judged, f.region, f.recorded_at "
            + "FROM files f JOIN books b ON b.number = f.book WHERE f.kind = ?1 AND f.subject = ?2",
            row => Cells.File(row, subject), subject.Kind, subject.Id).FirstOrDefault();
        return file is null ? null : file with
        {
            Standings = Rows($"SELECT {Cells.StandingColumns} FROM standings "
                + "WHERE kind = ?1 AND subject = ?2 ORDER BY regime",
                Cells.Standing, subject.Kind, subject.Id),
        };
    }

    public IReadOnlyList<KeptEvent> Events(Subject subject, DateTimeOffset? knownAt) => Rows(
        "SELECT e.source, e.id, e.body, e.hash, e.recorded_at "
        + "FROM filings f JOIN events e ON e.source = f.source AND e.id = f.id "
        + "WHERE f.kind = ?1 AND f.subject = ?2 AND (?3 IS NULL OR f.recorded_at <= ?3)",
        Cells.Event, subject.Kind, subject.Id, knownAt);

    public IReadOnlyList<KeptStanding> Standings(StandingQuery query)
    {
        // Only what is asked for stands in the sentence, so that an index can serve it.
        var clauses = new List<string> { "1" };
        Add(query.Tier, "tier = ?1");
        Add(query.Regime, "regime = ?2");
        Add(query.Kind, "kind = ?3");
        Add(query.Region, "region >= ?4 AND region < ?5");
        Add(query.After?.Regime, "(regime, kind, subject) > (?6, ?7, ?8)");
        return Rows(
            $"SELECT {(query.HeadsOnly ? Cells.TierColumns : Cells.StandingColumns)} "
            + $"FROM standings WHERE {string.Join(" AND ", clauses)} "
            + "ORDER BY regime, kind, subject LIMIT ?9",
            Cells.Standing, query.Tier, query.Regime, query.Kind, query.Region,
            // The character after '9': what begins with these digits lies below.
            query.Region + ":",
            query.After?.Regime, query.After?.Subject.Kind, query.After?.Subject.Id, query.Limit);

        void Add(string? asked, string clause)
        {
            if (asked is not null)
            {
                clauses.Add(clause);
            }
        }
    }

    public IReadOnlyList<FeedItem> Feed(long after, int limit) => Rows(
        "SELECT position, body FROM recommendations WHERE position > ?1 ORDER BY position LIMIT ?2",
        row => new FeedItem(row.Long(0), row.Text(1)), after, limit);

    public ChangedStandings Changes(long after, int limit)
    {
        var (lowest, highest) = Rows(
            "SELECT (SELECT min(position) FROM changes), (SELECT max(position) FROM changes)",
            row => row.IsNull(0) ? (1, 0) : (row.Long(0), row.Long(1)))[0];
        var last = Math.Min(after + limit, highest);
        return last <= after || after < lowest - 1
            ? new ChangedStandings(after, highest, after == highest, [])
            : new ChangedStandings(last, highest, true, Rows(
                $"SELECT {Cells.TierColumns} FROM standings WHERE (kind, subject) IN "
                + "(SELECT kind, subject FROM changes WHERE position > ?1 AND position <= ?2)",
                Cells.Standing, after, last));
    }

    public IReadOnlyList<QuarantineItem> Quarantine(long after, int limit, PageBounds? page)
    {
        using var statement = new Statement(
            connection, $"SELECT {Cells.QuarantineColumns(page?.Text)} FROM quarantine q "
            + $"WHERE position > ?1 AND {SqliteTrail.StillIn} ORDER BY position LIMIT ?2");
        return statement.RowsUntil(page?.Spent() ?? (_ => false), Cells.Quarantine, after, limit);
    }

    public QuarantineItem? Turned(long position, int? most)
    {
        var item = Rows($"SELECT {Cells.QuarantineColumns(most)} FROM quarantine WHERE position = ?1",
            Cells.Quarantine, position).FirstOrDefault();
        return item is null ? null : item with
        {
            Replays = Rows("SELECT outcome, flaws, recorded_at FROM replays WHERE item = ?1 "
                + "ORDER BY number",
                row => new Replay(position, row.Text(0), row.Text(1))
                {
                    RecordedAt = row.InstantAt(2),
                },
                position),
        };
    }

    public IReadOnlyList<RecordedChange> History(Subject subject, long after, int limit) => Rows(
        "SELECT position, regime, on_day, pack, tier, points, cause, recorded_at FROM history "
        + "WHERE kind = ?1 AND subject = ?2 AND position > ?3 ORDER BY position LIMIT ?4",
        row => new RecordedChange(row.Long(0), Cells.Change(row), row.InstantAt(7)),
        subject.Kind, subject.Id, after, limit);

    public IReadOnlyList<LedgerLine> Ledger(Subject subject, LedgerKey after, int limit) => Rows(
        $"SELECT {Cells.LedgerColumns}, recorded_at FROM ledger WHERE kind = ?1 AND subject = ?2 "
        + "AND (regime, number) > (?3, ?4) ORDER BY regime, number LIMIT ?5",
        row => new LedgerLine(Cells.Ledger(row), row.InstantAt(13)),
        subject.Kind, subject.Id, after.Regime, after.Number, limit);

    public IReadOnlyList<WaitingEvent> Waiting(int limit) => Rows(
        "SELECT source, id, target_source, target_id, recorded_at FROM waiting "
        + "ORDER BY source, id LIMIT ?1",
        row => new WaitingEvent(row.EventIdAt(0), row.EventIdAt(2), row.InstantAt(4)), limit);

    public IReadOnlyList<KeptEvent> AllEvents(EventId? after, int limit) => Rows(
        "SELECT source, id, body, hash, recorded_at FROM events WHERE (source, id) > (?1, ?2) "
        + "ORDER BY source, id LIMIT ?3",
        Cells.Event, after?.Source ?? "", after?.Id ?? "", limit);

    public IReadOnlyList<Subject> Subjects() => Rows(
        "SELECT kind, subject FROM files ORDER BY kind, subject", row => row.SubjectAt(0));

    public RecordCounts Counts() => Rows(
        "SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM files), "
        + "(SELECT count(*) FROM waiting), "
        + $"(SELECT count(*) FROM quarantine q WHERE {SqliteTrail.StillIn})",
        row => new RecordCounts(
            row.Long(0), row.Long(1), row.Long(2), row.Long(3)))[0];

    public IReadOnlyList<SourceNumbers> Sources(int gaps) =>
    [
        .. Rows(SqliteSources.All, row => (Source: row.Text(0), Lowest: row.Long(1),
                Highest: row.Long(2), Distinct: row.Long(3), All: row.Long(4)))
            .Select(each => new SourceNumbers(
                each.Source, each.Lowest, each.Highest,
                SourceNumbers.MissingOf(each.Lowest, each.Highest, each.Distinct),
                each.All - each.Distinct,
                Rows(SqliteSources.LastAt, row => row.InstantAt(0), each.Source, each.Highest)[0])
            {
                Gaps = Rows(SqliteSources.Gaps,
                    row => new SequenceGap(row.Long(0), row.Long(1)), each.Source, (long)gaps),
            }),
    ];

    public BookInForce? BookAt(DateTimeOffset instant) =>
        Rows(SqliteBooks.At, InForce, instant).FirstOrDefault();

    public IReadOnlyList<BookInForce> Books() => Rows(SqliteBooks.All, InForce);

    public BookText? BookText(string book) => Rows(
        SqliteBooks.Text, row => new BookText(row.Text(0), row.Octets(1).ToArray()), book).FirstOrDefault();

    private static BookInForce InForce(Row row) => new(row.BasisAt(0), row.InstantAt(2));

    public RecordEpoch Epoch() => Rows("SELECT epoch, original FROM identity",
        row => new RecordEpoch(row.Text(0), row.Long(1) == 1))[0];

    public Link? Root() => Rows(
        "SELECT number, at, algorithm, content, hash FROM chain ORDER BY number DESC LIMIT 1",
        SqliteProof.Link).FirstOrDefault();

    private List<T> Rows<T>(
        string sql, Func<Row, T> read, params ReadOnlySpan<object?> values)
    {
        using var statement = new Statement(connection, sql);
        return statement.Rows(read, values);
    }
}
