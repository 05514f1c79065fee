using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Questions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// GET /v1/recommendations: what inspection schedulers are to know, as a feed of changes.
/// </summary>
public static class RecommendationsResource
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/recommendations", Get).For(Right.ReadFrequencies, Extent.List)
        .WithSummary("The feed of recommendations, when first known and whenever they change")
        .WithDescription("Ask again with ?after= the 'next' of the last answer. Positions rise, "
            + "and a lower one never appears later; 'id' tells a repeat. 'next' carries the identity "
            + "of the record: after a restore it is answered with 410, and the feed is to be read anew.");

    private static async Task<Results<JsonAnswer, Problem>> Get(
        string? after, int? limit, RecommendationFeed feed, CurrentCaller who)
    {
        if (Parameters.Limit(limit, out var most) is { } wrong)
        {
            return wrong;
        }

        var epoch = await feed.EpochAsync();
        if (FeedPosition.Read(after, epoch, out var position) is { } foreign)
        {
            return foreign;
        }

        if (await feed.PageAsync(position, most, who.Caller.Region) is not { } page)
        {
            return FeedPosition.Foreign(epoch);
        }

        return JsonAnswer.Of(json =>
        {
            json.List("items", page.Items, (to, item) =>
            {
                to.WriteStartObject();
                to.Property("position", (decimal)item.Position);
                to.WritePropertyName("recommendation");
                to.WriteRawValue(item.Json);
                to.WriteEndObject();
            });
            json.Property("record", epoch.Id);
            json.Property("next", FeedPosition.Of(epoch, page.Next));
        });
    }
}
