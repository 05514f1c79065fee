using CreditScoring.Documents;

namespace CreditScoring.Cli.Words;

/// <summary>What <c>credit</c> says, in both languages side by side; flaws bring their own words.</summary>
internal static partial class Phrases
{
    public static readonly Wording ExitCodes = new(
        "退出码：0 完成；1 有发现；2 用法有误；3 程序自身出错；130 被 Ctrl-C 停止。",
        "Exit codes: 0 done, 1 findings, 2 wrong use, 3 a fault of the program, 130 stopped by Ctrl-C.");

    public static readonly Wording NoCase = new("没有可运行的算例", "there is no case to run");

    public static readonly Wording Open = new("至今", "open");

    public static readonly Wording NoWitness = new(
        "没有找到结果不同的企业", "no enterprise found that would stand otherwise");

    public static readonly Wording ForExample = new("例如", "for example");

    public static readonly Wording Added = new("新增", "added");

    public static readonly Wording Removed = new("删去", "removed");

    public static readonly IReadOnlyList<Wording> StandingHeaders =
    [
        new("主体", "SUBJECT"), new("制度", "REGIME"), new("记分", "POINTS"), new("等级", "TIER"),
        new("每年", "A YEAR"), new("开始", "OPENS"), new("截止", "DUE"), new("变化于", "CHANGES ON"),
    ];

    public static Wording Severity(Severity severity) => severity switch
    {
        Documents.Severity.Error => new("错误", "error"),
        Documents.Severity.Warning => new("警告", "warning"),
        _ => new("提示", "notice"),
    };

    /// <summary>A flaw where no list of flaws is told.</summary>
    public static Wording Of(Flaw flaw) => new(flaw.In("zh"), flaw.In("en"));

    public static Wording Mend(Wording mend) => new($"改法：{mend.Zh}", $"mend: {mend.En}");

    public static Wording Linted(int packs, int errors, int warnings, int notices) => new(
        $"{packs} 个规则包，{errors} 个错误，{warnings} 个警告，{notices} 个提示",
        $"{packs} packs, {errors} errors, {warnings} warnings, {notices} notices");

    public static Wording EventsRead(int count) => new($"已读 {count:N0} 个事件", $"{count:N0} events read");

    public static Wording Known(int count, int refused, int repeated, int later, DateOnly on) => new(
        $"已读 {count:N0} 个事件，拒收 {refused:N0}，重复 {repeated:N0}，晚于 {on:yyyy-MM-dd} 的 {later:N0}",
        $"{count:N0} events read, {refused:N0} refused, {repeated:N0} repeated, {later:N0} after "
            + $"{on:yyyy-MM-dd}");

    public static Wording TimesAYear(string times) => new($"每年 {times} 次", $"{times} a year");

    public static Wording NextAfter(string position) => new(
        $"下次从此处继续：--after {position}", $"go on from here with --after {position}");

    public static Wording Assessed(int done, int all) => new(
        $"已评定 {done:N0} / {all:N0} 个主体", $"{done:N0} of {all:N0} subjects assessed");

    public static Wording Assessment(
        int subjects, int events, int waiting, Wording read, Wording assessed, long mebibytes) => new(
        $"{subjects:N0} 个主体，{events:N0} 个事件，{waiting:N0} 个在等所针对的事件；"
            + $"读取：{read.Zh}；评定：{assessed.Zh}；内存最多 {mebibytes:N0} MiB",
        $"{subjects:N0} subjects, {events:N0} events, {waiting:N0} waiting for their target; "
            + $"read: {read.En}; assessed: {assessed.En}; peak {mebibytes:N0} MiB");

    public static Wording Took(double seconds, double rate) => new(
        $"{seconds:0.0} 秒，每核每秒 {rate:N0} 个事件", $"{seconds:0.0} s, {rate:N0} events/s per core");

    public static Wording CaseFailed(string place, string name) => new(
        $"不符 {place}：{name}", $"FAILED {place}: {name}");

    public static Wording Difference(
        string place, DateOnly on, string path, string expected, string actual) => new(
        $"{place}：{on:yyyy-MM-dd} 的 {path}：应为 {expected}，实为 {actual}",
        $"{place}: on {on:yyyy-MM-dd} {path}: expected {expected}, found {actual}");

