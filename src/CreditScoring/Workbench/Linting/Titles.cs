using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>
/// title-missing: whatever a person reads of an answer has a title in Chinese and English, not a code.
/// Fixtures are exempt: nobody is judged by them.
/// </summary>
internal static class Titles
{
    private const string Form = "\"title\": { \"zh\": \"...\", \"en\": \"...\" }";

    public static IEnumerable<Flaw> Check(WrittenPack pack) =>
        pack.Manifest?["status"]?.Text == "fixture" ? []
        : Rules(pack).Concat(Tiers(pack)).Concat(Measures(pack));

    private static IEnumerable<Flaw> Rules(WrittenPack pack) =>
        from rule in pack.Rules
        where !IsTitle(rule.Property(RuleProperties.Title))
        select Missing(
            rule.Property(RuleProperties.Title)?.Place ?? rule.Place,
            $"规则 \"{rule.Name}\"", $"the rule \"{rule.Name}\"",
            $"在 Properties 里写 {Form}，用条文的话", $"write {Form} in its Properties, in the words of the law");

    private static IEnumerable<Flaw> Tiers(WrittenPack pack) =>
        from item in pack.Manifest?["tiers"]?.Items ?? []
        let tier = item["tier"]?.Text ?? item.Text ?? ""
        where !IsTitle(item)
        select Missing(
            item.Place, $"等级 \"{tier}\"", $"the tier \"{tier}\"",
            $"写成 {{ \"tier\": \"{tier}\", \"zh\": \"...\", \"en\": \"...\" }}",
            $"write {{ \"tier\": \"{tier}\", \"zh\": \"...\", \"en\": \"...\" }}");

    private static IEnumerable<Flaw> Measures(WrittenPack pack) =>
        from param in pack.Workflow("tier")?["GlobalParams"]?.Items ?? []
        let name = param["Name"]?.Text
        where name is not null && !IsTitle(pack.Manifest?["measures"]?[name])
        select Missing(
            param["Name"]!.Place, $"命名值 \"{name}\"", $"the named value \"{name}\"",
            $"在 pack.json 的 measures 里写 \"{name}\": {{ \"zh\": \"...\", \"en\": \"...\" }}",
            $"write \"{name}\": {{ \"zh\": \"...\", \"en\": \"...\" }} in measures of pack.json");

    private static bool IsTitle(JsonPiece? piece) =>
        !string.IsNullOrWhiteSpace(piece?["zh"]?.Text) && !string.IsNullOrWhiteSpace(piece["en"]?.Text);

    private static Flaw Missing(Place place, string zh, string en, string mendZh, string mendEn) => new(
        "title-missing", place,
        new Wording($"{zh}没有中英文名称", $"{en} has no title in Chinese and English"),
        new Wording(mendZh, mendEn));
}
