namespace CreditScoring.Law.Language.Parsing;

/// <summary>A part of a rule's text as parsed, before names and types mean anything.</summary>
internal abstract class Node(int start, int end, params IReadOnlyList<Node> parts)
{
    public int Start { get; private set; } = start;

    public int End { get; private set; } = end;

    /// <summary>The parts in the order written.</summary>
    public IReadOnlyList<Node> Parts { get; } = parts;

    /// <summary>Counts from 0 within one text.</summary>
    public int Id { get; set; }

    /// <summary>Longest way down to a leaf: bounds every later recursion.</summary>
    public int Height { get; } = parts.Count == 0 ? 1 : 1 + parts.Max(part => part.Height);

    /// <summary>Takes the parentheses around it in, so that it is shown as written.</summary>
    public void Widen(int start, int end) => (Start, End) = (start, end);
}

/// <summary>A <see cref="NumberLiteral"/>, string, bool or null.</summary>
internal sealed class LiteralNode(int start, int end, object? value) : Node(start, end)
{
    public object? Value { get; } = value;
}

internal sealed class NameNode(Token name) : Node(name.Start, name.End)
{
    public string Name { get; } = name.Text;
}

internal sealed class MemberNode(Node target, Token name) : Node(target.Start, name.End, target)
{
    public Node Target { get; } = target;

    public string Name { get; } = name.Text;

    public int NameStart { get; } = name.Start;
}

/// <summary>A call on something, or, without target, of a function.</summary>
internal sealed class CallNode(Node? target, Token name, IReadOnlyList<Node> arguments, int end)
    : Node(target?.Start ?? name.Start, end, target is null ? arguments : [target, .. arguments])
{
    public Node? Target { get; } = target;

    public string Name { get; } = name.Text;

    public int NameStart { get; } = name.Start;

    public IReadOnlyList<Node> Arguments { get; } = arguments;
}

internal sealed class IndexNode(Node target, Node index, int end)
    : Node(target.Start, end, target, index)
{
    public Node Target { get; } = target;

    public Node Index { get; } = index;
}

internal sealed class LambdaNode(Token parameter, Node body)
    : Node(parameter.Start, body.End, body)
{
    public string Parameter { get; } = parameter.Text;

    public Node Body { get; } = body;
}

/// <summary><c>new[] { ... }</c>, <c>new string[] { ... }</c></summary>
internal sealed class ListNode(int start, int end, IReadOnlyList<Node> items)
    : Node(start, end, items)
{
    /// <summary>The words by which a list may say what its items are.</summary>
    public static readonly IReadOnlyDictionary<string, Shape> Types = new Dictionary<string,
    Shape>(StringComparer.Ordinal)
    {
        ["string"] = Shape.Text,
        ["int"] = Shape.Integer,
    };

    /// <summary>The word by which it says so; null: by none.</summary>
    public string? ItemType { get; init; }
}
