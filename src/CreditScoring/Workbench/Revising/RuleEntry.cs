using CreditScoring.Documents;
using CreditScoring.Law.Packs;

namespace CreditScoring.Workbench.Revising;

/// <summary>A parameter of a rule: a name for an expression.</summary>
public sealed record WrittenParam(string Name, string Expression);

/// <summary>A rule as an author fills it in; what is empty is not there.</summary>
public sealed record RuleEntry
{
    public string Name { get; init; } = "";

    public string TitleZh { get; init; } = "";

    public string TitleEn { get; init; } = "";

    /// <summary>When it holds; empty: it joins others.</summary>
    public string Expression { get; init; } = "";

    /// <summary>Why it does not hold, told to who asks.</summary>
    public string Reason { get; init; } = "";

    public IReadOnlyList<WrittenParam> Params { get; init; } = [];

    /// <summary>What follows, by the names of properties; without the title.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    public static RuleEntry Of(JsonPiece rule) => new()
    {
        Name = WrittenValue.Shown(rule["RuleName"]),
        TitleZh = WrittenValue.Shown(rule["Properties"]?[RuleProperties.Title.Name]?["zh"]),
        TitleEn = WrittenValue.Shown(rule["Properties"]?[RuleProperties.Title.Name]?["en"]),
        Expression = WrittenValue.ShownFormula(rule["Expression"]),
        Reason = WrittenValue.Shown(rule["ErrorMessage"]),
        Params =
        [
            .. (rule["LocalParams"]?.Items ?? []).Select(param => new WrittenParam(
                WrittenValue.Shown(param["Name"]), WrittenValue.ShownFormula(param["Expression"]))),
        ],
        Properties = (rule["Properties"]?.Properties ?? [])
            .Where(each => each.Name != RuleProperties.Title.Name)
            .ToDictionary(each => each.Name, each => WrittenValue.Shown(each.Value), StringComparer.Ordinal),
    };

    /// <summary>The whole rule on one line, as a new one is put in.</summary>
    public string Written()
    {
        var properties = Properties.Select(each => (each.Key, Value: ValueOf(each.Key, each.Value)))
            .Where(each => each.Value is not null).Select(each => (each.Key, each.Value!)).ToList();
        if (TitleText() is { } title)
        {
            properties.Insert(0, (RuleProperties.Title.Name, title));
        }

        return JsonLine.Object(
            new (string Name, string? Value)[]
            {
                ("RuleName", WrittenValue.TextOf(Name)), ("Expression", WrittenValue.TextOf(Expression)),
                ("ErrorMessage", WrittenValue.TextOf(Reason)), ("LocalParams", ParamsText()),
                ("Properties", properties.Count == 0 ? null : JsonLine.Object(properties)),
            }.Where(each => each.Value is not null).Select(each => (each.Name, each.Value!)));
    }

    /// <summary>Null: it has none.</summary>
    internal string? TitleText() => TitleZh.Length + TitleEn.Length == 0 ? null : JsonLine.Object(
    [
        ("zh", JsonLine.Text(WrittenValue.OneLine(TitleZh))),
        ("en", JsonLine.Text(WrittenValue.OneLine(TitleEn))),
    ]);

    /// <summary>Null: it has none.</summary>
    internal string? ParamsText() => Params.Count == 0 ? null : JsonLine.List(Params.Select(param =>
        JsonLine.Object(
        [
            ("Name", JsonLine.Text(WrittenValue.OneLine(param.Name))),
            ("Expression", JsonLine.Text(WrittenValue.OneLine(param.Expression))),
        ])));

    /// <summary>As it stands in the file: some properties are words, others numbers or expressions.</summary>
    internal static string? ValueOf(string property, string typed) =>
        RuleProperties.Written.Contains(property) ? WrittenValue.TextOf(typed) : WrittenValue.Of(typed);
}
