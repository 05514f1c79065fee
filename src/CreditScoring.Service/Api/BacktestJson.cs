using CreditScoring.Documents;
using CreditScoring.Service.Backtests;
using CreditScoring.Service.Governance;

namespace CreditScoring.Service.Api;

/// <summary>A back-test as it is asked for: how far it has come, or what came of it.</summary>
/// <param name="Portions">So many portions are done.</param>
/// <param name="Report">Null: it is not done.</param>
internal sealed record BacktestAnswer(Backtest Test, long Portions, BacktestReport? Report);

/// <summary>Back-tests as answers say them.</summary>
internal static class BacktestJson
{
    internal static readonly JsonShape<(string[] Name, decimal Count)> OfTier = new(
        "TierMove",
        new("regime", "监管制度", "the regime", each => each.Name[0]),
        new("before", "原等级；? 为无法评定，空为不适用", "the tier before; ?: not judged; empty: not in the regime",
            each => each.Name[1]),
        new("after", "新等级", "the tier after", each => each.Name[2]),
        new("subjects", "主体数", "how many", each => (long)each.Count));

    private static readonly JsonShape<RuleShift> OfRule = new(
        "RuleShift",
        new("regime", "监管制度", "the regime", each => each.Regime),
        new("rule", "规则", "the rule", each => each.Rule),
        new("pointsBefore", "原记分合计", "points before, of all", each => each.PointsBefore),
        new("pointsAfter", "新记分合计", "points after, of all", each => each.PointsAfter),
        new("entriesBefore", "原记分条数", "entries before", each => (long)each.EntriesBefore),
        new("entriesAfter", "新记分条数", "entries after", each => (long)each.EntriesAfter));

    internal static readonly JsonShape<(string Name, long All, long Moved)> OfSpread = new(
        "Spread",
        new("of", "行政区划前四位、行业门类或规模；- 为不详",
            "four digits of a region, a section of industry, or a size; -: unknown",
            each => each.Name),
        new("subjects", "主体数", "how many subjects", each => each.All),
        new("moved", "等级变动的", "how many of them are moved", each => each.Moved));

    private static readonly JsonShape<VisitShift> OfVisits = new(
        "VisitShift",
        new("regime", "监管制度", "the regime", each => each.Regime),
        new("region", "行政区划前四位；- 为不详", "four digits of a region; -: unknown", each => each.Region),
        new("quarter", "下次检查截止所在季度；year 为每年次数合计",
            "the quarter in which the next inspections fall due; year: how many a year",
            each => each.Quarter),
        new("before", "原检查次数", "inspections before", each => each.Before),
        new("after", "新检查次数", "inspections after", each => each.After),
        new("daysBefore", "原检查人日（按检查计划办法；未规定的为 0）",
            "inspectors' days before, by rules/plans; 0 where nobody says", each => each.DaysBefore),
        new("daysAfter", "新检查人日", "inspectors' days after", each => each.DaysAfter));

    private static readonly JsonShape<(string Regime, long Before, long After)> OfCap = new(
        "CapBreach",
        new("regime", "监管制度", "the regime", each => each.Regime),
        new("before", "原主体数", "how many before", each => each.Before),
        new("after", "新主体数", "how many after", each => each.After));

    /// <summary>What is counted on a day.</summary>
    private static readonly JsonMember<BacktestAnswer>[] Counted =
    [
        JsonMember.List("tiers", "等级迁移矩阵", "from which tier to which",
            (BacktestAnswer each) => Counts(each, "tier"), OfTier),
        JsonMember.List("outright", "新进入最差等级的", "newly on the worst tier",
            (BacktestAnswer each) => Counts(each, "outright"), Of("Outright")),
        JsonMember.List("pointsOnly", "仅记分变动的", "other points, the same tier",
            (BacktestAnswer each) => Counts(each, "points-only"), Of("PointsOnly")),
        JsonMember.List("rules", "各规则的记分变动", "points by rule",
            (BacktestAnswer each) => RuleShift.AllOf(each.Report), OfRule),
        JsonMember.List("regions", "各地域", "by region", (BacktestAnswer each) => Spread(each, "region"),
            OfSpread),
        JsonMember.List("industries", "各行业", "by industry",
            (BacktestAnswer each) => Spread(each, "industry"), OfSpread),
        JsonMember.List("sizes", "各规模", "by size, as profiles say it",
            (BacktestAnswer each) => Spread(each, "size"), OfSpread),
        JsonMember.List("inspections", "各地各季度的检查次数和人日", "inspections by place and quarter",
            (BacktestAnswer each) => VisitShift.AllOf(each.Report), OfVisits),
        JsonMember.List("capBreaches", "检查次数超过年度上限的主体",
            "subjects of which more inspections are wanted than the yearly cap allows",
            (BacktestAnswer each) => VisitShift.Caps(each.Report), OfCap),
    ];

