namespace CreditScoring.Law.Language.Parsing;

internal sealed class UnaryNode(Operator op, int start, Node operand)
    : Node(start, operand.End, operand)
{
    public Operator Operator { get; } = op;

    public Node Operand { get; } = operand;
}

internal sealed class BinaryNode(Operator op, Node left, Node right)
    : Node(left.Start, right.End, left, right)
{
    public Operator Operator { get; } = op;

    public Node Left { get; } = left;

    public Node Right { get; } = right;
}

/// <summary>A whole run of && or of ||, flat, so that a long one is not deep.</summary>
internal sealed class LogicNode(Operator op, IReadOnlyList<Node> terms)
    : Node(terms[0].Start, terms[^1].End, terms)
{
    public Operator Operator { get; } = op;
}

internal sealed class ChoiceNode(Node condition, Node then, Node otherwise)
    : Node(condition.Start, otherwise.End, condition, then, otherwise)
{
    public Node Condition { get; } = condition;

    public Node Then { get; } = then;

    public Node Otherwise { get; } = otherwise;
}

/// <summary>
/// <c>x in (a, b)</c>, or <c>x in list</c> where the one item is not in parentheses.
/// </summary>
internal sealed class InNode(
    bool negated, Node left, IReadOnlyList<Node> items, bool isList, int end)
    : Node(left.Start, end, [left, .. items])
{
    public bool Negated { get; } = negated;

    public Node Left { get; } = left;

    public IReadOnlyList<Node> Items { get; } = items;

    public bool IsList { get; } = isList;
}
