using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>GET /v1/root: the root of the chain of hashes, to be kept elsewhere.</summary>
public static class RootResource
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/root", Get)
        .For(Right.SeeOperation, Extent.None)
        .WithSummary("The root of the chain of hashes, one line for `verify --root`");

    private static async Task<Results<ContentHttpResult, NoContent>> Get(IRecordProof record) =>
        await record.RootAsync() is { } root
            ? TypedResults.Text(Roots.Line(root) + "\n", "application/x-ndjson")
            : TypedResults.NoContent();
}
