using CreditScoring.Documents;
using CreditScoring.Draws.Proofs;

namespace CreditScoring.Service.RandomDraws;

/// <summary>Why a draw is not prepared, announced, made or changed so.</summary>
/// <param name="Code">Does not change.</param>
public sealed record DrawFault(string Code, Wording What, Wording Mend)
{
    public static DrawFault Unknown { get; } = new(
        "draw-unknown", new("没有此次抽取", "there is no such draw"), new("从抽取列表进入", "see the list of draws"));

    public static DrawFault NumberTaken { get; } = new(
        "draw-number-taken", new("此文号已经用过", "that number is taken"),
        new("按顺序用下一个文号", "take the next number in order"));

    public static DrawFault NoInspectors { get; } = new(
        "inspectors-wanted", new("没有检查人员名录", "there is no register of inspectors"),
        new("先录入名录；只抽对象的不写检查期间", "enter the register first; without days of visits objects alone are drawn"));

    public static DrawFault VisitsPast { get; } = new(
        "visits-past", new("检查期间的首日在末日之后，或者已经过去", "the days of the visits run backwards or have passed"),
        new("写今日以后的首日和末日", "write a first and a last day from today on"));

    public static DrawFault Empty { get; } = new(
        "draw-list-empty", new("按此地域和制度没有可以列入的主体", "nobody of that region stands in that regime"),
        new("换一个地域或制度", "choose another region or regime"));

    public static DrawFault SamePerson { get; } = new(
        "second-person", new("公告须由另一人作出，编制名单的人不得公告", "another person than who froze the list announces"),
        new("请另一名审批人公告", "ask another approver"));

    public static DrawFault NobodyKnown { get; } = new(
        "proposer-unknown",
        new("编制名单时无须登录，不能认定公告人是另一人",
            "the list was frozen where nobody had to sign in: that this is another person is not known"),
        new("登录后重新编制", "sign in and prepare it again"));

    public static DrawFault NotNow { get; } = new(
        "draw-state", new("此次抽取现在的状态不能这样办理", "this cannot be done with the draw as it stands"),
        new("看下面的办理经过", "see below what was done"));

    public static DrawFault NoReason { get; } = new(
        "reason-wanted", new("没有写明理由", "no reason is given"),
        new("写明理由，至多 300 字", "say why, in 300 characters at the most"));

    public static DrawFault PublicUnknown { get; } = new(
        "public-value-unknown", new("没有这种公开值", "there is no such public value"),
        new("写 none、drand:quicknet、lottery:号码个数、index:小数位数 或 typed，并写名称和时刻",
            "none, drand:quicknet, lottery:NUMBERS, index:DECIMALS or typed, with its name and time"));

    public static DrawFault PublicTooEarly { get; } = new(
        "public-value-too-early", new("公开值要在公布之后产生", "the public value comes after the publication"),
        new("写一个将来的时刻", "name a time to come"));

    public static DrawFault SecretLost { get; } = new(
        "secret-lost",
        new("密数打不开：记录恢复时没有封存它的密钥", "the secret cannot be opened: the keys that sealed it are not there"),
        new("撤销此次抽取，以新的文号另行公告", "withdraw this draw and announce another under a new number"));

    public static DrawFault Busy { get; } = new(
        "draw-busy", new("有人正在办理抽取", "somebody is at a draw right now"),
        new("稍后再看结果", "look again in a moment"));

    public static DrawFault NoProfile(IEnumerable<string> known) => new(
        "draw-profile-unknown", new("没有此抽取办法", "there is no such profile of draws"),
        new($"现有：{string.Join('、', known)}", $"there are: {string.Join(", ", known)}"));

    public static DrawFault NoShare(string stratum) => new(
        "share-missing",
        new($"今日没有 {stratum} 层的抽查比例", $"no share of the stratum {stratum} is in force today"),
        new("看抽取办法所依的规则包", "see the pack of the profile"));

    public static DrawFault TooMany(int most) => new(
        "draw-too-large", new($"主体超过 {most:N0} 户", $"there are more than {most:N0} subjects"),
        new("按地域分别抽取", "draw by region"));

    public static DrawFault NotYet(DateTimeOffset at) => new(
        "public-value-awaited",
        new($"公开值 {AnnouncementJson.Written(at)} 产生，在此之前不能抽取",
            $"the public value is there from {AnnouncementJson.Written(at)}; nobody can draw before"),
        new("到时再抽", "draw then"));

    /// <summary>A text of a draw, or its public value, that has a flaw.</summary>
    public static DrawFault Of(string field, Wording flaw) => new(
        "draw-text-invalid", new($"{field}：{flaw.Zh}", $"{field}: {flaw.En}"),
        new("改正此项", "put it right"));

    public static DrawFault Of(Flaw flaw) => new(
        flaw.Name,
        new($"名单第 {flaw.Place.Line} 行：{flaw.What.Zh}", $"line {flaw.Place.Line} of the list: {flaw.What.En}"),
        flaw.Mend);

    /// <summary>Why there is no replacement.</summary>
    public static DrawFault NoReplacement(Wording why) => new(
        "no-replacement", why, new("从抽中名单的一行进入", "begin at a line of those drawn"));
}
