using CreditScoring.Documents;

namespace CreditScoring.Cli.Words;

/// <summary>What the verbs are for by which two persons change the law of a live service.</summary>
internal static class LawHelp
{
    public static readonly IReadOnlyDictionary<string, Wording> All = new Dictionary<string, Wording>(
        StringComparer.Ordinal)
    {
        ["proposals"] = new(
            "运行中的服务的规则草案与公布；写编号时附差异、条文和意见",
            "Proposals and publications of a live service's law; with an id what it says otherwise"),
        ["proposals id"] = new("草案编号", "The id of a proposal"),
        ["propose"] = new(
            "把规则文件夹作为草案送审；不写文件夹时取服务自己的规则文件夹",
            "Propose a folder of rules as law; without one, the service's own rules folder"),
        ["propose --title"] = new("标题", "Its title"),
        ["propose --reason"] = new("理由", "Why"),
        ["propose --id"] = new("重写此件草案", "Writes this proposal anew"),
        ["approve"] = new(
            "批准他人起草的草案，按内容的哈希", "Approve what others wrote, by the hash of its content"),
        ["approve id"] = new("草案编号", "The id of the proposal"),
        ["approve --content"] = new(
            "所审内容的哈希，至少 12 位，见 credit proposals", "The hash of what you saw, 12 digits at least"),
        ["rollback"] = new(
            "恢复曾经施行的规则，是一次新的公布", "Publish anew what was in force before"),
        ["rollback id"] = new("曾经施行的那件的编号", "The id of what was in force"),
        ["rollback --reason"] = new("理由", "Why"),
        ["rollback --at"] = new("施行日，不写则今日", "From which day on; by default today"),

        ["backtest"] = new(
            "以草案和现行规则评定服务的全部主体，看谁的等级变动、为何；写 --on 时重新开始",
            "Whom a proposal moves of all subjects of a live service, and why; with --on begun anew"),
        ["backtest id"] = new("草案编号", "The id of the proposal"),
        ["backtest --on"] = new("重新开始，评定日 yyyy-MM-dd", "Begin anew, to judge on this day, yyyy-MM-dd"),
        ["backtest --from"] = new(
            "期间回测的首日：假定草案自该日公布，在各月末评定",
            "Over a past period, from this day on, as if published on it; at the ends of its months"),
        ["backtest --to"] = new("期间回测的末日", "The last day of the period"),
        ["backtest --out"] = new("把变动名单写成 CSV", "Write all who are moved as CSV"),
        ["backtest --cancel"] = new("取消", "Cancel it"),

        ["shadow"] = new(
            "让草案与现行规则并行评定新到的事件，不产生效力；不写 --days 时看其结果",
            "A proposal judges live events beside the law in force, without effect; "
                + "without --days what came of it"),
        ["shadow id"] = new("草案编号", "The id of the proposal"),
        ["shadow --days"] = new("开始，自今日起运行几日（1 至 90）", "Begin it, for so many days (1 to 90)"),
        ["shadow --stop"] = new("停止", "Stop it"),
        ["shadow --out"] = new("把等级不同的主体写成 CSV", "Write all who have another tier as CSV"),
    };
}
