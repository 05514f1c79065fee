using CreditScoring.Documents;
using CreditScoring.Disk;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Service.Access;
using CreditScoring.Service.Backtests;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Sqlite;
using CreditScoring.Service.Starting;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Service.Work;
using CreditScoring.Standings;
using Microsoft.Extensions.Logging.Abstractions;

namespace CreditScoring.Service.Tests.Governance;

/// <summary>
/// The desks of the law, the shelf and the worker of one service over one SQLite record, without its loops: what
/// they do between two acts is done when it is asked for. Persons act with their keys, of which each has two.
/// </summary>
internal sealed class LawWorld : IDisposable
{
    public static readonly Subject Shop = new("operator", Sent.Shop);

    private static readonly IReadOnlyList<SourceText> Rules = RulesOnce();

    private readonly TempFolder folder = new();
    private readonly SqliteRecord record;
    private readonly RegisterDesk register;
    private readonly GazetteDesk gazette;
    private readonly Shelf shelf;
    private readonly LawWatch watch;
    private readonly WorkerRoll roll;
    private readonly BatchWork batches;
    private readonly DaySweep sweep;
    private readonly SubjectQuestions questions;
    private readonly Activation activation = new(false);
    private readonly Dictionary<string, KeyText[]> keys = [];
    private int sent;

    public LawWorld()
    {
        record = new SqliteRecord(folder.In("credit.db"));
        TestRules.WriteTo(folder);
        var settings = new Settings(folder.In("rules"), folder.In("credit.db"), "", Demo: false) { WantsKeys = true };
        shelf = LawOpening.ShelfOf(settings, null, record, Clock);
        (register, gazette) = (new RegisterDesk(record, record, Clock), new GazetteDesk(record, record, Clock));
        Desk = new LawDesk(gazette, new LawTrials(record, settings), settings, Clock);
        watch = new LawWatch(gazette, record, shelf, Clock, new LoopHealth(), NullLogger<LawWatch>.Instance);
        roll = new WorkerRoll(
            record, settings, Clock, new ClockSetBack(Clock, NullLogger<ClockSetBack>.Instance), NullLogger<WorkerRoll>.Instance);
        batches = new BatchWork(record);
        sweep = new DaySweep(record, batches);
        questions = new SubjectQuestions(record, shelf, new FormerBooks(record, shelf), Clock);
    }

    public StoppedClock Clock { get; } = StoppedClock.At("2025-07-31");

    public LawDesk Desk { get; }

    public LawInUse InUse => shelf.State.Law;

    private static IReadOnlyList<SourceText> RulesOnce()
    {
        using var written = new TempFolder();
        return RuleFolder.Read(TestRules.WriteTo(written));
    }

    /// <summary>The law in which a failed sampling costs so many points.</summary>
    public static IReadOnlyList<SourceText> LawOf(int points) =>
        [.. Rules.Select(each => each.File.EndsWith("points.workflow.json", StringComparison.Ordinal)
            ? new SourceText(each.File, each.Text.Replace("\"6\"", $"\"{points}\"")) : each)];

    public async Task AddAsync(string id, params Role[] roles)
    {
        await EnterAsync(new HolderAdded(id, false, id, RegionScope.All));
        keys[id] = [KeyText.New(), KeyText.New()];
        foreach (var role in roles)
        {
            await GrantAsync(id, role);
        }

        foreach (var made in keys[id])
        {
            await EnterAsync(new KeyIssued(new AccessKey(
                made.Id, $"person:{id}", [.. roles], null, RegionScope.All,
                LegalDay.Of(Clock.GetUtcNow()).AddDays(300), made.Hash)));
            await EnterAsync(new KeyConfirmed(made.Id), "person:two");
        }
    }

    public async Task GrantAsync(string id, Role role)
    {
        await EnterAsync(new RoleGranted($"person:{id}", role));
        await EnterAsync(new RoleConfirmed($"person:{id}", role), "person:two");
    }

    public Task WithdrawAsync(string id, Role role) => EnterAsync(new RoleWithdrawn($"person:{id}", role));

    private async Task EnterAsync(RegisterEntry entry, string by = "command") =>
        Assert.That(await register.EnterAsync(entry, by), Is.Null, $"{entry}");

    /// <summary>Who a person is by one of the keys; null: it carries nothing now.</summary>
    public async Task<Caller?> CallerAsync(string id, int key) =>
        (await register.CurrentAsync()).CallerOf(keys[id][key], LegalDay.Of(Clock.GetUtcNow()));

    /// <summary>Goes on with the back-test of a proposal to its end, as the loop of the service does.</summary>
    public async Task TestAsync(string id)
    {
        if ((await gazette.CurrentAsync()).Proposals[id].Backtest is not { IsRunning: true } test)
        {
            return;
        }

        var (report, text) = (await new BacktestRun(test, record, record, activation, Clock)
            .GoOnAsync(() => Task.FromResult(true)))!.Value;
        await gazette.EnterAsync(
            new LawBacktested(id, test.Run, text.Book, report.Subjects, report.Moved), GazetteEntry.Service, text);
    }

    /// <summary>What the loops do: puts in use what is in force, says so in the record, judges all files again.</summary>
    public async Task LookAsync()
    {
        Assert.That(await watch.LookAsync(), Is.Empty);
        if (shelf.State.Law.Source == LawSource.Awaited)
        {
            return;
        }

        await roll.SignAsync(shelf.State);
        while (await sweep.RunAsync(shelf.Book, Clock, CancellationToken.None) > 0)
        {
        }
    }

    /// <summary>A failed sampling of a day comes in; nothing where no law is in force.</summary>
    public async Task SendAsync(DateOnly on)
    {
        if (shelf.State.Law.Source != LawSource.Awaited)
        {
            var text = Sent.Failed($"e{++sent}", $"{on:yyyy-MM-dd}").ToJsonString();
            var reader = new EventReader(shelf.Book.Catalogue);
            await batches.TakeAsync(
                [new Submission(shelf.Book, [new Arrival(reader.Read(new SourceText("test", text)))])], shelf.Book, Clock);
        }
    }

    /// <summary>What the service answers of the shop.</summary>
    public async Task<string> AnswerAsync(DateOnly on, DateTimeOffset? knownAt) =>
        await questions.StandingsAsync(Shop, on, knownAt) is not { } found ? "nothing"
            : $"{found.Basis.Book} " + string.Join('\n', found.Standings.Select(each => each.Rest
                ?? JsonText.Of(json => StandingJson.Write(json, each.Standing))));

    public async Task<IReadOnlyList<KeptAct>> ActsAsync() => await record.ActsAsync(new ActQuery(0, 100_000));

    /// <summary>Every publication that ledger rows name as their cause.</summary>
    public async Task<IReadOnlySet<string>> CausesAsync() =>
        (await record.LedgerAsync(Shop, new LedgerKey("", 0), 10_000)).Select(each => each.Posted.Row.Cause).ToHashSet();

    public void Dispose()
    {
        record.Dispose();
        folder.Dispose();
    }
}
