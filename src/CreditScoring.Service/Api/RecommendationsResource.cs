using CreditScoring.Documents;
using CreditScoring.Records;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Api;

/// <summary>
/// GET /v1/recommendations: what inspection schedulers are to know, as a feed of changes.
/// </summary>
public static class RecommendationsResource
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/recommendations", Get)
        .WithSummary("The feed of recommendations, when first known and whenever they change")
        .WithDescription("Ask again with ?after= the 'next' of the last answer. Positions rise, "
            + "and a lower one never appears later; 'id' tells a repeat.");

    private static async Task<Results<JsonAnswer, Problem>> Get(
        long? after, int? limit, IRecord record)
    {
        if (Parameters.Limit(limit, out var most) is { } wrong)
        {
            return wrong;
        }

        var items = await record.FeedAsync(after ?? 0, most);
        return JsonAnswer.Of(json =>
        {
            json.List("items", items, (to, item) =>
            {
                to.WriteStartObject();
                to.Property("position", (decimal)item.Position);
                to.WritePropertyName("recommendation");
                to.WriteRawValue(item.Json);
                to.WriteEndObject();
            });
            json.Property("next", (decimal)(items.Count == 0 ? after ?? 0 : items[^1].Position));
        });
    }
}
