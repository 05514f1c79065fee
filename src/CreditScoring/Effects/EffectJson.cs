using CreditScoring.Documents;
using CreditScoring.Planning;

namespace CreditScoring.Effects;

/// <summary>An effect as JSON, and read again.</summary>
public static class EffectJson
{
    private const int Digits = 4;

    private static readonly JsonMember<HitRate>[] OfRate =
    [
        new("visits", "检查次数", "visits", each => (long)each.Visits),
        new("hits", "发现违法的次数", "visits that found a violation", each => (long)each.Hits),
        new("hitRate", "命中率", "hits of visits", each => Rounded(each.Rate)),
        new("low", "95% 区间下限（Wilson）", "lower bound at 95 % (Wilson)", each => Rounded(each.Wilson?.Low)),
        new("high", "95% 区间上限（Wilson）", "upper bound at 95 % (Wilson)",
            each => Rounded(each.Wilson?.High)),
    ];

    private static readonly JsonShape<HitRate> Rate = new("HitRate", OfRate);

    private static readonly JsonShape<RateOf<VisitOrigin>> Origin = new(
        "HitRateByOrigin",
        [
            new JsonMember<RateOf<VisitOrigin>>(
                "origin", "drawn 双随机、risk 按风险、complaint 投诉举报、other 其他", "what the visits were made for",
                each => VisitPlanJson.Word(each.Of)),
            .. OfRate.Select(member => member.Within<RateOf<VisitOrigin>>(each => each.Rate)),
        ]);

    private static readonly JsonShape<RateOf<string>> Tier = new(
        "HitRateByTier",
        [
            new JsonMember<RateOf<string>>(
                "tier", "检查前一日的等级；? 为没有", "tier on the day before; ?: none", each => each.Of),
            .. OfRate.Select(member => member.Within<RateOf<string>>(each => each.Rate)),
        ]);

    private static readonly JsonShape<RateOf<RuleName>> Rule = new(
        "HitRateByRule",
        [
            new JsonMember<RateOf<RuleName>>("regime", "制度", "the regime", each => each.Of.Regime),
            new JsonMember<RateOf<RuleName>>("rule", "规则", "the rule", each => each.Of.Name),
            .. OfRate.Select(member => member.Within<RateOf<RuleName>>(each => each.Rate)),
        ]);

    private static readonly JsonShape<Lift> LiftShape = new(
        "EffectLift",
        new("plain", "全随机计划的命中率", "hit rate of a plain random plan", each => Rounded(each.Plain)),
        new("covered", "各层有抽中检查的主体占全部的比例", "share of the objects whose tier has drawn visits",
            each => Rounded(each.Covered)),
        new("times", "提升倍数", "how many times as often", each => Rounded(each.Times)),
        new("low", "95% 区间下限", "lower bound at 95 %", each => Rounded(each.Bounds?.Low)),
        new("high", "95% 区间上限", "upper bound at 95 %", each => Rounded(each.Bounds?.High)));

    private static readonly JsonShape<Earlier> EarlierShape = new(
        "EffectEarlier",
        new("hits", "按风险和投诉发现的违法", "violations found by risk or after complaints",
            each => (long)each.Hits),
        new("wait", "全随机计划平均几天后才到", "days until a plain random plan comes, on average",
            each => Rounded(each.Wait)),
        new("mean", "平均提前天数", "days earlier on average", each => Rounded(each.Mean)),
        new("median", "提前天数的中位数", "median of the days earlier", each => Rounded(each.Median)));

    private static readonly JsonShape<KeyValuePair<string, int>> Count = new(
        "EffectObjects",
        new("tier", "等级；? 为没有", "tier; ?: none", each => each.Key),
        new("objects", "户", "objects", each => (long)each.Value));

    public static readonly JsonShape<InspectionEffect> Shape = new(
        "InspectionEffect",
        new("from", "首日", "first day", each => each.From),
        new("to", "末日", "last day", each => each.To),
        JsonMember.List(
            "objects", "各等级的主体", "objects by tier", (InspectionEffect each) => each.Objects, Count),
        new("all", "全部检查", "all visits", (json, each) => Rate.Write(json, each.All))
        {
            Type = JsonType.ObjectOf(Rate),
        },
        JsonMember.List("byOrigin", "按检查来源", "by origin", (InspectionEffect each) => each.ByOrigin, Origin),
        JsonMember.List("byTier", "按等级", "by tier", (InspectionEffect each) => each.ByTier, Tier),
        JsonMember.List("drawnByTier", "抽中的按等级", "drawn visits by tier",
            (InspectionEffect each) => each.DrawnByTier, Tier),
        JsonMember.List("byRule", "按规则", "by rule", (InspectionEffect each) => each.ByRule, Rule),
        JsonMember.Part("lift", "比全随机计划", "against a plain random plan",
            (InspectionEffect each) => each.Lift, LiftShape, mayBeNull: true),
        JsonMember.Part("earlier", "提前发现", "found earlier",
            (InspectionEffect each) => each.Earlier, EarlierShape, mayBeNull: true));

    /// <summary>An effect as <see cref="Shape"/> wrote it: counts are read, and what follows is reckoned.
    /// </summary>
    public static InspectionEffect Read(ObjectReader of)
    {
        var (from, to) = (of.RequireDate("from") ?? default, of.RequireDate("to") ?? default);
        var objects = of.List("objects").ToDictionary(
            each => each["tier"]?.Text ?? "", each => Whole(each["objects"]), StringComparer.Ordinal);
        var earlier = of.Any("earlier") is { IsNull: false } found
            ? new Earlier(
                Whole(found["hits"]), Number(found["wait"]), Number(found["mean"]), Number(found["median"]))
            : null;
        return InspectionEffect.Of(
            from, to, RateOf(of.Any("all")),
            [
                .. of.List("byOrigin").Select(each => new RateOf<VisitOrigin>(
                    VisitPlanReader.Word<VisitOrigin>(each["origin"]), RateOf(each))),
            ],
            Tiers(of, "byTier"), Tiers(of, "drawnByTier"),
            [
                .. of.List("byRule").Select(each => new RateOf<RuleName>(
                    new RuleName(each["regime"]?.Text ?? "", each["rule"]?.Text ?? ""), RateOf(each))),
            ],
            objects, earlier);
    }

    private static IReadOnlyList<RateOf<string>> Tiers(ObjectReader of, string name) =>
        [.. of.List(name).Select(each => new RateOf<string>(each["tier"]?.Text ?? "", RateOf(each)))];

    private static HitRate RateOf(JsonPiece? piece) => new(Whole(piece?["visits"]), Whole(piece?["hits"]));

    private static int Whole(JsonPiece? piece) => (int)Math.Clamp(piece?.Number ?? 0, 0, int.MaxValue);

    private static double Number(JsonPiece? piece) => (double)(piece?.Number ?? 0);

    private static decimal? Rounded(double? value) =>
        value is { } some ? Math.Round((decimal)some, Digits) : null;
}
