using CreditScoring.Documents;

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
        new("tier", Text(64), new("等级代码", "the code of the tier"), "A"),
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
        new("actor", Text(200), new("何人，如 person:zhang", "who, such as person:zhang"), "person:admin"),
        new("what", Text(64), new("何事，如 key-issued", "what was done, such as key-issued"), "key-issued"),
        new("target", Text(200), new("对何人或何物", "on whom or what"), "person:admin"),
    }.ToDictionary(each => each.Name, StringComparer.Ordinal);

    private static ParameterSchema Text(int longest) => new("string") { Longest = longest };

    private static ParameterSchema Words(params string[] words) => new("string") { Words = words };

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
