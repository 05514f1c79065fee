using System.Globalization;
using CreditScoring.Law.Language.Parsing;

namespace CreditScoring.Workbench.Reasoning;

/// <summary>
/// An expression in one spelling, by which two of the same meaning are known to be the same.
/// </summary>
internal static class Spoken
{
    public static string Of(Node node) => node switch
    {
        NameNode name => name.Name.ToLowerInvariant(),

        // Of a missing value .Value has no answer at all; where there is one, it is the same.
        MemberNode { Name: "Value" } member => Of(member.Target),
        MemberNode member => $"{Of(member.Target)}.{member.Name.ToLowerInvariant()}",
        CallNode call => $"{(call.Target is null ? "" : Of(call.Target) + ".")}"
            + $"{call.Name.ToLowerInvariant()}({All(call.Arguments)})",
        LiteralNode { Value: NumberLiteral number } =>
            Convert.ToDecimal(number.Value, CultureInfo.InvariantCulture)
                .ToString("0.############", CultureInfo.InvariantCulture),
        LiteralNode { Value: string text } => $"\"{text}\"",
        LiteralNode literal => FormattableString.Invariant($"{literal.Value ?? "null"}").ToLowerInvariant(),
        LambdaNode lambda => $"{lambda.Parameter}=>{Of(lambda.Body)}",
        UnaryNode unary => $"{unary.Operator}({Of(unary.Operand)})",
        BinaryNode binary => $"{binary.Operator}({Of(binary.Left)},{Of(binary.Right)})",
        LogicNode logic => $"{logic.Operator}({All(logic.Parts)})",
        InNode membership => $"in{membership.Negated}({All(membership.Parts)})",
        _ => $"{node.GetType().Name}({All(node.Parts)})",
    };

    private static string All(IEnumerable<Node> nodes) => string.Join(',', nodes.Select(Of));
}
