using CreditScoring.Law.Expressions.Parsing;

namespace CreditScoring.Trials.Covering;

/// <summary>The parts of a condition's text that must come out both ways: itself, and the terms of its &amp;&amp; and ||.</summary>
internal static class Subconditions
{
    public static IEnumerable<(int Start, int End)> Of(string text) =>
        Below(Parser.Parse(text, out _)).Select(node => (node.Start, node.End));

    private static IEnumerable<Node> Below(Node node) => node switch
    {
        // "true" has one outcome by design.
        LiteralNode => [],
        LogicNode logic => logic.Parts.SelectMany(Below).Prepend(node),
        UnaryNode { Operator: Operator.Not, Operand: LogicNode } not => not.Parts.SelectMany(Below).Prepend(node),
        ChoiceNode choice => Below(choice.Condition).Prepend(node),
        _ => [node],
    };
}
