using System.Globalization;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Reasoning;

/// <summary>
/// Condition -> what must be so where it holds, or where it does not. What it does not understand it
/// takes as open, so that "never" and "always" are certain and "perhaps" is everything else.
/// </summary>
/// <param name="ranges">What is known of an expression beforehand, such as a total that is never below
/// 0.</param>
/// <param name="constants">The number that an expression always is, such as a cell of a table; null:
/// unknown.</param>
internal sealed class Reasoner(Func<Node, Domain> ranges, Func<Node, decimal?> constants)
{
    public Constraints Holds(Node node, bool wanted = true) => node switch
    {
        LiteralNode { Value: bool truth } =>
            truth == wanted ? Constraints.None : Constraints.Impossible(truth ? "true" : "false"),
        UnaryNode { Operator: Operator.Not } not => Holds(not.Operand, !wanted),
        LogicNode logic => Joined(logic.Parts, (logic.Operator == Operator.And) == wanted, wanted),
        BinaryNode { Operator: Operator.EagerAnd or Operator.EagerOr } eager =>
            Joined([eager.Left, eager.Right], (eager.Operator == Operator.EagerAnd) == wanted, wanted),
        BinaryNode compared when compared.Operator.IsComparison() => Compared(compared, wanted),
        InNode { IsList: false } membership => Member(membership, wanted),
        _ => About(node, wanted ? Domain.Words("true") : Domain.Except("true")),
    };

    /// <summary>The conditions of a rule with nested rules.</summary>
    public Constraints Holds(WrittenRule rule, bool wanted = true)
    {
        if (rule.Condition is { } condition)
        {
            return Holds(condition.Root, wanted);
        }

        if (rule.Nested.Count == 0)
        {
            return Constraints.None;
        }

        var parts = rule.Nested.Select(nested => Holds(nested, wanted));
        return rule.JoinsAll == wanted
            ? parts.Aggregate((left, right) => left.And(right))
            : parts.Aggregate((left, right) => left.Or(right));
    }

    private Constraints Joined(IReadOnlyList<Node> parts, bool all, bool wanted)
    {
        var each = parts.Select(part => Holds(part, wanted));
        return all ? each.Aggregate((left, right) => left.And(right))
            : each.Aggregate((left, right) => left.Or(right));
    }

    private Constraints About(Node node, Domain domain) =>
        Constraints.Of(Spoken.Of(node), ranges(node).And(domain));

    private Constraints Member(InNode node, bool wanted)
    {
        var words = node.Items.Select(Word).ToArray();
        return words.Contains(null) ? Constraints.None
            : About(node.Left, node.Negated != wanted ? Domain.Words(words!) : Domain.Except(words!));
    }

    private Constraints Compared(BinaryNode node, bool wanted)
    {
        var (left, right, op) = (node.Left, node.Right, node.Operator);
        if (Number(left) is { } a && Number(right) is { } b)
        {
            return Holds(a.CompareTo(b), op) == wanted
                ? Constraints.None
                : Constraints.Impossible(Spoken.Of(node));
        }

        if (Number(left) is not null || Word(left) is not null || left is LiteralNode)
        {
            (left, right, op) = (right, left, op.Mirrored());
        }

        if (right is LiteralNode { Value: null })
        {
            return About(left, (op == Operator.Equal) == wanted
                ? Domain.Any with { Only = [] } : Domain.Present);
        }

        // !(x < 5) also holds where x is missing; x >= 5 does not.
        return Number(right) is { } number && op is not (Operator.Equal or Operator.NotEqual)
            ? About(
                left, wanted ? Stretch(op, number) : Stretch(Opposite(op), number) with { MayMiss = true })
            : Word(right) is { } word && op is Operator.Equal or Operator.NotEqual
                ? About(left, Equal(word: Word(right), Number(right), (op == Operator.Equal) == wanted))
                : Constraints.None;
    }

    private static Domain Equal(string? word, decimal? number, bool equal) =>
        number is { } exact && equal ? Domain.Present with { Low = exact, High = exact }
            : number is not null ? Domain.Any
            : equal ? Domain.Words(word!) : Domain.Except(word!);

    private static Domain Stretch(Operator op, decimal number) => op switch
    {
        Operator.Less => Domain.Present with { High = number, HighOut = true },
        Operator.LessOrEqual => Domain.Present with { High = number },
        Operator.Greater => Domain.Present with { Low = number, LowOut = true },
        _ => Domain.Present with { Low = number },
    };

    private static Operator Opposite(Operator op) => op switch
    {
        Operator.Less => Operator.GreaterOrEqual,
        Operator.LessOrEqual => Operator.Greater,
        Operator.Greater => Operator.LessOrEqual,
        _ => Operator.Less,
    };

    private static bool Holds(int order, Operator op) => op switch
    {
        Operator.Equal => order == 0,
        Operator.NotEqual => order != 0,
        Operator.Less => order < 0,
        Operator.LessOrEqual => order <= 0,
        Operator.Greater => order > 0,
        _ => order >= 0,
    };

    private decimal? Number(Node node) => node switch
    {
        LiteralNode { Value: NumberLiteral number } =>
            Convert.ToDecimal(number.Value, CultureInfo.InvariantCulture),
        LiteralNode { Value: string text } =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) ? day.DayNumber : null,
        UnaryNode { Operator: Operator.Negate } negated => -Number(negated.Operand),
        _ => constants(node),
    };

    private string? Word(Node node) => node switch
    {
        LiteralNode { Value: string text } => text,
        LiteralNode { Value: bool truth } => truth ? "true" : "false",
        _ => Number(node)?.ToString(CultureInfo.InvariantCulture),
    };
}
