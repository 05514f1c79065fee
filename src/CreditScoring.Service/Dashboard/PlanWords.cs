using CreditScoring.Documents;
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

    public static Wording Of(Cause cause) => cause switch
    {
        Cause.Triggered => new("投诉或事故待查", "a complaint or accident"),
        Cause.KeySupervision => new("重点监管", "key supervision"),
        Cause.Overdue => new("逾期", "overdue"),
        Cause.Must => new("窗口内必须检查", "must be inspected in its window"),
        Cause.Drawn => new("双随机抽中", "drawn at random"),
        _ => new("窗口已开", "its window is open"),
    };

    public static Wording Of(LeftOutBy by) => by switch
    {
        LeftOutBy.Sandbox => new("沙盒期内", "in the sandbox"),
        LeftOutBy.HigherCheck => new("上级新近已查", "checked lately by a higher authority"),
        LeftOutBy.VisitCap => new("年度上限已满", "yearly cap used up"),
        LeftOutBy.Decision => new("经办人决定不排", "left out by decision"),
        _ => new("能力不足", "no capacity"),
    };

    public static Wording HelpOf(LeftOutBy by) => by switch
    {
        LeftOutBy.Sandbox => new("只做指导，不做检查", "guided, not inspected"),
        LeftOutBy.HigherCheck => new("下级不重复检查", "not repeated by a lower one"),
        LeftOutBy.VisitCap => new("今年入户已达上限", "the visits of the year are made"),
        LeftOutBy.Decision => new("理由见改动记录", "the reason stands with the edits"),
        _ => new("按约束力、单位人日的价值排到能力为止",
            "by how binding, then by worth for a person-day, as far as it goes"),
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
