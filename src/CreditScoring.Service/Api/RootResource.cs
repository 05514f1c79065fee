using CreditScoring.Service.Access;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Ports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>GET /v1/root: the root of the chain of hashes, to be kept elsewhere.</summary>
public static class RootResource
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/root", Get)
        .For(Right.SeeOperation, Extent.None)
        .Says("哈希链的根，一行，供 verify --root 使用", "The root of the chain of hashes, one line for `verify --root`")
        .AnswersText("application/x-ndjson").AlsoAnswers(StatusCodes.Status204NoContent);

    private static async Task<Results<ContentHttpResult, NoContent>> Get(IRecordProof record) =>
        await record.RootAsync() is { } root
            ? TypedResults.Text(Roots.Line(root) + "\n", "application/x-ndjson")
            : TypedResults.NoContent();
}
