using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Planning;
using CreditScoring.Service.RandomDraws;

namespace CreditScoring.Service.Dashboard;

/// <summary>The words of random draws for people.</summary>
internal static class DrawWords
{
    public static Wording Of(DrawState state) => state switch
    {
        DrawState.Prepared => new("名单已冻结，待另一人公告", "list frozen, awaits another person"),
        DrawState.Announced => new("已公告，待抽取", "announced, to be drawn"),
        DrawState.Drawn => new("已抽取", "drawn"),
        _ => new("已撤销", "withdrawn"),
    };

    public static Wording Replaced { get; } = new("替换", "replaced");

    /// <summary>What was done that brought it there.</summary>
    public static Wording Deed(DrawState state) => state switch
    {
        DrawState.Prepared => new("冻结名单", "list frozen"),
        DrawState.Announced => new("公告", "announced"),
        DrawState.Drawn => new("抽取", "drawn"),
        _ => new("撤销", "withdrawn"),
    };

    public static Wording Of(VisitState state) => state switch
    {
        VisitState.Awaited => new("待检查", "to be visited"),
        VisitState.Late => new("逾期未检查", "not visited in time"),
        VisitState.Unpublished => new("已检查，待公开", "visited, to be made public"),
        VisitState.PublicationLate => new("逾期未公开", "not made public in time"),
        _ => new("已公开", "made public"),
    };

    /// <summary>A reason to be left out, in the words of its profile where they are known.</summary>
    public static Wording OfReason(string reason, DrawProfile? profile) =>
        profile?.Exclusions.FirstOrDefault(each => each.Reason == reason)?.Title ?? new(reason, reason);

    public static Wording Of(PublicSource source) => source.Kind switch
    {
        PublicKind.None => new("没有公开值：知道密数的人事先就知道结果", "none: who knows the secret knows the draw"),
        PublicKind.Drand => new(
            $"drand {source.Chain!.Name} 第 {source.Round} 轮",
            $"round {source.Round} of drand {source.Chain.Name}"),
        PublicKind.Lottery => new(
            $"{source.Name}（{source.Numbers} 个号码）", $"{source.Name} ({source.Numbers} numbers)"),
        PublicKind.Index => new(
            $"{source.Name}（{source.Numbers} 位小数）", $"{source.Name} ({source.Numbers} decimals)"),
        _ => new($"{source.Name}（当众得出，须有见证人）", $"{source.Name} (settled in public, with witnesses)"),
    };
}
