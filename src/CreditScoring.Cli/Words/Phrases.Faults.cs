using CreditScoring.Documents;

namespace CreditScoring.Cli.Words;

/// <summary>
/// What ends a verb: a wrong call, a file that is not there, a server that does not answer.
/// </summary>
internal static partial class Phrases
{
    public static readonly Wording Stopped = new("已停止", "stopped");

    public static readonly Wording NoMemory = new(
        "内存不足，没有完成；请换一台内存更大的机器，或把文件分成几份",
        "not enough memory, so this is not finished; take a machine with more, or split the file");

    public static readonly Wording NotPacked = new(
        "文件以 .gz 结尾，却不是 gzip 压缩的，或已损坏；请重新取得该文件，或改去 .gz",
        "the file ends in .gz but is not packed with gzip, or is damaged; fetch it again, or rename it");

    public static readonly Wording NameOnePack = new(
        "请写明一个规则包的文件夹，如 rules/cn-zj/food-points/2026-01-01",
        "name the folder of one pack, such as rules/cn-zj/food-points/2026-01-01");

    public static readonly Wording PublishedAlready = new(
        "该规则包已公布；法律有变时，另建一个以新施行日命名的文件夹",
        "the pack is published already; a change of the law is a folder with a new day");

    public static readonly Wording NamePosition = new(
        "请写一个位置，或 --all，或 --reason 问题名", "name one position, or --all, or --reason FLAW");

    public static readonly Wording NameId = new(
        "请写一个编号，或 --all，或 --reason 问题名", "name one id, or --all, or --reason FLAW");

    public static Wording Unforeseen(string type, string spot) => new(
        $"credit 自身出错，没有完成（{type}，{spot}）。这不是您的错：请把所用命令和这一行告知维护人员",
        $"credit itself has failed and did not finish ({type} in {spot}). This is not your fault: please "
            + "tell its maintainers the command and this line");

    public static Wording TryHelp(string verb) => verb.Length == 0
        ? new("用法见 'credit --help' 或 'credit 命令 --help'", "Try 'credit --help' or 'credit VERB --help'.")
        : new($"用法见 'credit {verb} --help'", $"Try 'credit {verb} --help'.");

    public static Wording UnknownOption(string name, string? near) => new(
        $"没有选项 {name}{Meant(near).Zh}", $"there is no option {name}{Meant(near).En}");

    public static Wording UnknownVerb(string name, string? near) => new(
        $"没有命令 {name}{Meant(near).Zh}", $"there is no command {name}{Meant(near).En}");

    public static Wording TooMuch(string token) => new(
        $"多出了“{token}”；含空格的文字要加引号", $"'{token}' is one too many; a text with blanks needs quotes");

    public static Wording VerbMissing(IEnumerable<string> verbs)
    {
        var all = verbs.ToArray();
        return new($"请写一个命令：{string.Join('、', all)}", $"name a command: {string.Join(", ", all)}");
    }

    public static Wording ArgumentMissing(string name, Wording what) => new(
        $"缺少 <{name}>：{what.Zh}", $"<{name}> is missing: {what.En}");

    public static Wording OptionMissing(string name, Wording what) => new(
        $"缺少选项 {name}：{what.Zh}", $"the option {name} is missing: {what.En}");

    public static Wording ValueMissing(string name) =>
        new($"{name} 后面缺少值", $"{name} needs a value behind it");

    public static Wording ValueWrong(string name, string written, bool number) => number
        ? new($"{name} 应为整数，不是“{written}”", $"{name} is a whole number, not '{written}'")
        : new($"{name} 不能是“{written}”", $"{name} cannot be '{written}'");

    public static Wording CannotBeRead(string reason) => new(
        $"无法读懂该命令（{reason}）", $"the command cannot be read: {reason}");

    public static Wording OneOf(string name, string written, IEnumerable<string> values)
    {
        var all = values.ToArray();
        return new(
            $"{name} 应为 {string.Join(" 或 ", all)}，不是“{written}”",
            $"{name} is {string.Join(" or ", all)}, not '{written}'");
    }

    public static Wording NotADay(string name, string written) => new(
        $"{name} 应为 2025-07-31 这样的日期，不是“{written}”",
        $"{name} is a day such as 2025-07-31, not '{written}'");

    public static Wording DayOutside(string name, int first, int last) => new(
        $"{name} 应在 {first} 年至 {last} 年之间", $"{name} is a day from {first} to {last}");

    public static Wording NumberOutside(string name, int least, int most) => new(
        $"{name} 应为 {least:N0} 至 {most:N0} 的整数", $"{name} is a number from {least:N0} to {most:N0}");

    public static Wording NoFile(string path) => new($"没有文件 {path}", $"there is no file {path}");

    public static Wording NoFolder(string path) => new($"没有文件夹 {path}", $"there is no folder {path}");

    public static Wording IsFolder(string path) =>
        new($"{path} 是文件夹，不是文件", $"{path} is a folder, not a file");

    public static Wording NotAllowed(string path) => new(
        $"没有读写 {path} 的权限", $"there is no permission to read or write {path}");

    public static Wording DiskFull(string path) => new($"磁盘已满：{path}", $"the disk is full: {path}");

    public static Wording ReadOnly(string path) => new($"{path} 所在的磁盘是只读的", $"{path} is on a read-only disk");

