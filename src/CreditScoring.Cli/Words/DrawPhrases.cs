using CreditScoring.Documents;
using CreditScoring.Draws.Proofs;

namespace CreditScoring.Cli.Words;

/// <summary>What is said of random draws.</summary>
internal static class DrawPhrases
{
    public static readonly Wording PublicValueTooEarly = new(
        "公开值要在公布之后产生：--public-at 或所写轮次晚于 --published",
        "the public value comes after the publication: let --public-at, or the round, be later than "
            + "--published");

    public static readonly Wording NoVisits = new(
        "抽取检查人员时，请写检查期间的首日 --from 和末日 --to",
        "where inspectors are drawn, say the first day of the visits with --from and the last with --to");

    public static readonly Wording RoundFileMissing = new(
        "请用 --round-file 给出该轮的 JSON，如 drand 站点所答",
        "give the round as JSON with --round-file, as a relay of drand answers it");

    public static readonly Wording RoundFileOnlyForDrand = new(
        "事先没有指明 drand 轮次，不用 --round-file", "no round of drand was named: --round-file is not for this draw");

    public static Wording CheckOutcome(CheckOutcome outcome) => outcome switch
    {
        CreditScoring.Draws.Proofs.CheckOutcome.Ok => new("相符", "ok"),
        CreditScoring.Draws.Proofs.CheckOutcome.Failed => new("不符", "FAILED"),
        _ => new("未验", "not checked"),
    };

    public static Wording DrawIsThere(string file) => new(
        $"已有 {file}：抽取只做一次，文件不覆盖；另一次抽取请用另一个文件夹",
        $"{file} is there already: a draw is made once and nothing is written over; take another folder "
            + "for another draw");

    public static Wording NotAsWritten(string file) => new(
        $"{file} 不是程序写出的原样，请取回原文件", $"{file} is not as it was written; take the file as it was");

    public static Wording NotAsAnnounced(string file) => new(
        $"{file} 的散列与公告不符：名单或名录被改过", $"SHA-256 of {file} is not the one announced: it was changed");

    public static Wording NotTheSecret(string file) => new(
        $"{file} 不是公告所承诺的密数", $"{file} does not have the secret that was committed to");

    public static Wording NotAnInstant(string name, string written) => new(
        $"{name} 应为 2026-12-21T09:05:00+08:00 这样的时刻，不是“{written}”",
        $"{name} is an instant such as 2026-12-21T09:05:00+08:00, not '{written}'");

    public static Wording NoSuchPublicValue(string written) => new(
        $"--public 不能是“{written}”：写 none、drand:quicknet（另写 --public-at）、drand:quicknet:轮次、"
            + "lottery:号码个数、index:小数位数 或 typed",
        $"--public cannot be '{written}': none, drand:quicknet (with --public-at), drand:quicknet:ROUND, "
            + "lottery:NUMBERS, index:DECIMALS or typed");

    public static Wording NoProfile(string name, IEnumerable<string> known) => new(
        $"规则文件夹的 draws/ 中没有可用的抽取办法“{name}”；现有：{string.Join('、', known)}",
        $"there is no sound profile '{name}' in draws/ of the rules folder; "
            + $"there are: {string.Join(", ", known)}");

    public static Wording NoShareInForce(string stratum) => new(
        $"公布之日没有 {stratum} 层的抽查比例",
        $"no share of the stratum {stratum} is in force on the day of publication");

    public static Wording OfOption(string name, Wording flaw) =>
        new($"{name}：{flaw.Zh}", $"{name}: {flaw.En}");

    public static Wording Stratum(string name, int population, string share, int drawn, int reserves) => new(
        $"{name}  {population:N0} 户，比例 {share}，抽 {drawn:N0}，替补 {reserves:N0}",
        $"{name}  {population:N0} objects, share {share}, {drawn:N0} drawn, {reserves:N0} reserves");

    public static Wording AllStrata(int population, int drawn, int excluded) => new(
        $"合计  {population:N0} 户，抽 {drawn:N0}，不入名单 {excluded:N0}",
        $"in all  {population:N0} objects, {drawn:N0} drawn, {excluded:N0} left out beforehand");

    public static Wording BelowFloor(string share, int least, int drawn, int missing) => new(
        $"低于总量底线：要求不少于 {share}，即 {least:N0} 户；抽 {drawn:N0} 户，少 {missing:N0} 户，由机关决定从哪一层补足",
        $"below the floor: {share} of all, {least:N0} objects, is asked for; {drawn:N0} are drawn, "
            + $"{missing:N0} too few; from which stratum to add is for the authority");

    public static Wording PublishThis(string file, string digest) => new(
        $"请公布 {file}（SHA-256 {digest}）", $"publish {file} (SHA-256 {digest})");

    public static Wording KeepSecret(string file) => new(
        $"{file} 在公开值产生以前不得外泄，丢失则不能抽取",
        $"nobody may see {file} before the public value is there; without it there is no draw");

    public static Wording ProofWritten(string file, string digest) => new(
        $"证明：{file}（散列 {digest}）", $"proof: {file} (digest {digest})");

    public static Wording NobodyMayGo(string id, int each) => new(
        $"pair-missing: {id}：除去回避、请假、资格和区域不合的，不足 {each} 名检查人员\n  改法：由机关从名录以外指派，并记录",
        $"pair-missing: {id}: fewer than {each} inspectors are left who need not avoid it, are there, "
            + "qualified and of its region\n  mend: let the authority appoint others, and record it");

    public static Wording Replaced(string from, string to, string inspectors) => new(
        $"{from} 由同层下一名替补 {to} 代替，检查人员 {inspectors}",
        $"{from} gives way to {to}, the next reserve; inspectors {inspectors}");
}
