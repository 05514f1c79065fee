using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
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

    public static Flaw DoesNotApply(RulePack pack, DateOnly day) => new(
        "does-not-apply", pack.Manifest.Place,
        new Wording(
            $"{day:yyyy-MM-dd} 该主体不适用 {pack.Regime}",
            $"{pack.Regime} does not apply to the subject on {day:yyyy-MM-dd}"),
        new Wording("核对主体信息与 appliesTo", "check the subject's profile and appliesTo"));

    /// <summary>Why the last day of a duty is not told; the standing is not judged by it.</summary>
    public static Flaw DueUnknown(CannotBeJudged why) => new(
        "cannot-be-judged", why.Place,
        new Wording($"期限的最后一日尚不能确定：{why.Reason.Zh}", $"the last day cannot be said yet: {why.Reason.En}"),
        AddTheYear);

    /// <summary>Why its first day is not told.</summary>
    public static Flaw OpensUnknown(CannotBeJudged why) => new(
        "cannot-be-judged", why.Place,
        new Wording($"期限的首日尚不能确定：{why.Reason.Zh}", $"the first day cannot be said yet: {why.Reason.En}"),
        AddTheYear);

    /// <summary>Why a day of a duty is not told; null: all are.</summary>
    public static Flaw? WindowUnknown(Duty duty) => duty.DueUnknown is { } due ? DueUnknown(due)
        : duty.OpensUnknown is { } opens ? OpensUnknown(opens) : null;

    public static Flaw CannotJudge(CannotBeJudged why, DateOnly day) => why.IsOverBudget
        ? TooManySteps(why, day) : why.EnginesDiffer ? EnginesDiffer(why, day) : Unanswered(why, day);

    private static Flaw EnginesDiffer(CannotBeJudged why, DateOnly day) => new(
        "engines-differ", why.Place,
        new Wording($"{day:yyyy-MM-dd} 无法判断：{why.Reason.Zh}",
            $"cannot be judged on {day:yyyy-MM-dd}: {why.Reason.En}"),
        new Wording(
            "报告这条规则文本和两个结果；查明之前不评定",
            "report the text and both answers; nobody is judged by it until it is explained"));

    private static Flaw TooManySteps(CannotBeJudged why, DateOnly day) => new(
        "too-many-steps", why.Place,
        new Wording(
            $"{day:yyyy-MM-dd} 无法判断：评定这份档案的步数超过上限，用尽时正在评定此处的规则",
            $"cannot be judged on {day:yyyy-MM-dd}: the file takes more steps than one may cost; they were "
                + "spent at this rule"),
        new Wording(
            "改写规则，不要为每个事件再逐个看一遍全部事件；或者核对档案里是否有不该有的大量事件",
            "rewrite the rule so that it does not look through all events for each event, "
            + "or check whether the file holds events that it should not"));

    private static Flaw Unanswered(CannotBeJudged why, DateOnly day) => new(
        "cannot-be-judged", why.Place,
        new Wording($"{day:yyyy-MM-dd} 无法判断：{why.Reason.Zh}",
            $"cannot be judged on {day:yyyy-MM-dd}: {why.Reason.En}"),
        why.IsOfTheCalendar ? AddTheYear
            : new Wording("补正事件或规则后重新评定", "mend the event or the rule; the standing follows"));

    /// <summary>Asked where it is used: whoever reads it can do no more than that.</summary>
    private static Wording AddTheYear => new(
        "该年放假安排公布后，在 calendars/ 中补上该年的工作日",
        "add the year's working days to calendars/ once the notice on its holidays is out");
}
