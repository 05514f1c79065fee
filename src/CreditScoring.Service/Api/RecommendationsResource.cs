using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Supervision;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// GET /v1/recommendations: what inspection schedulers are to know, as a feed of changes.
/// </summary>
public static class RecommendationsResource
{
    private static readonly JsonShape<FeedItem> Shape = new(
        "FeedItem",
        new("position", "位置，只增", "its position, which only rises", each => each.Position),
        new("recommendation", "建议", "the recommendation", (json, each) => json.WriteRawValue(each.Json))
        {
            Type = JsonType.ObjectOf(RecommendationJson.Shape),
        });

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/recommendations", Get).For(Right.ReadFrequencies, Extent.List)
        .Says("监管频次建议的变化流", "The feed of recommendations, when first known and whenever they change",
            "以上次应答的 next 为 after 续读。位置只增，较小的位置不会后来出现；id 可识别重复。"
                + "next 含档案库标识：恢复备份后答 410，须从头读取。",
            "Ask again with 'after' the 'next' of the last answer. Positions rise, "
                + "and a lower one never appears later; 'id' tells a repeat. 'next' carries the identity "
                + "of the record: after a restore it is answered with 410, and the feed is to be read anew.")
        .AnswersList("Recommendations", Shape, Pages.Record<FeedItem>())
        .AlsoAnswers(StatusCodes.Status410Gone).Example("after", "0");

    private static async Task<Results<Answer<Page<FeedItem>>, Problem>> Get(
        string? after, string? limit, RecommendationFeed feed, CurrentCaller who)
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

        return await feed.PageAsync(position, most, who.Caller.Region) is { } page
            ? Answer.Of(new Page<FeedItem>(page.Items, FeedPosition.Of(epoch, page.Next), page.More)
            {
                Record = epoch.Id,
            })
            : FeedPosition.Foreign(epoch);
    }
}
