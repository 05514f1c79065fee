using CreditScoring.Documents;

namespace CreditScoring.Service.Corrections;

/// <summary>Why a correction is not proposed, or not decided so.</summary>
/// <param name="Code">Does not change.</param>
public sealed record CorrectionFault(string Code, Wording What, Wording Mend)
{
    public static CorrectionFault Unknown { get; } = new(
        "correction-unknown", new("没有此件更正", "there is no such correction"),
        new("从更正列表进入", "see the list of corrections"));

    public static CorrectionFault EventUnknown { get; } = new(
        "event-unknown", new("档案中没有此事件", "the file has no such event"),
        new("从企业页面的事件进入", "begin at an event on the page of the enterprise"));

    public static CorrectionFault KindUnfit { get; } = new(
        "correction-unfit", new("此事件不能这样更正", "this event cannot be corrected so"),
        new("选用所列的更正方式", "choose one of those that are listed"));

    public static CorrectionFault NoReason { get; } = new(
        "reason-wanted", new("没有写明理由", "no reason is given"),
        new("写明理由，至多 500 字", "say why, in 500 characters at the most"));

    public static CorrectionFault Damaged { get; } = new(
        "text-damaged", new("所填文字含有损坏的字符", "what was written has damaged characters"),
        new("重新输入，不要粘贴特殊字符", "type it again, without control characters"));

    public static CorrectionFault SamePerson { get; } = new(
        "second-person",
        new("更正须由另一人确认，提出人不得自己确认", "another person confirms; nobody confirms his own"),
        new("请另一名更正员确认；不再需要的可以撤回",
            "ask another corrector; what is not wanted any more can be withdrawn"));

    public static CorrectionFault NobodyKnown { get; } = new(
        "proposer-unknown",
        new("提出时无须登录，不知何人提出，不能认定确认人是另一人",
            "it was proposed where nobody had to sign in: that who confirms is another person is not known"),
        new("登录后重新提出，由另一人确认", "sign in and propose it again, for another person to confirm"));

    public static CorrectionFault NotOwn { get; } = new(
        "proposer-wanted", new("只有提出人可以撤回", "only who proposed it withdraws it"),
        new("不同意的可以拒绝并写明理由", "who does not agree can refuse it, and say why"));

    public static CorrectionFault Own { get; } = new(
        "proposer-withdraws", new("提出人不拒绝自己的更正", "nobody refuses his own"),
        new("改为撤回", "withdraw it"));

    public static CorrectionFault Settled { get; } = new(
        "correction-settled", new("此件更正已有结果", "this correction was decided before"),
        new("见下面的结果；仍须更正的重新提出", "see below how; propose another one if need be"));

    public static CorrectionFault OtherRegions { get; } = new(
        "region-beyond",
        new("此事件还涉及其他地域的主体", "the event concerns subjects of other regions as well"),
        new("由对其全部主体有权限的更正员办理", "let a corrector who is competent for all of them do it"));

    public static CorrectionFault Busy { get; } = new(
        "correction-busy", new("有人正在办理此件更正", "somebody is deciding this correction right now"),
        new("稍后再看结果", "look again in a moment"));
}
