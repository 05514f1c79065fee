using CreditScoring.Documents;

namespace CreditScoring.Cli.Words;

/// <summary>What the verbs say by which two persons change the law of a live service.</summary>
internal static class LawPhrases
{
    public static readonly Wording OnOrAt = new(
        "请写 --on（记入规则包的 published.json）或 --at（公布运行中的服务已批准的草案）之一",
        "name --on, to record a pack's publication, or --at, to publish what was approved at a live service");

    public static readonly Wording BothDays = new(
        "期间回测须同时写 --from 和 --to", "a past period takes both --from and --to");

    public static Wording OtherContent(string now) => new(
        $"内容现为 {now}，与 --content 不符；请先看 credit proposals 所列差异",
        $"the content is {now} now, which is not the --content given; see credit proposals first");

    public static Wording ProposalState(string? code) => code switch
    {
        "draft" => new("草案", "a draft"),
        "proposed" => new("送审", "proposed"),
        "approved" => new("已批准", "approved"),
        "scheduled" => new("待施行", "scheduled"),
        "in-force" => new("施行中", "in force"),
        "retired" => new("已失效", "retired"),
        _ => new("已撤回", "withdrawn"),
    };

    public static Wording From(string day) => new($"自 {day} 起", $"from {day} on");

    public static Wording CasesRun(long run, int failed) =>
        new($"算例 {run} 个，不符 {failed} 个", $"{run} worked examples, {failed} failed");

    public static Wording Judged(long subjects) =>
        new($"已评定约 {subjects:N0} 个主体", $"about {subjects:N0} judged");

    public static Wording Tested(string day, long subjects, long moved) => new(
        $"{day}：评定 {subjects:N0} 个主体，{moved:N0} 个等级变动", $"{day}: {subjects:N0} subjects, {moved:N0} moved");

    public static Wording BeforeTheDay(long subjects) => new(
        $"施行日之前已有 {subjects:N0} 个主体变动：请报告此错误",
        $"{subjects:N0} would be moved before it can be in force: report this fault");

    public static Wording ShadowState(string? code) => code switch
    {
        "running" => new("进行中", "running"),
        "ended" => new("已期满", "ended"),
        "stopped" => new("已停止", "stopped"),
        _ => new("草案已不再待办，或现行规则已变", "overtaken: the proposal is decided, or another law is in force"),
    };

    public static Wording Shadowed(string state, string from, string until) => new(
        $"影子运行 {from} 至 {until}：{state}", $"shadow from {from} to {until}: {state}");

    public static Wording ShadowCounts(long subjects, long moved, long points, long behind) => new(
        $"并行评定 {subjects:N0} 个，等级不同 {moved:N0} 个，仅记分不同 {points:N0} 个；尚未跟上 {behind:N0} 项",
        $"{subjects:N0} judged, {moved:N0} with another tier, {points:N0} with other points alone; "
            + $"{behind:N0} changes behind");
}
