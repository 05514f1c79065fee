using CreditScoring.Documents;

namespace CreditScoring.Service.Planning;

/// <summary>Why a plan is not proposed, edited or decided so.</summary>
/// <param name="Code">Does not change.</param>
public sealed record PlanFault(string Code, Wording What, Wording Mend)
{
    public static PlanFault Unknown { get; } = new(
        "plan-unknown", new("没有此计划", "there is no such plan"), new("从计划列表进入", "see the list of plans"));

    public static PlanFault NoReason { get; } = new(
        "reason-wanted", new("没有写明理由", "no reason is given"),
        new("写明理由，至多 500 字", "say why, in 500 characters at the most"));

    public static PlanFault NoProfile { get; } = new(
        "plan-profile-unknown", new("没有此编制计划办法", "there is no such profile of plans"),
        new("选规则文件夹 plans/ 中有的", "choose one of the folder plans/ of the rules"));

    public static PlanFault TooMany(int most) => new(
        "plan-too-large", new($"主体超过 {most:N0} 户", $"there are more than {most:N0} subjects"),
        new("按地域分别编制", "plan by region"));

    public static PlanFault NoInspectors { get; } = new(
        "inspectors-wanted",
        new("没有检查人员名录，能力无从算起", "there is no register of inspectors to reckon capacity from"),
        new("写明每单位人日，或先录入名录", "say person-days of each unit, or enter the register first"));

    public static PlanFault PeriodPast { get; } = new(
        "plan-period-past", new("该季度已经过去", "that quarter has passed"),
        new("选本季度或以后的季度", "choose this quarter or a later one"));

    public static PlanFault NoPeriod(int most) => new(
        "effect-period", new("时段不对", "that is no period"),
        new($"首日在前，末日不晚于今日，至多 {most} 天",
            $"the first day first, the last not after today, {most} days at the most"));

    public static PlanFault SamePerson { get; } = new(
        "second-person", new("计划须由另一人批准，提出或改动过的人不得批准",
            "another person approves; nobody approves what he has proposed or edited"),
        new("请另一名审批人批准", "ask another approver"));

    public static PlanFault NobodyKnown { get; } = new(
        "proposer-unknown",
        new("提出或改动时无须登录，不能认定批准人是另一人",
            "it was made where nobody had to sign in: that who approves is another person is not known"),
        new("登录后重新提出", "sign in and propose it again"));

    public static PlanFault NotOwn { get; } = new(
        "proposer-wanted", new("只有提出人可以撤回", "only who proposed it withdraws it"),
        new("不同意的可以退回并写明理由", "who does not agree can refuse it, and say why"));

    public static PlanFault NotNow { get; } = new(
        "plan-state", new("计划现在的状态不能这样办理", "this cannot be done with the plan as it stands"),
        new("看下面的办理经过", "see below what was decided"));

    public static PlanFault Changed { get; } = new(
        "plan-changed", new("打开页面之后计划有改动", "the plan was edited since the page was opened"),
        new("看过改动再批准", "look at what was changed, and approve then"));

    public static PlanFault Unchanged { get; } = new(
        "plan-unchanged", new("按今日所知，计划无须改动", "by what is known today, nothing has to change"),
        new("有新的事件之后再重排", "plan anew once there are new events"));

    public static PlanFault NoVisit { get; } = new(
        "visit-unknown", new("计划中没有这样的检查", "the plan has no such visit"),
        new("从逐户的列表进入", "begin at a line of the list"));

    /// <summary>The register of inspectors has changed since somebody was assigned.</summary>
    public static PlanFault Unsound(int visits) => new(
        "plan-crew-unsound",
        new($"有 {visits} 次检查所派的人现须回避、请假或已不在名录",
            $"of {visits} visits somebody who is to make them must avoid the object by now, is away or is "
                + "registered no more"),
        new("未公布的：把这些户改为不排再排入，即另行派人；或撤回重新编制。已公布的：重排",
            "before publication leave them out and put them in again, which assigns others, or withdraw it "
                + "and plan anew; after it make it anew"));

    /// <summary>Too few may make a visit in the week that somebody chose for it.</summary>
    /// <param name="week">From 0.</param>
    /// <param name="free">So many of its unit need not avoid the object.</param>
    /// <param name="weeks">In which it could be made, from 0.</param>
    public static PlanFault NoCrew(int week, int free, IReadOnlyList<int> weeks)
    {
        var told = weeks.Select(each => each + 1).ToList();
        return new(
            "plan-crew",
            new(
                $"第 {week + 1} 周派不出足够的检查人员：本单位无须回避的有 {free} 名，该周在岗的不足",
                $"too few can go there in week {week + 1}: {free} of the unit need not avoid it, and too "
                    + "few of them are there in that week"),
            told.Count == 0
                ? new("各周都派不出：请上级指定其他单位检查",
                    "in no week can enough go: have a higher authority name another unit")
                : new($"可以排入第 {string.Join('、', told)} 周，或请上级指定其他单位检查",
                    $"weeks {string.Join(", ", told)} would do; or have a higher authority name another "
                        + "unit"));
    }

    public static PlanFault Busy { get; } = new(
        "plan-busy", new("有人正在办理此计划", "somebody is deciding on this plan right now"),
        new("稍后再看结果", "look again in a moment"));
}
