using System.Text.RegularExpressions;
using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Governance;

namespace CreditScoring.Service.Dashboard;

/// <summary>Places in rules and reasons of a back-test, by what people call what they name.</summary>
internal static partial class LawPath
{
    private static readonly Dictionary<string, Wording> Roles = new(StringComparer.Ordinal)
    {
        ["pack"] = new("规则包", "pack"), ["points"] = new("记分", "points"),
        ["factors"] = new("主体属性", "attributes"), ["tier"] = new("等级", "tier"),
        ["steps"] = new("措施", "steps"), ["duties"] = new("义务", "duties"),
        ["repair"] = new("修复", "repair"), ["frequency"] = new("监管频次", "frequency"),
    };

    private static readonly Dictionary<string, Wording> Parts = new(StringComparer.Ordinal)
    {
        ["Expression"] = new("条件", "condition"), ["Operator"] = new("各条件的关系", "how conditions are joined"),
        ["GlobalParams"] = new("公用数值", "named values"), ["LocalParams"] = new("数值", "named values"),
        ["title"] = new("名称", "title"), ["citation"] = new("条文", "article"),
        ["provenance"] = new("数值来源", "provenance"), ["points"] = new("分值", "points"),
        ["tier"] = new("等级", "tier"), ["instrument"] = new("依据文件", "instrument"),
        ["inForceFrom"] = new("施行日", "in force from"), ["repealedFrom"] = new("废止日", "repealed from"),
        ["status"] = new("性质", "status"), ["row"] = new("行", "row"),
        ["zh"] = new("中文", "Chinese"), ["en"] = new("英文", "English"),
    };

    /// <summary>A path such as <c>tier / twelve-or-more / Expression</c>.</summary>
    public static string Told(string path, string regime, LawTitles titles, string language) =>
        string.Join(" › ", path.Split(" / ").Where(each => each != "says").Select((each, place) =>
            place == 0 ? Roles.TryGetValue(each, out var role) ? role.In(language) : each
            : titles.Rule(regime, each) is { } title ? title.In(language)
            : Parts.TryGetValue(each, out var part) ? part.In(language)
            : RuleProperties.All.FirstOrDefault(one => one.Name == each)?.Meaning.In(language) ?? each));

    /// <summary>
    /// A reason such as <c>sampling-failed 6 -> 9 [law.md#art-8-1]</c>, its articles left out.
    /// </summary>
    public static string Reason(string why, string regime, LawTitles titles, string language) =>
        Name().Replace(Article().Replace(why, ""), name => titles.Rule(regime, name.Value) is { } title
            ? title.In(language) : name.Value).Replace("->", "→");

    [GeneratedRegex(@" \[[^\]]*#[^\]]*\]")]
    private static partial Regex Article();

    [GeneratedRegex(@"[a-z][a-z0-9-]*[a-z0-9]")]
    private static partial Regex Name();
}
