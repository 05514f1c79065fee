using CreditScoring.Documents;

namespace CreditScoring.Cli.Words;

/// <summary>
/// What each verb, argument and option of <c>credit</c> is for. A key is the verb and the name, such as
/// "lint --sarif"; what means the same under every verb stands under its name alone.
/// </summary>
internal static partial class HelpWords
{
    public const string Root = "";

    private static readonly Wording Asked = new(
        "改问运行中的服务的档案库；--on 不写时为今日；如需密钥，放在环境变量 CREDIT_KEY 或 --key-file 中",
        "Ask the record of a live service instead, --on today unless given; its key, if it wants one, in "
            + "CREDIT_KEY or --key-file");

    private static readonly Dictionary<string, Wording> All = new(StringComparer.Ordinal)
    {
        [Root] = new(
            "credit：按 JSON 规则计算质量失信记分、等级和检查频次",
            "credit: dishonesty points, tiers and inspection frequencies from JSON rules"),
        ["--help"] = new("显示用法", "Show how it is used"),
        ["--version"] = new("显示版本", "Show the version"),
        ["--lang"] = new(
            "zh 或 en；不写时按环境变量 LC_ALL、LC_MESSAGES、LANG",
            "zh or en; by default as LC_ALL, LC_MESSAGES or LANG of the environment says"),
        ["--json"] = new("以 JSON 回答，一行一个对象", "Answer in JSON, one object a line"),
        ["--rules"] = new("规则文件夹", "The rules folder"),
        ["rules"] = new("规则文件夹，或其中某个规则包的文件夹", "The rules folder, or a pack's folder in it"),
        ["--events"] = new(
            "事件文件：NDJSON 或 JSON 列表，也可为 .gz", "Events as NDJSON or a JSON list, also .gz"),
        ["--on"] = new("所问之日，yyyy-MM-dd", "The day to stand on, yyyy-MM-dd"),
        ["--known-at"] = new(
            "只用截至该日已知的事件；不写时即所问之日",
            "Only what could be known on this day; by default the assessed day"),
        ["--out"] = new("写到哪里；不写时为标准输出", "Where to write; default: stdout"),
        ["--server"] = new(
            "服务的地址；如需密钥，放在环境变量 CREDIT_KEY 或 --key-file 中",
            "The service's address; its key, if it wants one, in CREDIT_KEY or --key-file"),
        ["--key-file"] = new(
            "存放密钥的文件，只有本人可读", "The file with the key; nobody else may be able to read it"),
        ["explain --server"] = Asked, ["why-not --server"] = Asked, ["assess --server"] = Asked,
        ["--regime"] = new("只要此制度", "Only this regime"),
        ["--kind"] = new("只要此类主体", "Only subjects of this kind"),
        ["--region"] = new(
            "只要行政区划代码以此开头的主体", "Only subjects whose region's code begins so"),
        ["--reason"] = new("只要因此项问题被拒收的", "Only what was turned away for this flaw"),
        ["subject"] = new("主体的编号", "The id of the subject"),

        ["lint"] = new(
            "查出规则中的每一处问题；有错误时退出码为 1",
            "Find every flaw of the rules; exit code 1 where one is an error"),
        ["lint --sarif"] = new(
            "以 SARIF 2.1.0 回答，供代码评审工具使用", "Answer in SARIF 2.1.0, for code review tools"),

        ["publish"] = new(
            "把规则包的散列值记入 published.json，此后的改动都会显出",
            "Record the hash of a pack in published.json, so that later edits show"),
        ["publish pack"] = new(
            "规则包的文件夹；写 --at 时为草案编号", "The pack's folder; with --at the id of a proposal"),
        ["publish --on"] = new("公布之日，yyyy-MM-dd", "The day of publication, yyyy-MM-dd"),
        ["publish --at"] = new(
            "公布运行中的服务已批准的草案，自该日起施行，yyyy-MM-dd",
            "Publish what was approved at a live service, to be in force from this day on, yyyy-MM-dd"),

        ["schema"] = new(
            "写出规则文件、算例和事件的 JSON Schema", "Write the JSON Schemas of rule files, cases and events"),
        ["schema --out"] = new(
            "写到哪里；不写时为规则文件夹中的 schema/", "Where to write; default: schema/ in the rules folder"),

        ["test"] = new(
            "运行每个规则包的算例；有不符时退出码为 1",
            "Run the cases of every pack; exit code 1 where one fails"),
        ["test --filter"] = new("只运行名称含此文字的算例", "Only cases whose name contains this"),
        ["test --coverage"] = new(
            "指出没有算例试到的规则、条件结果、分档和日期",
            "Report the rules, outcomes, bands and dates that no case tries"),
        ["test --mutate"] = new(
            "把规则改动许多小处，指出没有算例察觉的改动",
            "Change the rules in small ways and report what no case notices"),

        ["assess"] = new(
            "评定事件文件中每个主体在某日的状况", "Assess every subject of a file of events on a day"),
        ["explain"] = new(
            "说明主体为何处于现在的状况：事件、规则、条款、取值、记分、等级、频次",
            "Explain where a subject stands: event, rule, article, values, points, tier, frequency"),
        ["explain --notice"] = new(
            "写成致当事人的说明草稿（不写 --lang 即中文）",
            "As the draft of an explanation to the party (说明草稿), in Chinese unless --lang is given"),
        ["explain --file-note"] = new(
            "写成机关存档的说明：另有检查安排和机关的义务",
            "As a note for the authority's file, with inspections and the authority's duties"),
        ["explain --papers"] = new(
            "写出应当出具的文书（告知书、决定书），并列出送达前还须补齐的内容",
            "Write the papers that are called for (告知书, 决定书), and what each still wants"),
        ["explain --sample"] = new(
            "同 --papers，连同示例、模板规则的样张；样张没有效力，不得送达",
            "As --papers, with samples of illustrative and template rules; they have no effect"),
        ["why-not"] = new(
            "主体为何不在某等级：各级条件及取值，以及何时会自行变化",
            "Why a subject is not in a tier: its rungs with their values, and when that changes"),
        ["why-not --tier"] = new("所问的等级", "The tier asked about"),

        ["list"] = new(
            "列出服务的档案库中各主体的现状", "List where the subjects of a live service's record stand now"),
        ["list --tier"] = new("只要此等级；可写多个，以逗号分隔", "Only this tier, or several with commas between"),
        ["list --industry"] = new("只要行业代码以此开头的", "Only those whose industry's code begins so"),
        ["list --name"] = new("只要名称或曾用名中含此文字的", "Only those with this in a name or former name"),
        ["list --status"] = new("只要此性质的规则包", "Only where the version in force is such"),
        ["list --points-from"] = new("记分不少于", "Points, at least"),
        ["list --points-to"] = new("记分不多于", "Points, at most"),
        ["list --worse-since"] = new(
            "只要此日或以后变严且未再变的，yyyy-MM-dd", "Only who became worse on this day or later, yyyy-MM-dd"),
        ["list --sort"] = new(
            "各制度内的排序：subject、name、points、tier 或 due；前加 - 为倒序",
            "The order within each regime: subject, name, points, tier or due; downwards with -"),
        ["--due-before"] = new("只要在此日之前届满的，yyyy-MM-dd", "Only what is due before this day, yyyy-MM-dd"),
        ["changes"] = new(
            "服务发出的检查建议，按先后；写明主体时为其评定结果的变化经过",
            "The recommendations of a live service in their order; with a subject, how its standings went"),
        ["changes subject"] = new("主体的编号；不写时为全部建议", "The id of the subject; by default all advice"),
        ["changes --since"] = new(
            "自此日（含）以来变严、变轻的主体及原因，yyyy-MM-dd",
            "Who became worse or better since this day, and why, yyyy-MM-dd"),
        ["changes --direction"] = new(
            "只要 worse（变严）、better（变轻）或 other（其他）", "Only worse, better or other"),
        ["duties"] = new(
            "服务的档案库中待履行或已逾期的义务，按届满日",
            "Duties of a live service's record that are open or were missed, by their last day"),
        ["duties --state"] = new("只要 open（待履行）或 missed（已逾期）", "Only open or missed"),
        ["windows"] = new(
            "服务所建议的下次检查窗口，按末日",
            "Windows of the next inspections that a live service recommends, by their last day"),
        ["windows --opens-before"] = new(
            "只要首日早于此日的，yyyy-MM-dd", "Only what opens before this day, yyyy-MM-dd"),
        ["windows --overdue"] = new(
            "true：末日已过的；false：未过的", "true: whose last day has passed; false: the others"),
        ["changes --after"] = new(
            "上次末尾所报的位置；不写时从头", "The position that the last call ended with; by default the beginning"),

        ["sample"] = new("写出一批虚构事件（NDJSON）", "Write a sample of invented events as NDJSON"),
        ["sample --enterprises"] = new(
            "多少家企业；每家至少一个事件", "How many enterprises; each has at least one event"),
        ["sample --years"] = new("多少年的事件", "How many years of events"),
        ["sample --seed"] = new("换一个种子就是另一批企业", "Another seed gives other enterprises"),
        ["sample --until"] = new("最后一日，yyyy-MM-dd", "The last day, yyyy-MM-dd"),

        ["import"] = new("把表格的各行变为事件（NDJSON）", "Turn the rows of a table into events (NDJSON)"),
        ["import FILE"] = new("表格：.csv、.csv.gz 或 .xlsx", "A .csv file, .csv.gz or .xlsx"),
        ["import --map"] = new(
            "映射文件，或现成映射的名称（如 penalties-2018）；格式见 docs/importing.md",
            "The mapping file, or the name of a ready one, such as penalties-2018; docs/importing.md has its "
                + "form"),
        ["import --explain"] = new(
            "只说明会怎样：表头、各列、前几行成为什么事件、跳过和被拒的行及原因；什么也不写",
            "Only say what would happen: header, columns, first rows as events, what is skipped or rejected "
                + "and why; nothing is written"),
        ["import --propose"] = new(
            "按列名和内容提出一个映射，写到 --out；由人核对后再用",
            "Propose a mapping by names and contents of the columns, into --out; a person confirms it"),
        ["import --rejected"] = new(
            "被拒的行写到哪里；不写时为 FILE.rejected.csv",
            "Where rejected rows go; default: FILE.rejected.csv"),

        ["conform"] = new(
            "把规则语言与 Microsoft RulesEngine 的实录结果相比，并把实录与它现在的回答相比；有矛盾、接受了禁止的、或多拒绝了 3 % 以上时退出码为 1",
            "Compare the rule language with recorded outcomes of Microsoft RulesEngine, and these with "
            + "what it answers now; exit code 1 where one contradicts, accepts what is forbidden, or "
            + "refuses more than 3 %"),
        ["conform file"] = new("实录结果，JSON", "Recorded outcomes, as JSON"),

        ["diff"] = new(
            "按含义比较规则包的两个版本；有不同时退出码为 1",
            "Compare two versions of a pack by what they mean; exit code 1 where they differ"),
        ["diff old"] = new("旧版本的文件夹", "The folder of the old version"),
        ["diff new"] = new("新版本的文件夹", "The folder of the new version"),

        ["new"] = new(
            "写出一个小规则包，检查和算例都能通过", "Write a small pack that lints and tests green"),
        ["new regime"] = new(
            "地区和制度，如 cn-zj/food-points", "Jurisdiction and regime, such as cn-zj/food-points"),
        ["new --from"] = new(
            "自何日施行，yyyy-MM-dd；不写时为 2025-01-01",
            "The day from which it is in force, yyyy-MM-dd; default 2025-01-01"),
        ["new --subject"] = new(
            "算例中的主体，写作 种类:标识；不写时取目录接受的一个",
            "Subject of the first cases, as KIND:ID; default one that the catalogue accepts"),

        ["packs"] = new(
            "列出规则包：状态、版本、有效期间、数值的来历",
            "List the packs: status, version, in force from and until, provenance of the numbers"),
        ["watch"] = new(
            "每次存盘后重新检查并运行算例，并报出用时",
            "Lint and test again on every save, and say how long that took"),
        ["watch --times"] = new(
            "存盘这么多次后结束；不写时按 Ctrl-C 结束", "End after so many saves; by default only Ctrl-C ends it"),

        ["lsp"] = new(
            "供编辑器使用的语言服务器：问题、补全、释义、跳转、运行算例；见 docs/editors.md",
            "The language server for editors: flaws, completion, hover, go to, cases; see docs/editors.md"),
        ["lsp --lang"] = new("zh 或 en；不写时按编辑器的语言", "zh or en; by default the editor's"),
        ["lsp --stdio"] = new(
            "经标准输入输出通信（只有这一种，可不写）", "Speak over standard input and output, as it always does"),

        ["plan"] = new(
            "由事件文件编制一个季度的检查计划：必须、抽中、可以，能力之内，未排的说明理由",
            "Plan the inspections of a quarter out of events: what must, was drawn, may; within capacity, "
                + "and what is left out by which rule"),
        ["plan --on"] = new("编制之日；此后的事件不计", "The day on which it is made; later events wait"),
        ["plan --quarter"] = new("季度，如 2026Q1", "The quarter, such as 2026Q1"),
        ["plan --profile"] = new(
            "编制计划办法：规则文件夹的 plans/ 中的文件名", "The profile: a file of plans/ in the rules folder"),
        ["plan --capacity"] = new("每个单位在该季度的人日", "Person-days of each unit in the quarter"),
        ["plan --inspectors"] = new(
            "检查人员名录，同 draw commit；能力由人数、工作日和请假算出",
            "The register, as for draw commit: capacity follows from inspectors, working days and absences"),
        ["plan --drawn"] = new("双随机抽取的证明：抽中的排入", "The proof of a draw: those drawn are planned"),
        ["plan --former"] = new(
            "先前的计划（--json 所写）：没有理由改动的不动",
            "The plan before, as --json wrote it: what has no reason to change does not"),
        ["quarantine"] = new("运行中的服务拒收的事件", "Events that a live service has turned away"),
        ["quarantine list"] = new("列出隔离区中的事件", "What is in quarantine"),
        ["quarantine show"] = new(
            "一项：原文、问题，以及重读的结果", "One item: its text, its flaws, and what came of replays"),
        ["quarantine show position"] = new("list 所列的位置", "The position that 'list' shows"),
        ["quarantine replay"] = new(
            "按服务今日的目录和规则重读", "Read items again with the service's catalogue and rules of today"),
        ["quarantine replay position"] = new("位置，或写 --all", "The position, or --all"),
        ["quarantine replay --all"] = new("隔离区中的全部", "Everything that is in quarantine"),

        ["dead-letters"] = new(
            "运行中的服务从 Redis 的 credit:events 中拒收的条目",
            "Entries of Redis' credit:events that a live service has turned away"),
        ["dead-letters list"] = new("列出被拒收的条目，旧的在前", "What was turned away, oldest first"),
        ["dead-letters show"] = new("一个条目及其原文", "One letter with its text"),
        ["dead-letters show id"] = new("list 所列的编号", "The id that 'list' shows"),
        ["dead-letters replay"] = new(
            "把条目重新放入 credit:events；仍有问题的会再被退回",
            "Put letters into credit:events again; what is still flawed comes back"),
        ["dead-letters replay id"] = new("编号，或写 --all", "The id, or --all"),
        ["dead-letters replay --all"] = new("全部条目", "Every dead letter"),
    };

    /// <summary>What a symbol of a verb is for; null: nobody has said.</summary>
    /// <param name="verb">Such as "quarantine list"; the root is empty.</param>
    /// <param name="name">Of an argument or option; null: the verb itself.</param>
    public static Wording? Of(string verb, string? name) =>
        name is null ? Known(verb) : Known($"{verb} {name}".Trim()) ?? Known(name);

    private static Wording? Known(string key) =>
        All.TryGetValue(key, out var wording) || Draws.TryGetValue(key, out wording)
        || LawHelp.All.TryGetValue(key, out wording) ? wording : null;
}
