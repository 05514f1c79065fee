using CreditScoring.Documents;
using CreditScoring.Planning;

namespace CreditScoring.Cli.Words;

/// <summary>What is said of plans.</summary>
internal static class PlanPhrases
{
    public static readonly Wording OneCapacity = new(
        "写明能力：--capacity 每单位人日，或 --inspectors 检查人员名录，二者取一",
        "say what units can do: --capacity, person-days of each, or --inspectors, their register; one of "
            + "them");

    public static readonly Wording All = new("合计", "all");

    public static readonly IReadOnlyList<Wording> UnitHeaders =
    [
        new("单位", "UNIT"), new("能力", "CAN DO"), new("已排", "PLANNED"), new("必须", "MUST"),
        new("抽中", "DRAWN"), new("可以", "MAY"), new("未排", "LEFT"), new("遗留分", "POINTS"),
    ];

    public static Wording NotAQuarter(string written) => new(
        $"--quarter 应为 2026Q1 这样的季度，不是“{written}”",
        $"--quarter is such as 2026Q1, not '{written}'");

    public static Wording NoProfile(string name, IEnumerable<string> known) => new(
        $"没有计划办法“{name}”；有 {string.Join('、', known)}",
        $"there is no profile of plans '{name}'; there is {string.Join(", ", known)}");

    public static Wording Heading(Period period, Wording title) => new(
        $"检查计划 {period.From:yyyy-MM-dd} 至 {period.To:yyyy-MM-dd}　{title.Zh}",
        $"Plan of inspections {period.From:yyyy-MM-dd} to {period.To:yyyy-MM-dd}\n{title.En}");

    public static Wording LeftOut(int count) => new(
        $"未排 {count:N0} 次，只计先遇到的理由：",
        $"{count:N0} left out, each by the first rule that it met:");

    public static Wording Of(LeftOutBy by) => by switch
    {
        LeftOutBy.Sandbox => new("沙盒期内，只做指导", "in the sandbox: guided, not inspected"),
        LeftOutBy.HigherCheck => new("上级新近检查过，不重复", "checked lately by a higher authority"),
        LeftOutBy.Decision => new("经办人决定不排", "left out by somebody's decision"),
        LeftOutBy.VisitCap => new("年度入企检查上限已满", "the yearly cap of visits is used up"),
        LeftOutBy.Avoidance => new(
            "回避或请假后人数不足", "too few are left who need not avoid it, or are there"),
        _ => new("能力不足：窗口内各周已排满", "no capacity: the weeks of its days are full"),
    };

    public static Wording Risk(RiskLeft risk, int must, string tiers) => new(
        $"{risk.Visits:N0} 次，其中必须 {must:N0}；等级 {tiers}；共 {risk.Points:0.##} 分；"
            + $"最长逾期 {risk.MostDaysLate} 天",
        $"{risk.Visits:N0}, of them must {must:N0}; tiers {tiers}; {risk.Points:0.##} points; "
            + $"{risk.MostDaysLate} days late at the most");

    public static Wording OtherPeriod(string file, Period period) => new(
        $"{file} 是 {period.From:yyyy-MM-dd} 至 {period.To:yyyy-MM-dd} 的计划，与 --quarter 不是同一季度",
        $"{file} is a plan of {period.From:yyyy-MM-dd} to {period.To:yyyy-MM-dd}, another quarter than "
            + "--quarter");

    public static Wording Changes(int kept, int moved, int added, int dropped) => new(
        $"与原计划相比：不变 {kept:N0} 次，改期改派 {moved:N0} 次，新排 {added:N0} 次，撤下 {dropped:N0} 次",
        $"Beside the plan before: {kept:N0} kept, {moved:N0} moved, {added:N0} added, {dropped:N0} dropped");

    public static readonly IReadOnlyList<Wording> ChangeHeaders =
        [new("企业", "ENTERPRISE"), new("原周", "WAS"), new("现周", "NOW"), new("原因", "WHY")];

    public static Wording Of(PlanChangeReason why) => why switch
    {
        PlanChangeReason.NewMatter => new("新的事由", "something new is asked"),
        PlanChangeReason.RoomFound => new("原能力不足，现可排入", "there is room now"),
        PlanChangeReason.NotMade => new("所排的周已过而未查", "its week passed without it"),
        PlanChangeReason.MadeEarlier => new("已提前检查", "visited before its week"),
        PlanChangeReason.NotAsked => new("事由消失或减少", "less or nothing is asked"),
        PlanChangeReason.Crew => new("检查人员改派", "others make it"),
        PlanChangeReason.Sandbox => new("沙盒期内", "in the sandbox"),
        PlanChangeReason.HigherCheck => new("上级新近已查", "checked by a higher authority"),
        PlanChangeReason.VisitCap => new("年度上限已满", "yearly cap used up"),
        _ => new("让位于更要紧的，或能力减少", "gave way, or less can be done"),
    };

    public static Wording Joint(int matters, int visits) => new(
        $"联合检查：{matters:N0} 项并成 {visits:N0} 次，少入户 {matters - visits:N0} 次",
        $"joint visits: {matters:N0} matters in {visits:N0}, {matters - visits:N0} visits fewer");
}
