namespace CreditScoring.Law.Language.Parsing;

/// <summary>
/// Words and signs -> nodes, by operator precedence (Pratt). Both the recursion here and the height
/// of what comes out are bounded, because rule text is untrusted.
/// </summary>
internal sealed partial class Parser
{
    public const int MaxNesting = 64;
    public const int MaxLength = 4_000;

    // A run such as a + b + c nests to the left without recursion here, but the binder walks it.
    private const int MaxHeight = 192;

    private readonly List<Token> tokens;
    private int at;
    private int nesting;
    private int nodes;

    private readonly string text;

    private Parser(string text)
    {
        this.text = text;
        tokens = Lexer.Read(text);
    }

    private Token Here => tokens[at];

    /// <summary>Parses a whole text; <paramref name="count"/> nodes came of it.</summary>
    /// <exception cref="SyntaxFault">The text is not an expression, or out of bounds.</exception>
    public static Node Parse(string text, out int count)
    {
        if (text.Length > MaxLength)
        {
            throw new SyntaxFault(
                "too-long", 0,
                new($"超过 {MaxLength} 个字符", $"longer than {MaxLength} characters"),
                new("拆成几个命名值或一张表", "split it into named values or a table"));
        }

        var parser = new Parser(text);
        var node = parser.Expression(0);
        if (parser.Here.Kind != TokenKind.End)
        {
            throw parser.Unexpected("此处应为运算符或结尾", "an operator or the end belongs here");
        }

        count = parser.nodes;
        return node;
    }

    private Node Expression(int power)
    {
        Enter();
        var left = Prefixed();
        while (true)
        {
            var (op, next) = Operators.Between(Here);
            if (next <= power)
            {
                break;
            }

            if (op == Operator.NotIn && !tokens[at + 1].IsWord("in"))
            {
                break;
            }

            at++;
            left = Infix(op, next, left);
        }

        nesting--;
        return left;
    }

    private Node Infix(Operator op, int power, Node left) => op switch
    {
        Operator.Choose => Choice(left),
        Operator.In or Operator.NotIn => Membership(op, left),
        Operator.And or Operator.Or => Run(op, power, left),
        // What follows ?? reaches to the end, a choice included: a ?? b ? c : d is a ?? (b ? c : d).
        Operator.Coalesce => Numbered(new BinaryNode(op, left, Expression(0))),
        _ => Numbered(new BinaryNode(op, left, Expression(power))),
    };

    private LogicNode Run(Operator op, int power, Node left)
    {
        var terms = new List<Node> { left, Expression(power) };
        while (Operators.Between(Here).Operator == op && Operators.Between(Here).Power == power)
        {
            at++;
            terms.Add(Expression(power));
        }

        return Numbered(new LogicNode(op, terms));
    }

    private ChoiceNode Choice(Node condition)
    {
        if (Here.Is("."))
        {
            throw Unexpected("没有“?.”，请用 np(...)", "there is no '?.'; write np(...)");
        }

        var then = Expression(0);
        Expect(":");
        return Numbered(new ChoiceNode(condition, then, Expression(0)));
    }

    private InNode Membership(Operator op, Node left)
    {
        if (op == Operator.NotIn)
        {
            at++;
        }

        var inParentheses = Here.Is("(");
        if (!inParentheses && Here.Kind != TokenKind.Name)
        {
            throw Unexpected("in 之后应为括号或列表", "a list or '(' belongs after in");
        }

        IReadOnlyList<Node> items = inParentheses ? ItemsBetween("(", ")") : [Prefixed()];
        if (items.Count == 0)
        {
            throw Unexpected("括号里应有值", "a value belongs in the parentheses");
        }

        var end = tokens[at - 1].End;
        return Numbered(new InNode(op == Operator.NotIn, left, items, !inParentheses, end));
    }

    private void Enter()
    {
        if (++nesting > MaxNesting)
        {
            throw SyntaxFault.TooDeep(Here.Start);
        }
    }

    private T Numbered<T>(T node) where T : Node
    {
        node.Id = nodes++;
        return node.Height <= MaxHeight ? node : throw SyntaxFault.TooDeep(node.Start);
    }

    private Token Expect(string symbol) => Here.Is(symbol) ? tokens[at++]
        : throw Unexpected($"此处应为“{symbol}”", $"'{symbol}' belongs here");

    private SyntaxFault Unexpected(string zh, string en) => Here.Kind == TokenKind.End
        ? SyntaxFault.Unexpected(Here.Start, $"文本过早结束：{zh}", $"the text ends too early: {en}")
        : SyntaxFault.Unexpected(
            text, Here.Start, $"没想到“{Here.Text}”：{zh}", $"'{Here.Text}' is unexpected: {en}");
}
