using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// GET /v1/sources: how the running numbers of each source stand, and which are missing.
/// </summary>
public static class SourcesResource
{
    private const int MostGaps = 100;

    private static readonly JsonShape<SequenceGap> Gap = new(
        "NumberGap",
        new("first", "缺失的第一个流水号", "the first number that is missing", each => each.First),
        new("last", "缺失的最后一个流水号", "the last number that is missing", each => each.Last));

    private static readonly JsonShape<SourceNumbers> Shape = new(
        "SourceNumbers",
        new("source", "来源", "the source", each => each.Source),
        new("lowest", "最小流水号", "the lowest number", each => each.Lowest),
        new("highest", "最大流水号", "the highest number", each => each.Highest),
        new("missing", "缺失的个数", "how many are missing", each => each.Missing),
        new("repeated", "重复的个数", "how many came again", each => each.Repeated),
        LedgerJson.Instant<SourceNumbers>("lastAt", "最近一次", "when the last one came", each => each.LastAt),
        JsonMember.List("gaps", "缺失的各段", "the ranges that are missing",
            (SourceNumbers each) => each.Gaps, Gap));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/sources", Get)
        .For(Right.ReadIncoming, Extent.Whole)
        .Says("各来源的流水号及缺号", "The running numbers of each source, and those that are missing",
            "缺失的号：到达前丢失、尚未到达，或其事件在隔离区。每个来源至多列出 100 段。",
            "A number that is missing was lost before it came, is still to come, or "
                + "its event is in quarantine. At most 100 ranges a source are told.")
        .AnswersList("Sources", Shape)
        .Example("after", Parameters.Source("demo"));

    private static async Task<Results<Answer<Page<SourceNumbers>>, Problem>> Get(
        string? after, string? limit, IRecordQuestions record)
    {
        var behind = default(string);
        if ((Parameters.Limit(limit, out var most) ?? Parameters.Source(after, out behind)) is { } wrong)
        {
            return wrong;
        }

        var sources = await record.SourcesAsync(behind, most + 1, MostGaps);
        var more = sources.Count > most;
        return Answer.Of(new Page<SourceNumbers>(
            [.. sources.Take(most)], more ? Parameters.Source(sources[most - 1].Source) : null, more));
    }
}
