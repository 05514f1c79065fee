using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>credit-never-lapses: points taken off for ever would pay for offences years later.</summary>
internal static class Credits
{
    public static IEnumerable<Flaw> Check(WrittenPack pack)
    {
        if (pack.Manifest?["lapsesOn"] is { IsNull: false })
        {
            yield break;
        }

        foreach (var rule in pack.Role("points")
            .Where(rule => rule.Property(RuleProperties.LapsesOn) is null))
        {
            if (rule.Property(RuleProperties.Points) is { } points && IsCredit(points))
            {
                yield return new Flaw(
                    "credit-never-lapses", points.Place,
                    new Wording($"规则 \"{rule.Name}\" 减分，却没有失效日",
                        $"the rule \"{rule.Name}\" takes points off for ever"),
                    new Wording("写明 lapsesOn", "say when it lapses: lapsesOn"));
            }
        }
    }

    private static bool IsCredit(JsonPiece points) => points.Number < 0
        || (WrittenText.Of(points) is { } text && IsNegative(text.Root));

    private static bool IsNegative(Node node) => node switch
    {
        UnaryNode { Operator: Operator.Negate } => true,
        ChoiceNode choice => IsNegative(choice.Then) || IsNegative(choice.Otherwise),
        BinaryNode { Operator: Operator.Multiply or Operator.Divide } product =>
            IsNegative(product.Left) != IsNegative(product.Right),
        CallNode { Target: NameNode { Name: "Math" } } call => call.Arguments.Any(IsNegative),
        _ => false,
    };
}
