using CreditScoring.Documents;

namespace CreditScoring.Service.Governance;

/// <summary>Why something cannot be entered into the gazette.</summary>
/// <param name="Code">Does not change.</param>
public sealed record GazetteFault(string Code, Wording What, Wording Mend)
{
    public static GazetteFault Unknown { get; } = new(
        "proposal-unknown", new("没有此件规则草案", "there is no such proposal"),
        new("见 /v1/proposals", "see /v1/proposals"));

    public static GazetteFault Known { get; } = new(
        "proposal-known", new("已有此编号的草案", "there is a proposal of this id already"),
        new("另取编号", "take another id"));

    public static GazetteFault WrongState(ProposalState state) => new(
        "proposal-state",
        new($"该草案现为「{ProposalWords.Of(state).Zh}」，不能这样办理",
            $"the proposal is {ProposalWords.Of(state).En}; this cannot be done with it now"),
        new("先看其现状", "look at how it stands first"));

    public static GazetteFault OtherState(ProposalState state) => new(
        "proposal-moved",
        new($"打开此页后，该草案已成为「{ProposalWords.Of(state).Zh}」；保存会使其退回草案",
            $"it is {ProposalWords.Of(state).En} since this page was opened: kept, it is a draft again"),
        new("看清现状，仍要修改就再保存一次", "look at how it stands; keep it once more to change it all the same"));

    public static GazetteFault OtherContent { get; } = new(
        "content-differs",
        new("草案内容已变，与所给哈希不同", "the content is not the one whose hash was given: it was changed"),
        new("重新查看差异，再按新的哈希办理", "look at the difference again, and name the new hash"));

    public static GazetteFault SamePerson { get; } = new(
        "second-person",
        new("起草人不得批准自己的草案", "another person approves; nobody approves what he wrote"),
        new("请未参与起草的审批人批准", "ask an approver who wrote nothing of it"));

    public static GazetteFault NobodyKnown { get; } = new(
        "person-unknown",
        new("起草或办理时未登录，不能认定是两个人",
            "who wrote it or who asks did not sign in: that these are two persons is not known"),
        new("登录后起草，由另一人登录后批准", "sign in to write it, and let another person sign in to approve"));

    public static GazetteFault NoApprover { get; } = new(
        "approver-wanted", new("登记中没有审批人的角色", "the register does not have this person as an approver"),
        new("由管理员授予并由另一名管理员确认", "an admin gives the role, and another one confirms it"));

    public static GazetteFault NotOwn { get; } = new(
        "author-wanted", new("只有起草人可以撤回", "only who wrote it withdraws it"),
        new("不同意的审批人可以退回", "an approver who does not agree can return it"));

    public static GazetteFault Moved { get; } = new(
        "law-moved",
        new("现行（或待施行）的规则已不是起草时的规则", "the law in force, or about to be, is not the one it was written upon"),
        new("在现行规则上重新起草并送审", "draft it again upon the law in force, and propose it"));

    public static GazetteFault Unchanged { get; } = new(
        "law-unchanged", new("与现行（或待施行）的规则完全相同", "it is the same as the law in force, or about to be"),
        new("修改后再提交", "change something first"));

    public static GazetteFault DayPassed { get; } = new(
        "day-passed", new("施行日已过，或早于已公布的施行日", "the day has passed, "
            + "or is before that of what is published already"),
        new("改用今日或以后的日期", "name today or a later day"));

    public static GazetteFault NotFormer { get; } = new(
        "law-never-in-force", new("该规则从未施行，不能恢复",
            "this law was never in force: there is nothing to go back to"),
        new("可恢复的见 /v1/proposals", "see /v1/proposals for what was"));

    public static GazetteFault NoWords { get; } = new(
        "words-wanted", new("没有写明，或文字过长", "nothing is said, or too much"),
        new("标题至多 200 字，理由和意见至多 2000 字",
            "a title has 200 characters at the most, a reason or a remark 2,000"));

    public static GazetteFault Unreadable { get; } = new(
        "law-unreadable", new("该规则有错误，不能评定", "the law has errors: nobody can be judged by it"),
        new("错误见差异一节", "see its difference"));

