using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Law.Packs;

namespace CreditScoring.Workbench.Revising;

/// <summary>
/// A regime that there is not yet, as its author names it: it judges everybody mildest until its articles and
/// rules are written; one without repair wants its first points rule before it can be read. Its numbers are
/// its author's own.
/// </summary>
/// <param name="Regime">Such as <c>cn-gd/platform-complaints</c>.</param>
/// <param name="Tiers">Their letters, the mildest first; two at the least.</param>
/// <param name="SubjectKind">Of whom it is.</param>
/// <param name="Months">So long points count.</param>
/// <param name="RepairMonths">So long one waits before asking for repair; null: there is none.</param>
public sealed record NewRegime(
    string Regime, Wording Title, DateOnly From, string SubjectKind, IReadOnlyList<string> Tiers, int Months,
    int? RepairMonths)
{
    private const string Schema = "\"$schema\": \"{up}schema/{schema}.schema.json\"";

    private const string Law = """
        # {zh}

        示例规则，数值为自拟。Illustrative; the numbers are ours.

        ## 第一条 记分 · Points {#art-1}

        （写明何种行为记几分。）

        ## 第二条 等级 · Tiers {#art-2}

        （写明几分为何等级。）没有有效记分的，为 {mildest} 级。

        ## 第三条 期限 · Term {#art-3}

        记分自决定之日起 {months} 个月内有效。{#art-3-1}

        ## 第四条 监管 · Supervision {#art-4}

        （写明各等级检查几次，何者列为重点。）

        """;

    private const string RepairLaw = """
        ## 第五条 信用修复 · Repair {#art-5}

        自记分之日起满 {repair} 个月且已改正的，可以申请修复；准予修复的，该项记分清除。{#art-5-1}

        """;

    private const string LeftOut = """
        ## 未数据化的内容 · Not formalised

        - [第三条](#art-3-1)：写在 pack.json 的 lapsesOn 中。Said by lapsesOn in pack.json.

        """;

    private const string Repair = """
            {
              "RuleName": "repair",
              "Operator": "And",
              "Rules": [
                {
                  "RuleName": "waited",
                  "Expression": "happened.actsOn.from.AddMonths({repair}) < happened.from",
                  "ErrorMessage": "未满 {repair} 个月 · {repair} months have not passed"
                },
                {
                  "RuleName": "performed",
                  "Expression": "happened.performed",
                  "ErrorMessage": "尚未改正 · not yet put right"
                }
              ],
              "Properties": {
                "title": { "zh": "信用修复的条件", "en": "conditions of repair" },
                "citation": "law.md#art-5-1",
                "provenance": "illustrative"
              }
            }
        """;

    private const string Total = """
            { "Name": "total", "Expression": "Math.Max(0, entries.Sum(e => e.points))" }
        """;

    /// <summary>Whether it can be a regime's name: lower case, at least two parts.</summary>
    public static bool IsName(string regime) => regime.Split('/') is { Length: > 1 } parts
        && parts.All(part => part.Length > 0 && char.IsAsciiLetterLower(part[0])
            && part.All(
                letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'));

    /// <summary>The law with it.</summary>
    /// <exception cref="ArgumentException">It is there already, or its name or tiers are none.</exception>
    public LawFiles AddedTo(LawFiles files)
    {
        if (!IsName(Regime) || Tiers.Count < 2 || IsOfNoPacks(files) || files.All.Any(
            each => each.File.StartsWith(Regime + '/', StringComparison.Ordinal)))
        {
            throw new ArgumentException($"not a new regime: {Regime}", nameof(files));
        }

        return Files().Aggregate(files, (all, each) => all.With(each));
    }

    /// <summary>Whether its first folder is there for something else, such as the catalogue.</summary>
    private bool IsOfNoPacks(LawFiles files)
    {
        var first = Regime[..(Regime.IndexOf('/') + 1)];
        return files.All.Any(each => each.File.StartsWith(first, StringComparison.Ordinal))
            && !files.Folders.Any(each => each.StartsWith(first, StringComparison.Ordinal));
    }

    /// <summary>The folder of its first version.</summary>
    public string Folder => $"{Regime}/{From:yyyy-MM-dd}";

    private IEnumerable<SourceText> Files()
    {
        yield return Text("law.md", Law + (RepairMonths is null ? "" : RepairLaw) + LeftOut);
        yield return Text("pack.json", Manifest());
        var points = Text("points.workflow.json", Workflow("points"));
        yield return RepairMonths is null ? points : RuleRevision.Add(points, First, Repaired);
        yield return RuleRevision.Add(Text("tier.workflow.json", Workflow("tier", Total)), First, Mildest);
        yield return RuleRevision.Add(
            Text("frequency.workflow.json", Workflow("frequency")), First, Everyone);
        if (RepairMonths is not null)
        {
            yield return Text("repair.workflow.json", Workflow("repair", rules: Repair));
        }
    }

    private static RulePath First { get; } = new([0]);

    private static RuleEntry Repaired { get; } = new()
    {
        Name = "repaired", TitleZh = "修复", TitleEn = "repaired",
        Expression = "happened.kind == \"repaired\"",
        Properties = new Dictionary<string, string>
        {
            [RuleProperties.Clears.Name] = "entries.Where(e => e.happened == happened.actsOn)",
            [RuleProperties.Citation.Name] = "law.md#art-5-1",
        },
    };

    private RuleEntry Mildest => new()
    {
        Name = "no-points", TitleZh = "没有达到其他等级的条件", TitleEn = "none of the others",
        Expression = "true",
        Properties = Illustrative("law.md#art-2", (RuleProperties.Tier.Name, Tiers[0])),
    };

    private static RuleEntry Everyone { get; } = new()
    {
        Name = "everyone", TitleZh = "一般监管", TitleEn = "usual supervision", Expression = "true",
        Properties = Illustrative(
            "law.md#art-4", (FrequencyField.TimesPerYear.Name, "0"),
            (FrequencyField.KeySupervision.Name, "false"), (FrequencyField.Priority.Name, "may")),
    };

    private static Dictionary<string, string> Illustrative(
        string citation, params ReadOnlySpan<(string Name, string Text)> says)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, text) in says)
        {
            all.Add(name, text);
        }

        all.Add(RuleProperties.Citation.Name, citation);
        all.Add(RuleProperties.Provenance.Name, Provenance.Illustrative.Text);
        return all;
    }

    private string Manifest()
    {
        var tiers = string.Join(", ", Tiers.Select(tier =>
            $$"""{ "tier": "{{tier}}", "zh": "{{tier}} 级", "en": "tier {{tier}}" }"""));
        var roles = string.Join(", ", new[] { "points", "tier", "frequency" }
            .Concat(RepairMonths is null ? [] : ["repair"]).Select(role => $"\"{role}\": \"{role}\""));
        return $$"""
            {
              {{Schema.Replace("{schema}", "pack", StringComparison.Ordinal)}},
              "regime": "{{Regime}}",
              "title": { "zh": {zh-json}, "en": {en-json} },
              "status": "illustrative",
              "instrument": null,
              "inForceFrom": "{{From:yyyy-MM-dd}}",
              "transition": "old",
              "subjects": [ {subject-json} ],
              "tiers": [ {{tiers}} ],
              "points": "total",
              "from": "happened.decidedOn ?? happened.occurredOn",
              "lapsesOn": "from.AddMonths({months}).AddDays(1)",
              "measures": { "total": { "zh": "累计记分", "en": "total points" } },
              "workflows": { {{roles}} }
            }

            """;
    }

    private static string Workflow(string name, string? named = null, string? rules = null) =>
        $"{{\n  {Schema.Replace("{schema}", "workflow", StringComparison.Ordinal)},\n"
        + $"  \"WorkflowName\": \"{name}\",\n"
        + (named is null ? "" : $"  \"GlobalParams\": [\n{named}\n  ],\n")
        + (rules is null ? "  \"Rules\": [\n  ]\n" : $"  \"Rules\": [\n{rules}\n  ]\n") + "}\n";

    private SourceText Text(string file, string template)
    {
        var up = string.Concat(Enumerable.Repeat("../", Regime.Count(each => each == '/') + 2));
        var words = new (string Name, string Said)[]
        {
            ("up", up), ("zh-json", JsonLine.Text(Title.Zh)), ("en-json", JsonLine.Text(Title.En)),
            ("subject-json", JsonLine.Text(SubjectKind)), ("zh", WrittenValue.OneLine(Title.Zh)),
            ("mildest", Tiers[0]), ("months", Number(Months)), ("repair", Number(RepairMonths ?? 0)),
        };
        return new SourceText($"{Folder}/{file}", words.Aggregate(template, (text, word) =>
            text.Replace($"{{{word.Name}}}", word.Said, StringComparison.Ordinal)));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
