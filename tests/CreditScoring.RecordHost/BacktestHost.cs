using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CreditScoring.Disk;
using CreditScoring.Service.Backtests;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Postgres;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Workbench.Invented;
using Npgsql;
using NpgsqlTypes;

namespace CreditScoring.RecordHost;

/// <summary>
/// A record of a million enterprises in PostgreSQL, and the back-test over it, as tests/backtest.sh measures it.
/// </summary>
internal static partial class BacktestHost
{
    private const int Batch = 20_000;
    private static readonly DateOnly Day = new(2025, 7, 31);
    private static readonly DateTimeOffset KnownAt = new(2025, 7, 31, 4, 0, 0, TimeSpan.Zero);

    [GeneratedRegex("\"subject\":\\{\"kind\":\"(?<kind>[^\"]*)\",\"id\":\"(?<id>[^\"]*)\"")]
    private static partial Regex SubjectOf { get; }

    [GeneratedRegex("^\\{\"id\":\"(?<id>[^\"]*)\",\"source\":\"(?<source>[^\"]*)\"")]
    private static partial Regex IdOf { get; }

    /// <summary>backtest fill CONNECTION SUBJECTS | backtest run CONNECTION RULES CANDIDATE RUN</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["fill", var connection, var subjects]:
                await FillAsync(connection, int.Parse(subjects, CultureInfo.InvariantCulture));
                return 0;
            case ["run", var connection, var rules, var candidate, var run]:
                await TestAsync(connection, rules, candidate, run);
                return 0;
            default:
                Console.Error.WriteLine("backtest fill CONNECTION SUBJECTS | run CONNECTION RULES CANDIDATE RUN");
                return 2;
        }
    }

    private static PostgresAddress AddressOf(string connection) =>
        PostgresAddress.Parse(connection, allowPlain: false, allowUnsafe: true, out var flaw)
            ?? throw new InvalidOperationException(flaw);

    /// <summary>Rows as the worker keeps them, without judging anybody: what a back-test reads, and no more.</summary>
    private static async Task FillAsync(string connection, int subjects)
    {
        using (await PostgresRecord.OpenAsync(AddressOf(connection)))
        {
            // It makes its tables.
        }

        await using var database = new NpgsqlConnection(connection);
        await database.OpenAsync();
        var events = 0L;
        foreach (var lines in SampleHistory.Lines(new SamplePlan(subjects, 6, 1, Day)).Chunk(Batch))
        {
            var rows = lines.Select(line => (Line: line, Id: IdOf.Match(line), Subject: SubjectOf.Match(line)))
                .Where(each => each.Subject.Success).ToArray();
            await CopyAsync(database, "events (source, id, hash, body, batch, recorded_at)", rows, (to, row) =>
                [row.Id.Groups["source"].Value, row.Id.Groups["id"].Value, "-", row.Line, 1L, 0L]);
            await CopyAsync(database, "filings (kind, subject, source, id, batch, recorded_at)", rows, (to, row) =>
                [row.Subject.Groups["kind"].Value, row.Subject.Groups["id"].Value, row.Id.Groups["source"].Value,
                    row.Id.Groups["id"].Value, 1L, 0L]);
            events += rows.Length;
        }

        await using var files = new NpgsqlCommand(
            "INSERT INTO files (kind, subject, on_day, judged, recorded_at) "
                + "SELECT DISTINCT kind, subject, date '2025-07-31', true, 0 FROM filings; ANALYZE", database)
        {
            CommandTimeout = 3600,
        };
        await files.ExecuteNonQueryAsync();
        Console.WriteLine($"{events} events");
    }

    private static async Task CopyAsync<T>(
        NpgsqlConnection database, string into, IEnumerable<T> rows, Func<NpgsqlBinaryImporter, T, object[]> values)
    {
        await using var copy = await database.BeginBinaryImportAsync($"COPY {into} FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var value in values(copy, row))
            {
                await copy.WriteAsync(value, value is long ? NpgsqlDbType.Bigint : NpgsqlDbType.Text);
            }
        }

        await copy.CompleteAsync();
    }

    private static async Task TestAsync(string connection, string rules, string candidate, string run)
    {
        using var record = await PostgresRecord.OpenAsync(AddressOf(connection));
        var clock = new Stopped();
        var (was, becomes) = (LawTexts.Of(RuleFolder.Read(rules)), LawTexts.Of(RuleFolder.Read(candidate)));
        foreach (var text in new[] { was, becomes })
        {
            if (await record.BookTextAsync(text.Book) is null)
            {
                await using var piece = await ((IWorkingRecord)record).BeginAsync(CancellationToken.None);
                await piece.CommitAsync(new RecordBatch(await piece.InstantAsync(clock.GetUtcNow())) { Books = [text] });
            }
        }

        var test = new Backtest(run, becomes.Book, was.Book, Day, KnownAt) { By = "measure" };
        var began = Stopwatch.StartNew();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var portions = 0;
        var (report, text2) = (await new BacktestRun(test, record, record, new Activation(true), clock).GoOnAsync(() =>
        {
            Console.WriteLine($"portion {++portions}");
            return Task.FromResult(true);
        }))!.Value;
        var process = Process.GetCurrentProcess();
        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"report {text2.Book} subjects {report.Subjects} moved {report.Moved} seconds {began.Elapsed.TotalSeconds:0.0} "
                + $"processor {(process.TotalProcessorTime - processor).TotalSeconds:0.0} peakMiB {process.PeakWorkingSet64 >> 20}"));
    }
}
