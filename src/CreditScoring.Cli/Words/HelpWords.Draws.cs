using CreditScoring.Documents;

namespace CreditScoring.Cli.Words;

/// <summary>Of draws.</summary>
internal static partial class HelpWords
{
    private static readonly Dictionary<string, Wording> Draws = new(StringComparer.Ordinal)
    {
        ["draw"] = new(
            "双随机抽取：先公布、后抽取，任何人都能重抽验证",
            "Random draws that are announced before, and that anybody can repeat"),
        ["draw commit"] = new(
            "冻结名单和人员名录，写出抽取前要公布的公告 commit.json 和要保密的密数",
            "Freeze list and register; write commit.json, to be published before the draw, and the secret"),
        ["folder"] = new("这次抽取的文件夹", "The folder of this draw"),
        ["draw commit --profile"] = new(
            "抽取办法：规则文件夹的 draws/ 中的文件名，如 cn-ha",
            "The profile: a file of draws/ in the rules folder, such as cn-ha"),
        ["draw commit --population"] = new(
            "名单，每行以制表符分隔：标识、层、区域、所需资格、不入名单的理由（后三项可空）",
            "The list, tabs between: id, stratum, region, qualifications needed, why left out (the last "
            + "three may be empty)"),
        ["draw commit --inspectors"] = new(
            "人员名录，每行以制表符分隔：编号、单位、区域、资格、请假（起/止）、回避的主体；不写时只抽对象",
            "The register, tabs between: id, unit, region, qualifications, absences (from/to), objects to "
            + "avoid; by default objects alone are drawn"),
        ["draw commit --from"] = new("检查期间的首日", "The first day of the visits"),
        ["draw commit --to"] = new("检查期间的末日", "The last day of the visits"),
        ["draw commit --draw"] = new("抽取的文号", "The number of the draw"),
        ["draw commit --title"] = new("事项", "What is drawn"),
        ["draw commit --published"] = new(
            "公布的时刻，如 2026-12-21T09:05:00+08:00", "When it is published, such as 2026-12-21T09:05:00+08:00"),
        ["draw commit --public"] = new(
            "由哪个公开值决定：drand:quicknet、drand:quicknet:轮次、lottery:号码个数、index:小数位数、typed 或 none",
            "Which public value decides: drand:quicknet, drand:quicknet:ROUND, lottery:NUMBERS, "
            + "index:DECIMALS, typed or none"),
        ["draw commit --public-name"] = new(
            "公开值的名称，如某期彩票、某日某指数收盘", "What the public value is called, such as a lottery and its issue"),
        ["draw commit --public-at"] = new(
            "公开值产生的时刻；drand 不写轮次时取其后的第一轮", "When it will be there; of drand the first round after it"),
        ["draw run"] = new(
            "公开值产生以后抽取一次，写出证明 proof.json", "Draw, once the public value is there, and write proof.json"),
        ["draw run --value"] = new("公开值；彩票号码的次序不计",
            "The public value; the order of lottery numbers is of no account"),
        ["draw run --round-file"] = new("drand 该轮的 JSON 文件", "The round of drand as JSON"),
        ["draw replace"] = new(
            "以同层下一名替补代替不能检查的，写出新的证明，不动其余",
            "Put the next reserve in the place of an object; nobody else changes"),
        ["draw replace --object"] = new("被替换的主体", "The object that is replaced"),
        ["draw replace --reason"] = new("理由，将公布", "Why; it is published"),
        ["draw replace --approver"] = new("批准人的职务或编号，将公布，不写姓名",
            "Who approved, by post or number, no name; it is published"),
        ["draw replace --on"] = new("批准之日，yyyy-MM-dd", "The day, yyyy-MM-dd"),
        ["draw verify"] = new(
            "不联网重抽并验证证明；有不符时退出码为 1",
            "Repeat a draw offline; exit code 1 where something is not as it should be"),
        ["draw verify proof"] = new("证明文件", "The proof"),
        ["draw verify --population"] = new("冻结的名单 population.txt", "The frozen list, population.txt"),
        ["draw verify --inspectors"] = new("冻结的人员名录 inspectors.txt", "The frozen register, inspectors.txt"),
        ["draw verify --commit"] = new("抽取前公布的 commit.json",
            "What was published before the draw, commit.json"),
    };
}