    public static readonly JsonShape<BacktestAnswer> Shape = new(
        "Backtest",
        [
            new("run", "回测编号", "its id", each => each.Test.Run),
            new("state", "running 进行中；done 完成；cancelled 已取消", "running, done or cancelled", StateOf)
            {
                Type = JsonType.Words("running", "done", "cancelled"),
            },
            new("content", "所测内容的哈希", "the content that is tested", each => each.Test.Content),
            new("base", "比较基准的哈希", "the content that it is compared with", each => each.Test.Base),
            new("day", "评定日", "the day on which everybody is judged", each => each.Test.Day),
            LedgerJson.Instant<BacktestAnswer>("knownAt", "截至何时所知", "what was known by then counts",
                each => each.Test.KnownAt),
            new("by", "何人开始", "who began it", each => each.Test.By),
            new("judged", "已评定约多少主体", "about how many are judged",
                each => each.Report?.Subjects ?? each.Portions * BacktestRun.Portion),
            new("subjects", "主体数", "how many were judged", each => each.Report?.Subjects ?? 0L),
            new("moved", "等级变动的主体数", "how many are moved", each => each.Report?.Moved ?? 0L),
            new("beforeTheDay", "施行日之前即有变动的主体数，须为 0",
                "how many would be moved before it can be in force, which has to be 0",
                each => each.Report?.BeforeTheDay ?? 0L),
            JsonMember.Texts("readBy", "已阅并确认的人", "who has opened it and said so",
                (BacktestAnswer each) => each.Test.ReadBy),
            .. Counted,
            new("moversHash", "变动名单的哈希", "the hash over all movers",
                each => each.Report?.Movers) { MayBeNull = true },
        ]);

    private static readonly JsonShape<BacktestAnswer> OfDay = new(
        "BacktestDay",
        [
            new("day", "评定日", "the day on which everybody is judged", each => each.Report!.Day),
            new("subjects", "当日已有记录的主体数", "how many had an event by then",
                each => each.Report!.Subjects),
            new("moved", "等级不同的主体数", "how many have another tier", each => each.Report!.Moved),
            .. Counted,
        ]);

    public static readonly JsonShape<BacktestAnswer> Period = new(
        "PeriodBacktest",
        [
            .. Shape.Own.Where(each => each.Name is "run" or "state" or "content" or "base"),
            new("from", "期间首日，假定草案自该日公布", "the first day, on which it counts as published",
                each => each.Test.From!.Value),
            new("to", "期间末日", "the last day", each => each.Test.Day),
            .. Shape.Own.Where(each => each.Name is "knownAt" or "by" or "judged" or "subjects" or "moved"),
            new("beforeTheDay", "首日之前即有变动的主体数，须为 0",
                "how many would differ before the first day, which has to be 0",
                each => each.Report?.BeforeTheDay ?? 0L),
            JsonMember.List("days", "各月（超过两年的为各季度）末及末日",
                "at the ends of its months, of quarters in more than two years, and on its last day",
                (BacktestAnswer each) => each.Report?.Days.Select(day => each with { Report = day }) ?? [],
                OfDay),
            .. Shape.Own.Where(each => each.Name == "moversHash"),
        ]);

    public static readonly JsonShape<Mover> OfMover = new(
        "Mover",
        new("kind", "主体类型", "the subject's kind", each => each.Kind),
        new("subject", "主体代码", "the subject's id", each => each.Subject),
        Text("region", "行政区划", "its region", each => each.Region),
        Text("industry", "行业门类", "the section of its industry", each => each.Industry),
        new("regime", "监管制度", "the regime", each => each.Regime),
        Text("before", "原等级；null 为无法评定", "the tier before; null: not judged", each => each.Before),
        Text("after", "新等级；null 为无法评定", "the tier after; null: cannot be judged", each => each.After),
        new("pointsBefore", "原记分", "points before", each => each.PointsBefore),
        new("pointsAfter", "新记分", "points after", each => each.PointsAfter),
        new("why", "原因：规则与条文", "why: rules and articles", each => each.Why));

    public static readonly JsonShape<Mover> OfPeriodMover = new(
        "PeriodMover",
        [
            new("on", "自何评定日起如此", "on which of the days this difference begins", each => each.On!.Value),
            .. OfMover.Own,
        ]);

    private static string StateOf(BacktestAnswer each) =>
        each.Report is not null ? "done" : each.Test.IsCancelled ? "cancelled" : "running";

    private static JsonShape<(string[] Name, decimal Count)> Of(string name) => new(
        name,
        new("regime", "监管制度", "the regime", each => each.Name[0]),
        new("subjects", "主体数", "how many", each => (long)each.Count));

    private static JsonMember<Mover> Text(string name, string zh, string en, Func<Mover, string?> value) =>
        new(name, zh, en, value) { MayBeNull = true };

    public static IEnumerable<(string[] Name, decimal Count)> Counts(BacktestAnswer each, string what) =>
        each.Report?.Tally.Of(what).Where(one => one.Count != 0) ?? [];

    private static IEnumerable<(string Name, long All, long Moved)> Spread(BacktestAnswer each,
        string what) =>
        each.Report?.Spread(what) ?? [];
}
