using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Contract;

/// <summary>A parameter of a path or a query: one name means the same wherever it is taken.</summary>
/// <param name="Schema">As JSON Schema says it.</param>
/// <param name="Example">A value that is taken.</param>
public sealed record ApiParameter(string Name, ParameterSchema Schema, Wording Says, string Example)
{
    /// <summary>Items of a page at most.</summary>
    public const int MostItems = 1000;

    /// <summary>Items of a page where nobody says how many.</summary>
    public const int UsualItems = 100;

    /// <summary>What a parameter may be that is true or false.</summary>
    public static readonly string[] Truths = ["true", "false"];

    public static readonly IReadOnlyDictionary<string, ApiParameter> All = new ApiParameter[]
    {
        new("id", Text(200), new("主体代码；其中的 / 写作 %2F", "the subject's id; a '/' in it is written %2F"),
            "91350100M000100Y43"),
        new("position", Number(0, long.MaxValue), new("位置", "the position"), "1"),
        new("subject", Text(200), new("主体代码", "the subject's id"), "91350100M000100Y43"),
        new("kind", Text(64), new(
            "主体类型，缺省为 operator（经营者）", "the subject's kind; operator where it is left out"),
            "operator"),
        new("on", new("string", "date"), new("评定日，缺省为今日", "the day asked about; today where it is left out"),
            "2026-03-31"),
        new("knownAt", new("string", "date-time"),
            new("按此时刻已知的情况，缺省为现在", "as known at this instant; now where it is left out"),
            "2026-03-31T00:00:00Z"),
        new("regime", Text(200), new("监管制度", "the regime"), "cn/product-quality-points"),
        new("tier", Text(64), new(
            "等级代码；列表可写多个，以逗号分隔", "the code of the tier; of a list several, with commas between"), "A"),
        new("industry", new("string") { Pattern = "^[0-9A-Za-z]{1,8}$" },
            new("行业代码（GB/T 4754）的开头", "with which the industry's code (GB/T 4754) begins"), "C13"),
        new("name", Text(200), new(
            "名称或曾用名中的一部分；不计空格、全角半角、大小写",
            "a part of the name or of a former one; blanks, width and case do not count"), "食品"),
        new("pointsFrom", Amount(), new("记分不少于", "points, at least"), "6"),
        new("pointsTo", Amount(), new("记分不多于", "points, at most"), "12"),
        new("dueBefore", new("string", "date"), new("检查窗口（期限）在此日之前届满", "due before this day"), "2027-01-01"),
        new("status", Words([.. Enum.GetNames<PackStatus>().Select(each => each.ToLowerInvariant())]),
            new("规则包的性质", "what the version in force is"), "illustrative"),
        new("worseSince", new("string", "date"),
            new("此日或以后等级变严且未再变", "the tier became worse on this day or later, and stayed so"),
            "2025-01-01"),
        new("by", Text(64), new("按什么计数：tier、region、month，以逗号分隔",
            "by what is counted: tier, region, month, with commas between"), "tier"),
        new("digits", Words("2", "4", "6"), new(
            "按地区计数时取代码的前几位，缺省为 2", "by how many digits of the region's code; 2 where it is left out"), "4"),
        new("months", Number(1, 60), new("最近几个月，缺省为 12", "the last months; 12 where it is left out"), "3"),
        new("from", new("string", "date"), new("自何日", "from which day"), "2025-01-01"),
        new("to", new("string", "date"), new("至何日，缺省为今日", "to which day; today where it is left out"),
            "2025-12-31"),
        new("since", new("string", "date"), 
            new("自何日起（含）", "since which day, that day among them"), "2025-01-01"),
        new("direction", Words("worse", "better", "other"),
            new("变严、变轻或其他", "whether it became worse, better, or neither"), "worse"),
        new("state", Words("open", "missed"), new("待履行或已逾期", "open, or missed"), "open"),
        new("opensBefore", new("string", "date"),
            new("窗口首日早于此日", "the window opens before this day"), "2027-01-01"),
        new("overdue", Words(Truths), new("末日是否已过", "whether the last day has passed"), "false"),
        new("samples", Words(Truths), new(
            "是否连同示例、模板规则的样张；缺省为 false",
            "whether samples of illustrative and template rules come as well; false where it is left out"),
            "false"),
        new("sort", Words([.. ListOrders.All]), new(
            "各制度内的排序；前加 - 为倒序；缺省为 subject", "the order within each regime; downwards with '-'; "
            + "by subject where it is left out"), "-points"),
        new("region", new("string") { Pattern = "^([0-9]{2}|[0-9]{4}|[0-9]{6})$" },
            new("行政区划代码的前 2、4 或 6 位", "2, 4 or 6 digits with which the region's code begins"), "35"),
        new("return", Text(2000), new("登录后回到本服务的何处", "where in this service to come back to"), "/"),
        new("form", Words("json", "text", "notice", "file-note"), new(
            "json、说明草稿或存档说明", "json, a draft or a file note"),
            "notice"),
        new("lang", Words("zh", "en"), new("说明草稿的语言", "the language of the draft"), "zh"),
        new("limit", Number(1, MostItems),
            new($"每页项数，缺省为 {UsualItems}", $"items a page; {UsualItems} where it is left out"),
            "10"),
        new("after", Text(2000), new(
            "上一页的 next；缺省为从头", "the 'next' of the page before; from the first where it is "
            + "left out"), ""),
        new("file", Words("commit.json", "population.txt", "inspectors.txt", "proof.json"),
            new("抽取的文件", "which file of a draw"), "commit.json"),
        new("actor", Text(200), new("何人，如 person:zhang", "who, such as person:zhang"), "person:admin"),
        new("what", Words([.. ActWords.All]),
            new("何事，如 key-issued", "what was done, such as key-issued"), "key-issued"),
        new("target", Text(200), new("对何人或何物", "on whom or what"), "person:admin"),
    }.ToDictionary(each => each.Name, StringComparer.Ordinal);

    private static ParameterSchema Text(int longest) => new("string") { Longest = longest };

    private static ParameterSchema Words(params string[] words) => new("string") { Words = words };

    private static ParameterSchema Amount() =>
        new("string") { Pattern = "^-?[0-9]{1,9}([.][0-9]{1,9})?$" };

    private static ParameterSchema Number(long least, long most) =>
        new("integer") { Least = least, Most = most };
}

/// <summary>What a parameter may be.</summary>
/// <param name="Type">As JSON Schema names it: string or integer.</param>
/// <param name="Format">As JSON Schema names it; null: any.</param>
public sealed record ParameterSchema(string Type, string? Format = null)
{
    public string? Pattern { get; init; }

    public IReadOnlyList<string> Words { get; init; } = [];

    public int? Longest { get; init; }

    public long? Least { get; init; }

    public long? Most { get; init; }
}
