using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Telemetry;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Dashboard;

/// <summary>How the service is.</summary>
/// <param name="CaughtUp">Whether every standing is as of today by the book in use.</param>
/// <param name="Faults">The parts that do not work, and why.</param>
/// <param name="Root">The root of the chain of hashes; null: nothing is kept yet.</param>
public sealed record OperationModel(
    bool CaughtUp, IReadOnlyList<(string Part, long Failures, bool Failing)> Parts,
    IReadOnlyList<(string Part, string Why)> Faults, RecordCounts Counts,
    IReadOnlyList<SeenWorker> Workers, Link? Root, ShelfState Rules)
{
    /// <summary>Sources with missing numbers, and how many sources number what they send.</summary>
    public required (IReadOnlyList<SourceNumbers> WithGaps, int All) Sources { get; init; }

    /// <summary>When the last event of any of them came; null: there is no source.</summary>
    public required DateTimeOffset? LastAt { get; init; }

    /// <summary>What lies in Redis; null: none is connected, or nobody has looked yet.</summary>
    public required StreamDepth? Stream { get; init; }

    /// <summary>Null: none is known of.</summary>
    public required LastBackup? Backup { get; init; }

    /// <summary>Whether the record is a file here, which the service itself copies.</summary>
    public required bool IsFile { get; init; }

    /// <summary>The file by which the operator's job tells of its copies; null: it tells of none.</summary>
    public required string? BackupMark { get; init; }

    public required DateTimeOffset Now { get; init; }
}

/// <summary>GET /operation: workers, parts, the chain, and how much the record holds.</summary>
public static class OperationPage
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/operation", Get).For(Right.SeeOperation, Extent.None).AsPage();

    /// <summary>Sources looked at, and ranges of missing numbers told of each.</summary>
    private const int MostSources = 1000;

    private const int MostGaps = 5;

    private static async Task<IResult> Get(
        IRecordQuestions record, IRecordProof proof, Progress progress, LoopHealth loops, Shelf shelf,
        Positions positions, Settings settings, TimeProvider clock)
    {
        var sources = await record.SourcesAsync(null, MostSources, MostGaps);
        return Page.Of<OperationView, OperationModel>(new Wording("运行", "Operation"), new OperationModel(
            progress.CaughtUp, loops.Parts, loops.Faults, await record.CountsAsync(),
            await record.WorkersAsync(), await proof.RootAsync(), shelf.State)
        {
            Sources = ([.. sources.Where(each => each.Missing > 0)], sources.Count),
            LastAt = sources.Count == 0 ? null : sources.Max(each => each.LastAt),
            Stream = positions.Stream,
            IsFile = settings.Postgres is null,
            BackupMark = settings.BackupMark,
            Backup = BackupOf(settings),
            Now = clock.GetUtcNow(),
        });
    }

    /// <summary>The later of what the service itself and the operator's job have left.</summary>
    private static LastBackup? BackupOf(Settings settings) => new[]
    {
        settings.Postgres is null ? LastBackup.Of(settings.RecordPath) : null,
        settings.BackupMark is { } mark ? LastBackup.MarkedBy(mark) : null,
    }.MaxBy(each => each?.At);
}
