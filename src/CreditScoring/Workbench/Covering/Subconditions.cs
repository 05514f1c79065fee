using CreditScoring.Law.Language;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Workbench.Covering;

/// <summary>
/// The parts of a text that must come out both ways: a condition, the terms of its &amp;&amp; and ||, and
/// what any ?: asks. What a lambda asks of each item has no single outcome.
/// </summary>
internal static class Subconditions
{
    public static IEnumerable<(int Start, int End)> Of(Formula formula)
    {
        var root = Parser.Parse(formula.Source.Text, out _);
        return (formula.Type.Shape == Shape.Boolean ? Conditions(root) : Within(root))
            .Select(node => (node.Start, node.End));
    }

    private static IEnumerable<Node> Conditions(Node node) => node switch
    {
        // "true" has one outcome by design.
        LiteralNode => [],
        LogicNode logic => logic.Parts.SelectMany(Conditions).Prepend(node),
        UnaryNode { Operator: Operator.Not, Operand: LogicNode not } => Conditions(not).Skip(1).Prepend(node),
        _ => Within(node).Prepend(node),
    };

    /// <summary>What the choices inside a value ask.</summary>
    private static IEnumerable<Node> Within(Node node) => node switch
    {
        LambdaNode => [],
        ChoiceNode choice => Chosen(choice, choice.Condition),
        CallNode { Target: null, Arguments: [var asked, _, _] } call
            when call.Name.Equals("iif", StringComparison.OrdinalIgnoreCase) => Chosen(call, asked),
        _ => node.Parts.SelectMany(Within),
    };

    private static IEnumerable<Node> Chosen(Node choice, Node asked) =>
        Conditions(asked).Concat(choice.Parts.Where(part => part != asked).SelectMany(Within));
}
