using CreditScoring.Documents;
using CreditScoring.Effects;
using CreditScoring.Enterprises;
using CreditScoring.Planning;
using CreditScoring.Service.Planning;

namespace CreditScoring.Service.Dashboard;

/// <summary>The words of plans for people.</summary>
internal static class PlanWords
{
    public static Wording Of(PlanState state) => state switch
    {
        PlanState.Proposed => new("待另一人批准", "awaits another person"),
        PlanState.Approved => new("已批准", "approved"),
        PlanState.Published => new("已公布执行", "published, in force"),
        PlanState.Refused => new("已退回", "refused"),
        _ => new("已撤回", "withdrawn"),
    };

    public static Wording Of(VisitClass of) => of switch
    {
        VisitClass.Must => new("必须", "must"),
        VisitClass.Drawn => new("抽中", "drawn"),
        _ => new("可以", "may"),
    };

    /// <summary>What a list is kept to, as <see cref="PlanShown.All"/> names it.</summary>
    public static Wording OfShown(string show) => show switch
    {
        "must" => Of(VisitClass.Must),
        "drawn" => Of(VisitClass.Drawn),
        "may" => Of(VisitClass.May),
        PlanShown.Left => new("未排", "left out"),
        PlanShown.Late => DrawWords.Of(VisitState.Late),
        PlanShown.Unpublished => DrawWords.Of(VisitState.Unpublished),
        _ => DrawWords.Of(VisitState.PublicationLate),
    };

    public static Wording Of(Cause cause) => cause switch
    {
        Cause.Triggered => new("投诉或事故待查", "a complaint or accident"),
        Cause.KeySupervision => new("重点监管", "key supervision"),
        Cause.Overdue => new("逾期", "overdue"),
        Cause.Must => new("窗口内必须检查", "must be inspected in its window"),
        Cause.Drawn => new("双随机抽中", "drawn at random"),
        _ => new("窗口已开", "its window is open"),
    };

    public static Wording Of(VisitOrigin origin) => origin switch
    {
        VisitOrigin.Drawn => new("双随机抽中", "drawn at random"),
        VisitOrigin.Risk => new("按风险（重点监管、后处理跟踪）", "by risk (key supervision, follow-up)"),
        VisitOrigin.Complaint => new("投诉举报", "complaints"),
        _ => new("其他（专项等）", "other (campaigns and such)"),
    };

    public static Wording Of(LeftOutBy by) => by switch
    {
        LeftOutBy.Sandbox => new("沙盒期内", "in the sandbox"),
        LeftOutBy.HigherCheck => new("上级新近已查", "checked lately by a higher authority"),
        LeftOutBy.VisitCap => new("年度上限已满", "yearly cap used up"),
        LeftOutBy.Avoidance => new("回避或请假后人数不足", "too few are left who need not avoid it"),
        LeftOutBy.Decision => new("经办人决定不排", "left out by decision"),
        _ => new("能力不足", "no capacity"),
    };

    public static Wording HelpOf(LeftOutBy by) => by switch
    {
        LeftOutBy.Sandbox => new("只做指导，不做检查", "guided, not inspected"),
        LeftOutBy.HigherCheck => new("下级不重复检查", "not repeated by a lower one"),
        LeftOutBy.VisitCap => new("今年入户已达上限", "the visits of the year are made"),
        LeftOutBy.Avoidance => new("请上级指定其他单位检查", "a higher authority names another unit"),
        LeftOutBy.Decision => new("理由见改动记录", "the reason stands with the edits"),
        _ => new("按约束力、单位人日的价值排到能力为止",
            "by how binding, then by worth for a person-day, as far as it goes"),
    };

    public static Wording Of(PlanChangeReason why) => why switch
    {
        PlanChangeReason.NewMatter => new("新的事由", "something new is asked"),
        PlanChangeReason.RoomFound => new("原能力不足，现可排入", "there is room now"),
        PlanChangeReason.NotMade => new("所排的周已过而未查", "its week has passed without the visit"),
        PlanChangeReason.MadeEarlier => new("已提前检查", "visited before its week"),
        PlanChangeReason.NotAsked => new("事由消失或减少", "less is asked of it, or nothing"),
        PlanChangeReason.Crew => new("检查人员改派（回避、请假或替换）", "others make it (avoidance, absence)"),
        PlanChangeReason.Sandbox => Of(LeftOutBy.Sandbox),
        PlanChangeReason.HigherCheck => Of(LeftOutBy.HigherCheck),
        PlanChangeReason.VisitCap => Of(LeftOutBy.VisitCap),
        _ => new("让位于更要紧的，或该周能力减少", "gave way to what is more binding, or its unit can do less"),
    };

    /// <summary>A unit or region by its name, as far as it has one.</summary>
    public static Wording OfRegion(string digits) =>
        digits.Length == 0 ? new("全部", "all") : Divisions.Told(digits);

    /// <summary>2026年第一季度.</summary>
    public static Wording Of(Period period)
    {
        var quarter = (period.From.Month + 2) / 3;
        return new(
            $"{period.From.Year} 年第{"一二三四"[quarter - 1]}季度", $"Quarter {quarter} of {period.From.Year}");
    }
}
