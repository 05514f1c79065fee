using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Dashboard;

/// <summary>How the service is.</summary>
/// <param name="CaughtUp">Whether every standing is as of today by the book in use.</param>
/// <param name="Faults">The parts that do not work, and why.</param>
/// <param name="Root">The root of the chain of hashes, one line; null: nothing is kept yet.</param>
public sealed record OperationModel(
    bool CaughtUp, IReadOnlyList<(string Part, long Failures, bool Failing)> Parts,
    IReadOnlyList<(string Part, string Why)> Faults, RecordCounts Counts,
    IReadOnlyList<SeenWorker> Workers, string? Root, ShelfState Rules);

/// <summary>GET /operation: workers, parts, the chain, and how much the record holds.</summary>
public static class OperationPage
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/operation", Get).For(Right.SeeOperation, Extent.None).AsPage();

    private static async Task<IResult> Get(
        IRecordQuestions record, IRecordProof proof, Progress progress, LoopHealth loops, Shelf shelf) =>
        Page.Of<OperationView, OperationModel>(new Wording("运行", "Operation"), new OperationModel(
            progress.CaughtUp, loops.Parts, loops.Faults, await record.CountsAsync(),
            await record.WorkersAsync(), await proof.RootAsync() is { } root ? Roots.Line(root) : null,
            shelf.State));
}