    public static GazetteFault NothingBefore { get; } = new(
        "law-first", new("此前没有规则，无可比较", "there was no law before: nothing to compare with"),
        new("首次施行无须回测", "the first law needs no back-test"));

    public static GazetteFault BacktestRuns { get; } = new(
        "backtest-runs", new("回测正在进行", "a back-test is running"),
        new("等待其完成，或先取消", "wait for it, or cancel it"));

    public static GazetteFault NoBacktest { get; } = new(
        "backtest-unknown", new("没有这样的回测", "there is no such back-test"),
        new("见草案的回测", "see the back-test of the proposal"));

    public static GazetteFault BacktestPeriod { get; } = new(
        "backtest-period",
        new("回测期间须在今日以前，首日不晚于末日，至多十年",
            "the period of a back-test has passed, begins before it ends, and has ten years at the most"),
        new("改用别的首日或末日", "name another first or last day"));

    public static GazetteFault BacktestWanted { get; } = new(
        "backtest-wanted",
        new("批准前须对全部主体完成回测", "everybody has to be judged by it first: the back-test is not done"),
        new("开始回测，或等待其完成", "begin it, or wait until it is done"));

    public static GazetteFault BacktestUnread { get; } = new(
        "backtest-unread",
        new("等级变动的主体超过规定比例，批准人须先查看回测并确认",
            "it moves more than the stated share of subjects: who approves has to open the back-test first"),
        new("查看回测，确认已阅", "open it, and say that it was read"));

    public static GazetteFault ShadowRuns { get; } = new(
        "shadow-runs", new("影子运行正在进行", "a shadow of it is running"),
        new("先停止，或等待期满", "stop it first, or wait for its end"));

    public static GazetteFault NoShadow { get; } = new(
        "shadow-unknown", new("没有这样的影子运行", "there is no such shadow"),
        new("见草案的影子运行", "see the shadow of the proposal"));

    public static GazetteFault ShadowDays { get; } = new(
        "shadow-days",
        new($"影子运行须为 1 至 {Shadow.MostDays} 日", $"a shadow runs from 1 to {Shadow.MostDays} days"),
        new("写明天数", "say how many"));

    public static GazetteFault ShadowBase { get; } = new(
        "shadow-base",
        new("草案不是在现行规则上起草的，不能与现行规则并行",
            "it is not written upon the law in force, beside which it would run"),
        new("待其基准施行后开始，或在现行规则上重新起草",
            "begin when the law that it is written upon is in force, or draft it again upon this one"));

    public static GazetteFault ShadowPerson { get; } = new(
        "shadow-person",
        new("只有起草人或审批人可以开始或停止影子运行",
            "only who wrote it, or an approver, begins or stops its shadow"),
        new("请起草人或审批人办理", "ask one of them"));

    public static GazetteFault FolderTrusted { get; } = new(
        "folder-trusted",
        new("本服务直接采用规则文件夹（Rules:TrustFolder），不按公布施行",
            "this service takes its rules folder as it is (Rules:TrustFolder): to publish has no effect"),
        new("关闭该设置并重新启动后办理", "start it without that setting"));
}

/// <summary>How states of proposals are called.</summary>
public static class ProposalWords
{
    private static readonly Dictionary<ProposalState, (string Code, Wording Words)> All = new()
    {
        [ProposalState.Draft] = ("draft", new("草案", "a draft")),
        [ProposalState.Proposed] = ("proposed", new("送审", "proposed")),
        [ProposalState.Approved] = ("approved", new("已批准", "approved")),
        [ProposalState.Scheduled] = ("scheduled", new("待施行", "scheduled")),
        [ProposalState.InForce] = ("in-force", new("施行中", "in force")),
        [ProposalState.Retired] = ("retired", new("已失效", "retired")),
        [ProposalState.Withdrawn] = ("withdrawn", new("已撤回", "withdrawn")),
    };

    public static IReadOnlyList<string> Codes { get; } = [.. All.Values.Select(each => each.Code)];

    public static Wording Of(ProposalState state) => All[state].Words;

    public static string CodeOf(ProposalState state) => All[state].Code;

    public static string CodeOf(ProposalKind kind) => kind switch
    {
        ProposalKind.Rollback => "rollback",
        ProposalKind.CarriedOver => "carried-over",
        _ => "change",
    };
}
