using CreditScoring.Documents;
using CreditScoring.Law;
using CreditScoring.Law.Expressions;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>Why a subject has no tier: the reasons a standing can carry.</summary>
public static class StandingFlaws
{
    public static Flaw NoPack(Regime regime, DateOnly day) => new(
        "no-pack-in-force", Place.Whole($"{regime.Name}/"),
        new Wording(
            $"{day:yyyy-MM-dd} 没有施行中的 {regime.Name} 规则包",
            $"no pack of {regime.Name} is in force on {day:yyyy-MM-dd}"),
        new Wording("查询施行期内的日期", "ask for a day on which one is in force"));

    public static Flaw DoesNotApply(RulePack pack, Scene scene) => new(
        "does-not-apply", pack.Manifest.Place,
        new Wording(
            $"{scene.Day:yyyy-MM-dd} 该主体不适用 {pack.Regime}",
            $"{pack.Regime} does not apply to the subject on {scene.Day:yyyy-MM-dd}"),
        new Wording("核对主体信息与 appliesTo", "check the subject's profile and appliesTo"));

    /// <summary>Why the last day of a duty is not told; the standing is not judged by it.</summary>
    public static Flaw DueUnknown(CannotBeJudged why) => new(
        "cannot-be-judged", why.Place,
        new Wording($"期限的最后一日尚不能确定：{why.Reason.Zh}", $"the last day cannot be said yet: {why.Reason.En}"),
        new Wording("在 calendars/ 中补上该年的工作日", "add the year's working days to calendars/"));

    public static Flaw CannotJudge(CannotBeJudged why, DateOnly day) => new(
        "cannot-be-judged", why.Place,
        new Wording($"{day:yyyy-MM-dd} 无法判断：{why.Reason.Zh}", $"cannot be judged on {day:yyyy-MM-dd}: {why.Reason.En}"),
        new Wording("补正事件或规则后重新评定", "mend the event or the rule; the standing follows"));
}
