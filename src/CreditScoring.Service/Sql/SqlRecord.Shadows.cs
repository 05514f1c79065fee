using CreditScoring.Enterprises;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Sql;

/// <summary>What is asked for shadows, once for all engines.</summary>
public abstract partial class SqlRecord<TRow>
{
    public Task<ShadowProgress?> ShadowAsync(string run) =>
        First(ShadowSql.ReadProgress, ShadowSql.Progress, run);

    public Task<IReadOnlyList<string>> ShadowRunsAsync() =>
        List(row => row.Text(0), "SELECT run FROM shadows ORDER BY run");

    public async Task<IReadOnlyList<ShadowRow>> ShadowRowsAsync(
        string run, IReadOnlyCollection<Subject> subjects)
    {
        if (subjects.Count == 0)
        {
            return [];
        }

        var (sql, values) = ShadowSql.RowsOf(run, subjects);
        return await List(ShadowSql.Row, sql, values);
    }

    public Task<IReadOnlyList<Subject>> ShadowDueAsync(string run, DateOnly day, int limit) => List(
        row => row.SubjectAt(0), ShadowSql.Due, run, TextCells.Day(day), (long)limit);

    public Task<IReadOnlyList<ShadowRow>> ShadowMoversAsync(string run, StandingKey? after, int limit)
    {
        var (sql, values) = ShadowSql.Movers(run, after, limit);
        return List(ShadowSql.Row, sql, values);
    }

    public Task<IReadOnlyList<ShadowCount>> ShadowCountsAsync(string run) => List(
        row => new ShadowCount(
            row.Text(0), row.TextAt(1), row.Text(2), row.Text(3), row.Long(4), row.Long(5)),
        ShadowSql.Counts, run);

    public Task<ChangedFiles> ChangedFilesAsync(long after, int limit) => Ask(async view =>
    {
        var (lowest, highest) = await ChangesKnownAsync(view);
        var last = Math.Min(checked(after + limit), highest);
        return last <= after || after < lowest - 1
            ? new ChangedFiles(after, highest, after == highest, [])
            : new ChangedFiles(last, highest, true, await view.RowsAsync(row => row.SubjectAt(0),
                "SELECT DISTINCT kind, subject FROM changes WHERE position > $1 AND position <= $2 "
                    + "ORDER BY kind, subject", after, last));
    });

    public Task<IReadOnlyList<Subject>> FilesSinceAsync(Subject after, DateTimeOffset since, int limit) =>
        List(
            row => row.SubjectAt(0), ShadowSql.FilesSince, after.Kind, after.Id,
            since.ToUnixTimeMilliseconds(), (long)limit);

    public async Task<ILookup<Subject, KeptEvent>> EventsOfAsync(
        IReadOnlyCollection<Subject> subjects, DateTimeOffset? knownAt)
    {
        var wanted = new Conditions();
        var keys = ShadowSql.KeysOf(subjects, wanted);
        var until = wanted.Value(knownAt?.ToUnixTimeMilliseconds() ?? long.MaxValue);
        var rows = subjects.Count == 0 ? [] : await List(
            row => (Subject: row.SubjectAt(0), Event: RowValues.Event(row, 2)),
            $"WITH k (kind, subject) AS (VALUES {keys}) SELECT f.kind, f.subject, {RowValues.EventColumns} "
                + "FROM k JOIN filings f ON f.kind = k.kind AND f.subject = k.subject "
                + "JOIN events e ON e.source = f.source AND e.id = f.id "
                + $"WHERE f.recorded_at <= {until}", wanted.Values);
        return rows.ToLookup(each => each.Subject, each => each.Event);
    }

    /// <summary>The lowest and the highest position of a change that the record knows.</summary>
    private static async Task<(long Lowest, long Highest)> ChangesKnownAsync(ISqlView<TRow> view) =>
        (await view.RowsAsync(
            row => row.IsNull(0) ? (1, 0) : (row.Long(0), row.Long(1)),
            "SELECT (SELECT min(position) FROM changes), (SELECT max(position) FROM changes)")).Single();
}