    public static Wording CannotReadOrWrite(string path, string reason) => new(
        path.Length > 0 ? $"无法读写 {path}" : $"读写失败（{reason}）", reason);

    public static Wording NoRules(string folder) => new(
        $"{folder} 不在规则文件夹中（其中应有 events/）", $"{folder} is in no rules folder (one with events/ in it)");

    public static Wording RulesFlawed(string folder) => new(
        $"{folder} 中的规则有错误；用 credit lint 查看全部",
        $"the rules in {folder} have errors; 'credit lint' shows them all");

    public static Wording CatalogueFlawed(string folder) => new(
        $"{folder} 中的事件目录有错误；用 credit lint 查看",
        $"the event catalogue in {folder} has errors; 'credit lint' shows them");

    public static Wording NotOnePack(string folder) => new(
        $"{folder} 不是一个规则包的文件夹（其中应有 pack.json）",
        $"{folder} is not the folder of one pack (one with pack.json in it)");

    public static Wording RegimeName(string written) => new(
        $"'{written}' 应写成 地区/制度，小写字母、数字和连字符，如 cn-zj/food-points",
        $"'{written}' is written jurisdiction/regime in small letters, digits and hyphens, such as "
            + "cn-zj/food-points");

    public static Wording NoFirstKind(string rules) => new(
        $"{rules} 的 events/ 没有可以单独报送的事件种类；先写事件目录",
        $"events/ of {rules} has no kind of event that can be sent by itself; write the catalogue first");

    public static Wording NoFirstSubject(IReadOnlyList<string> kinds) => new(
        $"写不出主体标识的例子；用 --subject 种类:标识 给出一个，种类为 {string.Join('、', kinds)}",
        "no example of a subject's id is known; give one as --subject KIND:ID, of the kinds "
            + $"{string.Join(", ", kinds)}");

    public static Wording FirstSubject(string written, IReadOnlyList<string> kinds) => new(
        $"--subject 应写成 种类:标识，种类为 {string.Join('、', kinds)}；写的是 '{written}'",
        $"--subject is KIND:ID, of the kinds {string.Join(", ", kinds)}; it says '{written}'");

    public static Wording ThereAlready(string folder) => new($"{folder} 已存在", $"{folder} is there already");

    public static Wording SubjectUnknown(string subject, DateOnly on, string? near) => new(
        $"截至 {on:yyyy-MM-dd} 没有事件涉及主体 {subject}{Meant(near).Zh}",
        $"no event up to {on:yyyy-MM-dd} names the subject {subject}{Meant(near).En}");

    public static Wording TierUnknown(
        string subject, string tier, DateOnly on, IReadOnlyList<string> tiers) => new(
        $"{on:yyyy-MM-dd} 适用于 {subject} 的制度都没有等级 {tier}（有：{string.Join('、', tiers)}）",
        $"no regime of {subject} has the tier {tier} on {on:yyyy-MM-dd} (they have: "
            + $"{string.Join(", ", tiers)})");

    public static Wording NotAnAddress(string url) => new(
        $"--server {url} 不是 http://127.0.0.1:5080 这样的地址",
        $"--server {url} is not an address such as http://127.0.0.1:5080");

    public static Wording InTheClear(string url) => new(
        $"--server {url} 会明文传送一切：请用 https", $"--server {url} would send everything in the clear: use https");

    public static Wording NoAnswer(string url, Wording why) => new(
        $"{url} 没有应答：{why.Zh}", $"{url} does not answer: {why.En}");

    public static readonly Wording TooSlow = new("100 秒内没有应答", "nothing came within 100 seconds");

    /// <summary>Why no answer came.</summary>
    public static Wording Away(HttpRequestException fault) => fault.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => new("找不到这个主机名", "the host's name is not known"),
        HttpRequestError.SecureConnectionError =>
            new("TLS 连接不成，请核对证书", "no TLS connection; check the certificate"),
        HttpRequestError.ConnectionError => new(
            "连接不上；请确认服务在运行，地址和端口无误", "no connection; see that it runs, and check address and port"),
        _ => new("连接中断", fault.Message),
    };

    public static Wording ForeignAnswer(string url) => new(
        $"{url} 有应答，但不是本服务的应答；请核对地址", $"{url} answers, but not as this service would; check the address");

    public static Wording Refused(int status, string code, Wording what, Wording mend) => new(
        $"服务答复 {status} {code}：{what.Zh}{(mend.Zh.Length == 0 ? "" : $"（{mend.Zh}）")}",
        $"the service answers {status} {code}: {what.En}{(mend.En.Length == 0 ? "" : $"; {mend.En}")}");

    public static Wording KeyFileOpen(string file) => new(
        $"{file} 可被他人读取，其中的密钥不再可靠；请执行 chmod 600 {file}，并请管理员换发密钥",
        $"{file} can be read by others, and its key is no secret; chmod 600 {file}, and have another key "
            + "issued");

    public static Wording NotWithServer(string name) => new(
        $"{name} 用于文件，不与 --server 同用", $"{name} is for files, and does not go with --server");

    private static Wording Meant(string? near) => near is null ? new("", "")
        : new($"；是否想写 {near}？", $"; did you mean {near}?");
}