    /// <param name="place">Where the case says it.</param>
    /// <param name="cause">The place of what keeps the day from being judged.</param>
    /// <param name="following">What came out otherwise because of it.</param>
    public static Wording NotJudged(
        string place, string cause, Wording what, IReadOnlyList<string> following) => new(
        $"{place}：{cause}：{what.Zh}" + (following.Count == 0 ? "" : $"（因此不同的：{string.Join('、', following)}）"),
        $"{place}: {cause}: {what.En}"
            + (following.Count == 0 ? "" : $" (and so differ {string.Join(", ", following)})"));

    public static Wording OneCause(int cases, string place, Wording what, Wording mend) => new(
        $"{cases} 个算例不符出于同一原因：{place}：{what.Zh}\n  {Mend(mend).Zh}",
        $"one cause keeps {cases} cases from being judged: {place}: {what.En}\n  {Mend(mend).En}");

    public static Wording PackTried(string folder, int passed, int all) => new(
        $"{folder}：{all} 个算例中 {passed} 个通过", $"{folder}: {passed} of {all} cases passed");

    public static Wording PackTriedFlawed(string folder, int passed, int all, int flaws) => new(
        $"{folder}：{all} 个算例中 {passed} 个通过；另有 {flaws} 处无法读懂",
        $"{folder}: {passed} of {all} cases passed; {flaws} flaws keep cases from being read");

    public static Wording Tried(int passed, int failed) =>
        new($"通过 {passed}，不符 {failed}", $"{passed} passed, {failed} failed");

    public static Wording TriedFlawed(int passed, int failed, int flaws) => new(
        $"通过 {passed}，不符 {failed}，无法读懂 {flaws} 处",
        $"{passed} passed, {failed} failed, {flaws} flaws in cases");

    public static Wording Template(string folder) => new(
        $"{folder}：模板，数值待填，不测覆盖和变体", $"{folder}: a template; not measured until its numbers are filled in");

    public static Wording Mutating(string folder, int done, int all) => new(
        $"{folder}：变体 {done} / {all}", $"{folder}: mutant {done} of {all}");

    public static Wording Unnoticed(string change) => new($"{change}：没有算例察觉", $"{change}: no case notices");

    public static Wording Sampled(int events) => new($"{events:N0} 个事件", $"{events:N0} events");

    public static Wording Sample(int enterprises, int events, ulong seed) => new(
        $"{enterprises:N0} 家企业，{events:N0} 个事件，种子 {seed}",
        $"{enterprises:N0} enterprises, {events:N0} events, seed {seed}");

    public static Wording InForce(
        string from, string until, int published, int recalled, int bureau, int illustrative) => new(
        $"有效 {from} – {until}；数值：公布 {published}，待核 {recalled}，待填 {bureau}，自拟 {illustrative}",
        $"in force {from} – {until}; numbers: {published} published, {recalled} recalled, {bureau} bureau, "
            + $"{illustrative} illustrative");

    public static Wording Watched(bool sound, int errors, int warnings, int failed, string took) => new(
        $"{(sound ? "通过" : "未通过")}：{errors} 个错误，{warnings} 个警告，{failed} 处算例不符 {took}",
        $"{(sound ? "ok" : "FAILED")}: {errors} errors, {warnings} warnings, {failed} failing cases {took}");

    public static Wording ReadAgain(int count, int left) => new(
        $"重读 {count:N0} 项，{left:N0} 项离开隔离区", $"{count:N0} read again, {left:N0} have left the quarantine");

    public static Wording TextCut(long octets, string path) => new(
        $"以上是开头；全文 {octets:N0} 字节，见 {path}", $"this is the beginning; all {octets:N0} octets are at {path}");

    public static Wording Replayed(string when, Wording outcome) => new(
        $"{when} 重读：{outcome.Zh}", $"replayed {when}: {outcome.En}");

    public static Wording PutAgain(int put, int all) => new(
        $"{all:N0} 个条目中有 {put:N0} 个重新放入 credit:events", $"{put:N0} of {all:N0} put into credit:events again");

    public static Wording Put(string id, string? entry) => entry is null
        ? new($"{id}  已不在", $"{id}  is not there any more")
        : new($"{id}  已重新放入，新编号 {entry}", $"{id}  put in again as {entry}");

    /// <summary>What came of an event at the service's door, or of an item in its quarantine.</summary>
    public static Wording Outcome(string? outcome) => outcome switch
    {
        "accepted" => new("已接收", "accepted"),
        "duplicate" => new("重复", "duplicate"),
        "conflict" => new("冲突", "conflict"),
        "quarantined" => new("已隔离", "quarantined"),
        "left" => new("已离开隔离区", "left"),
        _ => new(outcome ?? "", outcome ?? ""),
    };
}
