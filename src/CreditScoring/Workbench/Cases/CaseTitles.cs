using CreditScoring.Documents;
using CreditScoring.Law.Packs;

namespace CreditScoring.Workbench.Cases;

/// <summary>What people call the members of a standing that cases name, and their values.</summary>
internal sealed class CaseTitles(RulePack pack, string language)
{
    private static readonly Dictionary<string, Wording> Members = new(StringComparer.Ordinal)
    {
        ["tier"] = new("等级", "tier"),
        ["tierRule"] = new("定级依据", "rung"),
        ["points"] = new("记分", "points"),
        ["entries"] = new("计入的事项", "what counts"),
        ["duties"] = new("义务", "duties"),
        ["steps"] = new("措施", "steps"),
        ["measures"] = new("指标", "named values"),
        ["frequency"] = new("监管要求", "supervision"),
        ["flaws"] = new("不能评定", "not judged"),
        ["repairs"] = new("信用修复", "repair"),
        ["changesOn"] = new("下一变化", "next change"),
        ["lockedUntil"] = new("在此日前不升级", "no better before"),
        ["pack"] = new("规则版本", "version"),
        ["state"] = new("状态", "state"),
        ["of"] = new("义务人", "whose"),
        ["event"] = new("因", "of"),
        ["opens"] = new("首日", "first day"),
        ["due"] = new("最后一日", "last day"),
        ["from"] = new("自", "from"),
        ["lapsesOn"] = new("失效日", "lapses on"),
        ["since"] = new("自", "since"),
        ["until"] = new("至", "until"),
        ["citation"] = new("条款", "article"),
        ["granted"] = new("准予", "granted"),
        ["meetsConditions"] = new("符合条件", "meets the conditions"),
        ["unmet"] = new("不符合", "not met"),
        ["decision"] = new("决定", "decision"),
    };

    private static readonly Dictionary<string, Wording> Words = new(StringComparer.Ordinal)
    {
        ["open"] = new("待履行", "open"),
        ["fulfilled"] = new("已履行", "fulfilled"),
        ["missed"] = new("逾期", "missed"),
        ["subject"] = new("主体", "the subject"),
        ["authority"] = new("机关", "the authority"),
        ["does-not-apply"] = new("不适用于该主体", "does not apply"),
        ["cannot-be-judged"] = new("无法评定", "cannot be judged"),
        ["no-pack-in-force"] = new("当日没有施行中的规则", "no rules in force on the day"),
    };

    private static readonly Dictionary<string, Wording> Supervision =
        FrequencyField.All.ToDictionary(each => each.Name, each => each.Label ?? each.Property.Meaning);

    private static readonly Dictionary<string, Wording> SupervisionWords = FrequencyField.All
        .SelectMany(each => (each.Property as WrittenProperty)?.Words ?? [])
        .ToDictionary(each => each.Text, each => each.Meaning);

    public string Say(string zh, string en) => language == "zh" ? zh : en;

    /// <param name="list">The member that it is a part of; null: it is one of the standing itself.</param>
    public string Of(string member, string? list = null) =>
        (list switch
        {
            "measures" => pack.Manifest.Measures.GetValueOrDefault(member),
            "frequency" => Supervision.GetValueOrDefault(member),
            _ => Members.GetValueOrDefault(member),
        }).In(language) is { Length: > 0 } said ? said : member;

    public string Value(string member, string value) => member switch
    {
        "tier" => Title(pack.Manifest.Tiers.Titles.GetValueOrDefault(value), value),
        "rule" or "tierRule" or "duty" => Rule(value),
        "step" => Title(pack.Steps.FirstOrDefault(each => each.Step == value)?.Title, value),
        _ => Title(
            Words.TryGetValue(value, out var word) ? word : SupervisionWords.GetValueOrDefault(value), value),
    };

    /// <summary>A rule by its title; without one by its name.</summary>
    public string Rule(string name) =>
        Title(pack.Rules.FirstOrDefault(each => each.Name == name && each.Title is not null)?.Title, name);

    /// <summary>A condition of repair by what its authors say where it does not hold: 中文 · English.</summary>
    public string Condition(string name)
    {
        var said = pack.Repair.SelectMany(rule => Parts(rule.Condition))
            .FirstOrDefault(part => part.Name == name)?.Reason?.Split(" · ");
        return said is null ? Rule(name) : language == "zh" ? said[0] : said[^1];
    }

    private static IEnumerable<Condition> Parts(Condition condition) =>
        condition is Joined joined ? joined.Parts.SelectMany(Parts).Prepend(condition) : [condition];

    private string Title(Wording? title, string name) =>
        title?.In(language) is { Length: > 0 } said ? said : name;
}
