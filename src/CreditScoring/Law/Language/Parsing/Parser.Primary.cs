namespace CreditScoring.Law.Language.Parsing;

/// <summary>
/// The operands: literals, names, members, calls, lists, what stands in parentheses.
/// </summary>
internal sealed partial class Parser
{
    private Node Prefixed()
    {
        var token = Here;
        if (token.Is("-") && tokens[at + 1].Value is NumberLiteral number)
        {
            at += 2;
            var end = tokens[at - 1].End;
            return Chain(Numbered(new LiteralNode(token.Start, end, number.Negated())));
        }

        if (!token.Is("-") && !token.Is("+") && !token.Is("!") && !token.IsWord("not"))
        {
            return Chain(Operand());
        }

        at++;
        Enter();
        var operand = Prefixed();
        nesting--;
        return token.Is("+") ? operand
            : Numbered(new UnaryNode(
                token.Is("-") ? Operator.Negate : Operator.Not, token.Start, operand));
    }

    private Node Operand()
    {
        var token = tokens[at];
        switch (token.Kind)
        {
            case TokenKind.Literal:
                at++;
                return Numbered(new LiteralNode(token.Start, token.End, token.Value));
            case TokenKind.Name:
                return Named(token);
            default:
                return token.Is("(") ? Parenthesised()
                    : throw Unexpected("此处应为一个值", "a value belongs here");
        }
    }

    private Node Named(Token token)
    {
        if (Constant(token, out var value))
        {
            at++;
            return Numbered(new LiteralNode(token.Start, token.End, value));
        }

        if (token.IsWord("new"))
        {
            return NewList(token);
        }

        if (Operators.Between(token).Power > 0)
        {
            throw Unexpected("此处应为一个值", "a value belongs here");
        }

        at++;
        return Here.Is("(") ? Called(null, token) : Numbered(new NameNode(token));
    }

    private static bool Constant(Token token, out object? value)
    {
        value = token.IsWord("true") ? true : token.IsWord("false") ? false : null;
        return value is not null || token.IsWord("null");
    }

    private Node Parenthesised()
    {
        var open = tokens[at++];
        var inside = Expression(0);
        inside.Widen(open.Start, Expect(")").End);
        return inside;
    }

    private ListNode NewList(Token start)
    {
        at++;
        var items = Here.Kind == TokenKind.Name && ListNode.Types.ContainsKey(Here.Text)
            ? tokens[at++].Text
            : null;
        if (!Here.Is("[") || !tokens[at + 1].Is("]"))
        {
            throw new SyntaxFault(
                "not-allowed", start.Start,
                new("只能新建列表", "only a list can be made with new"),
                new("写 new[] { a, b }，日期写 DateTime(年, 月, 日)",
                    "write new[] { a, b }; a date is DateTime(y, m, d)"));
        }

        at += 2;
        var parts = ItemsBetween("{", "}");
        return Numbered(new ListNode(start.Start, tokens[at - 1].End, parts) { ItemType = items });
    }

    private Node Chain(Node left)
    {
        while (true)
        {
            if (Here.Is("."))
            {
                at++;
                var name = Here.Kind == TokenKind.Name ? tokens[at++]
                    : throw Unexpected("此处应为名称", "a name belongs here");
                left = Here.Is("(") ? Called(left, name) : Numbered(new MemberNode(left, name));
            }
            else if (Here.Is("["))
            {
                at++;
                var index = Expression(0);
                left = Numbered(new IndexNode(left, index, Expect("]").End));
            }
            else
            {
                return left;
            }
        }
    }

    private CallNode Called(Node? target, Token name)
    {
        var arguments = ItemsBetween("(", ")");
        return Numbered(new CallNode(target, name, arguments, tokens[at - 1].End));
    }

    private List<Node> ItemsBetween(string open, string close)
    {
        Expect(open);
        var items = new List<Node>();
        while (!Here.Is(close))
        {
            if (items.Count > 0)
            {
                Expect(",");
            }

            items.Add(Item());
        }

        at++;
        return items;
    }

    private Node Item()
    {
        var inParentheses = Here.Is("(") && tokens[at + 1].Kind == TokenKind.Name
            && tokens[at + 2].Is(")") && tokens[at + 3].Is("=>");
        var name = tokens[inParentheses ? at + 1 : at];
        if (!inParentheses && !(name.Kind == TokenKind.Name && tokens[at + 1].Is("=>")))
        {
            return Expression(0);
        }

        at += inParentheses ? 4 : 2;
        return Numbered(new LambdaNode(name, Expression(0)));
    }
}
