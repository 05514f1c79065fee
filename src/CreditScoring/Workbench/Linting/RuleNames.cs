using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>unknown-rule: e.rule == "..." and running("...") name a rule or step that there is.</summary>
internal static class RuleNames
{
    public static IEnumerable<Flaw> Check(WrittenPack pack)
    {
        var rules = pack.Role("points").Concat(pack.Role("factors")).Select(rule => rule.Name).ToHashSet();
        var steps = pack.Role("steps")
            .Select(rule => rule.Property(RuleProperties.Step)?.Text ?? rule.Name).ToHashSet();
        foreach (var text in pack.Texts())
        {
            foreach (var node in text.Parts())
            {
                if (RuleNamed(node) is { } rule && !rules.Contains((string)rule.Value!))
                {
                    yield return Unknown(text.At(rule), (string)rule.Value!, rules);
                }
                else if (StepNamed(node) is { } step && !steps.Contains((string)step.Value!))
                {
                    // An authority may record a step that no rule takes.
                    yield return Unknown(
                        text.At(step), (string)step.Value!, steps) with { Severity = Severity.Warning };
                }
            }
        }
    }

    private static LiteralNode? RuleNamed(Node node) => node is BinaryNode
    {
        Operator: Operator.Equal or Operator.NotEqual,
        Left: MemberNode { Name: "rule" },
        Right: LiteralNode { Value: string } literal,
    } ? literal : null;

    private static LiteralNode? StepNamed(Node node) => node is CallNode
    {
        Target: null, Name: "running", Arguments: [LiteralNode { Value: string } literal],
    } ? literal : null;

    private static Flaw Unknown(Place place, string name, IEnumerable<string> known)
    {
        var near = NearMiss.Of(name, known);
        return new Flaw(
            "unknown-rule", place,
            new Wording($"没有规则或措施 \"{Spelling.Shown(name)}\"",
                $"there is no rule or step \"{Spelling.Shown(name)}\""),
            near is null
                ? new Wording("核对名称", "check the name")
                : new Wording($"是否想写 \"{near}\"？", $"did you mean \"{near}\"?"));
    }
}
