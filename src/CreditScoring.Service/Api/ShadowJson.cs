using CreditScoring.Documents;
using CreditScoring.Service.Backtests;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Api;

/// <summary>Shadows as answers say them.</summary>
internal static class ShadowJson
{
    private static readonly string[] States = ["running", "ended", "stopped", "overtaken"];

    public static readonly JsonShape<ShadowView> Shape = new(
        "Shadow",
        new("run", "影子运行编号", "its id", each => each.Shadow.Run),
        new("state", "running 进行中；ended 期满；stopped 已停止；overtaken 草案已不再待办，或现行规则已变",
            "running, ended, stopped, or overtaken: the proposal is decided, or another law is in force",
            each => States[(int)each.State])
        {
            Type = JsonType.Words(States),
        },
        new("content", "所用草案内容的哈希", "the content that shadows", each => each.Shadow.Content),
        new("base", "现行规则内容的哈希", "the content in force, beside which it judges", each => each.Shadow.Base),
        new("from", "起始日", "its first day", each => each.Shadow.From),
        new("until", "最后一日", "its last day", each => each.Shadow.Until),
        new("by", "何人开始", "who began it", each => each.Shadow.By),
        new("stoppedBy", "何人停止", "who stopped it", each => each.Shadow.StoppedBy) { MayBeNull = true },
        new("behind", "尚未跟上的变化数", "changes of the record that are not in it yet", each => each.Behind),
        new("subjects", "已并行评定的主体（按制度计）", "how many were judged by both, each regime by itself",
            each => each.Subjects),
        new("moved", "其中等级不同的", "how many of them have another tier", each => each.Moved),
        new("pointsOnly", "其中仅记分不同的", "how many have other points and the same tier",
            each => each.PointsOnly),
        JsonMember.List("tiers", "等级迁移矩阵", "from which tier to which",
            (ShadowView each) => each.Tiers.Select(one =>
                (new[] { one.Regime, one.Before, one.After }, (decimal)one.Subjects)),
            BacktestJson.OfTier),
        JsonMember.List("regions", "各地域", "by region", (ShadowView each) => each.Regions,
            BacktestJson.OfSpread));

    public static readonly JsonShape<ShadowRow> OfMover = new(
        "ShadowMover",
        new("kind", "主体类型", "the subject's kind", each => each.Subject.Kind),
        new("subject", "主体代码", "the subject's id", each => each.Subject.Id),
        new("region", "行政区划", "its region", each => each.Region) { MayBeNull = true },
        new("regime", "监管制度", "the regime", each => each.Regime),
        new("before", "现行规则下的等级；? 为无法评定，空为不适用",
            "the tier by the law in force; ?: not judged; empty: not in the regime", each => each.Before),
        new("after", "草案下的等级", "the tier by the proposal", each => each.After),
        new("pointsBefore", "现行规则下的记分", "points by the law in force", each => each.PointsBefore),
        new("pointsAfter", "草案下的记分", "points by the proposal", each => each.PointsAfter),
        new("since", "何日起如此", "since which day it is so", each => each.Since),
        new("event", "引起差异的事件，来源/编号；null 为时间", "the event that made the difference; null: time did",
            each => each.Event is { } id ? $"{id}" : null)
        {
            MayBeNull = true,
        },
        new("why", "原因：规则与条文", "why: rules and articles", each => each.Why));
}
