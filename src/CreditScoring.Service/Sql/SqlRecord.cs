using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sql;

/// <summary>
/// What is asked of a record in a database: each question and its sentence, once for all engines.
/// </summary>
public abstract partial class SqlRecord<TRow>(SqlDialect dialect) : IRecordQuestions
    where TRow : struct, IRow
{
    public Task<KeptFile?> FileAsync(Subject subject) => Ask(async view =>
        await view.RowsAsync(RowValues.File, dialect.File, subject.Kind, subject.Id) is [var file]
            ? file with
            {
                Standings = await view.RowsAsync(RowValues.Standing,
                    $"SELECT {RowValues.StandingColumns} FROM standings WHERE kind = $1 AND subject = $2 "
                    + "ORDER BY regime", subject.Kind, subject.Id),
            }
            : null);

    public async Task<IReadOnlyDictionary<Subject, string>> NamesAsync(IReadOnlyCollection<Subject> subjects)
    {
        if (subjects.Count == 0)
        {
            return new Dictionary<Subject, string>();
        }

        var wanted = new Conditions();
        var keys = string.Join(
            ", ", subjects.Select(each => $"({wanted.Value(each.Kind)}, {wanted.Value(each.Id)})"));
        return (await List(row => (Subject: row.SubjectAt(0), Name: row.Text(2)),
            $"WITH k (kind, subject) AS (VALUES {keys}) SELECT f.kind, f.subject, f.name FROM k "
                + "JOIN files f ON f.kind = k.kind AND f.subject = k.subject WHERE f.name IS NOT NULL",
            wanted.Values)).ToDictionary(each => each.Subject, each => each.Name);
    }

    public Task<IReadOnlyList<KeptEvent>> EventsAsync(Subject subject, DateTimeOffset? knownAt = null) =>
        List(
            row => RowValues.Event(row),
            $"SELECT {RowValues.EventColumns} FROM filings f "
                + "JOIN events e ON e.source = f.source AND e.id = f.id "
                + "WHERE f.kind = $1 AND f.subject = $2 AND f.recorded_at <= $3",
            subject.Kind, subject.Id, knownAt?.ToUnixTimeMilliseconds() ?? long.MaxValue);

    public Task<IReadOnlyList<KeptStanding>> StandingsAsync(StandingQuery query)
    {
        var (sql, values) = StandingSql.Of(query);
        return List(RowValues.Standing, sql, values);
    }

    public Task<IReadOnlyList<ListedRow>> ListAsync(ListQuery query) =>
        Ask<IReadOnlyList<ListedRow>>(async view =>
        {
            var along = await NarrowFilters.WayAsync(query.Filter, dialect, view);
            var (sql, values) = ListingSql.Page(query, dialect, along);
            return await view.RowsAsync(row => ListingSql.Row(row, query.Order), sql, values);
        });

    public Task<IReadOnlyList<StandingCount>> CountStandingsAsync(ListFilter filter, CountBy by)
    {
        var (sql, values) = CountSql.Now(filter, by, dialect);
        return List(row => CountSql.Count(row), sql, values);
    }

    public Task<IReadOnlyList<StandingCount>> CountTurnsAsync(ListFilter filter, CountBy by, DateOnly after)
    {
        var (sql, values) = CountSql.Turned(filter, by, after, dialect);
        return List(row => CountSql.Turn(row), sql, values);
    }

    public Task<IReadOnlyList<Migration>> MovedAsync(ListFilter filter, DateOnly from, DateOnly to)
    {
        var (sql, values) = CountSql.Moved(filter, from, to, dialect);
        return List(row => CountSql.Move(row), sql, values);
    }

    public Task<IReadOnlyList<NetTurn>> TurnsAsync(TurnQuery query)
    {
        var (sql, values) = TurnSql.Of(query, dialect);
        return List(TurnSql.Read, sql, values);
    }

    public Task<IReadOnlyList<SubjectRow>> PostedSinceAsync(
        IReadOnlyCollection<(Subject Subject, string Regime)> whose, DateOnly since)
    {
        if (whose.Count == 0)
        {
            return Task.FromResult<IReadOnlyList<SubjectRow>>([]);
        }

        var (sql, values) = TurnSql.Ledger(whose, since, LegalDay.BeginningOf(since));
        return List(TurnSql.Row, sql, values);
    }

    public Task<IReadOnlyList<PostedCount>> CountPostedAsync(string regime, string? region)
    {
        var (sql, values) = CountSql.Posted(regime, region);
        return List(row => new PostedCount(row.Text(0), row.Text(1), row.Long(2), row.Long(3)), sql, values);
    }

    public Task<IReadOnlyList<DutyCount>> CountDutiesByNameAsync(string regime, string? region)
    {
        var (sql, values) = DueSql.CountByName(regime, region);
        return List(row => new DutyCount(row.Text(0), row.Text(1), row.Long(2)), sql, values);
    }

    public Task<IReadOnlyList<SubjectDuty>> DutiesAsync(DutyQuery query)
    {
        var (sql, values) = DueSql.Of(query);
        return List(DueSql.Duty, sql, values);
    }

    public Task<IReadOnlyList<SubjectWindow>> WindowsAsync(WindowQuery query)
    {
        var (sql, values) = DueSql.Of(query);
        return List(DueSql.Window, sql, values);
    }

    public Task<long> CountDutiesAsync(DutyQuery query) => CountAsync(DueSql.CountOf(query));

    public Task<long> CountWindowsAsync(WindowQuery query) => CountAsync(DueSql.CountOf(query));

    private Task<long> CountAsync((string Sql, object?[] Values) asked) => Ask(async view =>
        (await view.RowsAsync(row => row.Long(0), asked.Sql, asked.Values)).Single());

    public Task<bool> TurnedAsync(DateOnly day) => Ask(async view => (await view.RowsAsync(_ => true,
        "SELECT kind FROM files WHERE changes_on <= $1 AND on_day < $1 LIMIT 1", day)).Count > 0);

    // Positions have no gap: a limit is a position.
    public Task<IReadOnlyList<FeedItem>> FeedAsync(long after, int limit) =>
        List(row => new FeedItem(row.Long(0), row.Text(1), row.TextAt(2)), dialect.Feed, after,
            after > long.MaxValue - limit ? long.MaxValue : after + limit);

    public Task<ChangedStandings> ChangesAsync(long after, int limit) => Ask(async view =>
    {
        var (lowest, highest) = await ChangesKnownAsync(view);
        var last = Math.Min(checked(after + limit), highest);
        return last <= after || after < lowest - 1
            ? new ChangedStandings(after, highest, after == highest, [])
            : new ChangedStandings(
                last, highest, true, await view.RowsAsync(RowValues.Standing, dialect.Changed, after, last));
    });

    public Task<IReadOnlyList<QuarantineItem>> QuarantineAsync(
        long after, int limit, PageBounds? page = null) =>
        Ask<IReadOnlyList<QuarantineItem>>(async view => await view.RowsUntilAsync(
            page?.Spent() ?? (_ => false), RowValues.Quarantine,
            $"SELECT {dialect.QuarantineColumns(page?.Text)} FROM quarantine q "
            + $"WHERE position > $1 AND {SqlDialect.StillIn} ORDER BY position LIMIT $2", after, limit));

    public Task<QuarantineItem?> QuarantineItemAsync(long position, int? most = null) => Ask(async view =>
        await view.RowsAsync(RowValues.Quarantine,
            $"SELECT {dialect.QuarantineColumns(most)} FROM quarantine WHERE position = $1",
            position) is [var item]
            ? item with
            {
                Replays = await view.RowsAsync(
                    row => new Replay(position, row.Text(0), row.SentText(1))
                    {
                        RecordedAt = row.InstantAt(2),
                    },
                    "SELECT outcome, flaws, recorded_at FROM replays WHERE item = $1 ORDER BY number",
                    position),
            }
            : null);

    public Task<IReadOnlyList<RecordedChange>> HistoryAsync(Subject subject, long after, int limit) => List(
        row => new RecordedChange(row.Long(0), RowValues.Change(row, 1), row.InstantAt(7)),
        "SELECT position, regime, on_day, pack, tier, points, cause, recorded_at FROM history "
        + "WHERE kind = $1 AND subject = $2 AND position > $3 ORDER BY position LIMIT $4",
        subject.Kind, subject.Id, after, limit);

    public Task<IReadOnlyList<LedgerLine>> LedgerAsync(Subject subject, LedgerKey after, int limit) => List(
        row => new LedgerLine(RowValues.Ledger(row), row.InstantAt(13)),
        $"SELECT {RowValues.LedgerColumns}, recorded_at FROM ledger WHERE kind = $1 AND subject = $2 "
        + "AND (regime, number) > ($3, $4) ORDER BY regime, number LIMIT $5",
        subject.Kind, subject.Id, after.Regime, after.Number, limit);

    public Task<IReadOnlyList<WaitingEvent>> WaitingAsync(EventId? after, int limit) => List(
        row => new WaitingEvent(row.EventIdAt(0), row.EventIdAt(2), row.InstantAt(4)),
        "SELECT source, id, target_source, target_id, recorded_at FROM waiting "
        + "WHERE (source, id) > ($1, $2) ORDER BY source, id LIMIT $3",
        after?.Source ?? "", after?.Id ?? "", limit);

    public Task<IReadOnlyList<KeptEvent>> AllEventsAsync(EventId? after, int limit) => List(
        row => RowValues.Event(row),
        $"SELECT {RowValues.EventColumns} FROM events e WHERE (source, id) > ($1, $2) "
        + "ORDER BY source, id LIMIT $3", after?.Source ?? "", after?.Id ?? "", limit);

    // A row without a day only holds the place of a file that is being made.
    public Task<IReadOnlyList<Subject>> SubjectsAsync() => List(row => row.SubjectAt(0),
        "SELECT kind, subject FROM files WHERE on_day IS NOT NULL ORDER BY kind, subject");

    public Task<RecordCounts> CountsAsync() => Ask(async view => (await view.RowsAsync(
        row => new RecordCounts(row.Long(0), row.Long(1), row.Long(2), row.Long(3)),
        dialect.Counts)).Single());

    public Task<IReadOnlyList<SourceNumbers>> SourcesAsync(string? after, int limit, int gaps) =>
        Ask(view => SourceSql.OfAsync(view, after, limit, gaps));

    /// <summary>In the order in which they were put in use, whatever the clock then was.</summary>
    public Task<BookInForce?> BookAtAsync(DateTimeOffset instant) => First(RowValues.InForce,
        "SELECT book, engines, at FROM activations WHERE at <= $1 ORDER BY number DESC LIMIT 1",
        instant.ToUnixTimeMilliseconds());

    public Task<IReadOnlyList<BookInForce>> BooksAsync() => List(RowValues.InForce,
        "SELECT book, engines, at FROM activations ORDER BY number");

    public Task<BookText?> BookTextAsync(string book) => First(
        row => new BookText(row.Text(0), row.Octets(1).ToArray()),
        "SELECT book, body FROM book_texts WHERE book = $1", book);

    public Task<Link?> RootAsync() => First(RowValues.Link,
        $"SELECT {dialect.Links} FROM chain ORDER BY number DESC LIMIT 1");

    public Task<IReadOnlyList<KeptAct>> ActsAsync(ActQuery query)
    {
        var (sql, values) = ActSql.Of(query);
        return List(ActSql.Read, sql, values);
    }

    public Task<IReadOnlyList<KeptAct>> RegisterAsync(long after, int limit) =>
        List(ActSql.Read, ActSql.Register, after, (long)limit);

    public Task<IReadOnlyList<KnownFile>> KnownFilesAsync(
        Subject? after, Subject until, DateTimeOffset knownAt)
    {
        var from = after ?? new Subject("", "");
        return List(
            row => new KnownFile(row.SubjectAt(0), row.IsNull(2) ? default : row.Octets(2).ToArray()),
            $"SELECT s.kind, s.subject, {dialect.Lines("e.body")} FROM files s "
                + "LEFT JOIN filings f ON f.kind = s.kind AND f.subject = s.subject AND f.recorded_at <= $5 "
                + "LEFT JOIN events e ON e.source = f.source AND e.id = f.id "
                + "WHERE s.on_day IS NOT NULL AND (s.kind, s.subject) > ($1, $2) "
                + "AND (s.kind, s.subject) <= ($3, $4) "
                + "GROUP BY s.kind, s.subject ORDER BY s.kind, s.subject",
            from.Kind, from.Id, until.Kind, until.Id, knownAt.ToUnixTimeMilliseconds());
    }

    public Task<IReadOnlyList<Subject>> FileMarksAsync(int every) => List(row => row.SubjectAt(0),
        "SELECT kind, subject FROM (SELECT kind, subject, row_number() OVER (ORDER BY kind, subject) AS at, "
            + "count(*) OVER () AS files FROM files WHERE on_day IS NOT NULL) numbered "
            + "WHERE at % $1 = 0 OR at = files ORDER BY kind, subject", (long)every);

    public Task<IReadOnlyList<BacktestPortion>> PortionsAsync(string run, long after, int limit) => List(
        row => new BacktestPortion(row.Text(0), row.Long(1), row.SubjectAt(2), row.Text(4)),
        "SELECT run, number, until_kind, until_subject, body FROM backtest_portions "
            + "WHERE run = $1 AND number > $2 ORDER BY number LIMIT $3", run, after, (long)limit);

    public Task<IReadOnlyList<long>> PortionNumbersAsync(string run) => List(row => row.Long(0),
        "SELECT number FROM backtest_portions WHERE run = $1 ORDER BY number", run);

    public abstract Task<RecordedInstants> InstantsAsync();

    public abstract Task SettledAsync(Subject subject, DateTimeOffset knownAt);

    public abstract Task<IReadOnlyList<SeenWorker>> WorkersAsync();

    public abstract Task<RecordEpoch> EpochAsync();

    /// <summary>Answers a question in one view of whole batches.</summary>
    protected abstract Task<T> Ask<T>(Func<ISqlView<TRow>, Task<T>> question);

    private Task<IReadOnlyList<T>> List<T>(Func<TRow, T> read, string sql, params object?[] values) =>
        Ask<IReadOnlyList<T>>(async view => await view.RowsAsync(read, sql, values));

    private Task<T?> First<T>(Func<TRow, T> read, string sql, params object?[] values)
        where T : class => Ask(async view => (T?)(await view.RowsAsync(read, sql, values)).FirstOrDefault());
}
