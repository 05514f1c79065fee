using System.Text;
using CreditScoring.Service.Contract;
using Microsoft.AspNetCore.Routing;

namespace CreditScoring.Service.Api;

/// <summary>GET /openapi/v1.json: the contract of the service.</summary>
public static class ContractResource
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var text = new Lazy<Task<string>>(() => TextAsync(routes));
        routes.MapGet("/openapi/v1.json", async () => Results.Bytes(
                Encoding.UTF8.GetBytes(await text.Value), "application/json; charset=utf-8"))
            .ForEverybody()
            .Says("本服务的接口约定（OpenAPI 3.1）", "The contract of the service (OpenAPI 3.1)")
            .AnswersText("application/json");
    }

    /// <summary>The contract of all that is mapped.</summary>
    public static Task<string> TextAsync(IEndpointRouteBuilder routes) => ContractDocument.TextAsync(
        ContractDocument.Of(routes.DataSources.SelectMany(each => each.Endpoints).OfType<RouteEndpoint>()
            .Where(IsForPrograms)));

    /// <summary>Pages are for persons: what they show, the resources answer.</summary>
    private static bool IsForPrograms(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null;
}
