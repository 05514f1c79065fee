namespace CreditScoring.Law.Language.Parsing;

/// <summary>Rule text -> words, literals and signs.</summary>
internal static class Lexer
{
    // Longest first, so that "=>" is not read as "=".
    private static readonly string[] Symbols =
    [
        "=>", "==", "!=", "<>", "<=", ">=", "&&", "||", "??",
        "<", ">", "=", "!", "+", "-", "*", "/", "%", "?", ":", "&", "|",
        "(", ")", "[", "]", "{", "}", ",", ".",
    ];

    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            tokens.Add(Next(text, at));
            at = tokens[^1].End;
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length, text.Length));
        return tokens;
    }

    private static Token Next(string text, int at)
    {
        if (text[at] is '"' or '\'')
        {
            var value = TextLiteral.Read(text, at, out var end);
            return new Token(TokenKind.Literal, text[at..end], at, end, value);
        }

        return char.IsAsciiDigit(text[at]) ? Number(text, at)
            : char.IsLetter(text[at]) || text[at] == '_' ? Name(text, at)
            : Symbol(text, at);
    }

    private static Token Name(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return new Token(TokenKind.Name, text[at..end], at, end);
    }

    private static Token Number(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || ContinuesNumber(text, end)))
        {
            end++;
        }

        var number = NumberLiteral.Of(text[at..end])
            ?? throw NoNumber(text, at, end);
        return new Token(TokenKind.Literal, text[at..end], at, end, number);
    }

    /// <summary>In 3且total the number is right, and the word behind it is what cannot stand there.</summary>
    private static SyntaxFault NoNumber(string text, int at, int end)
    {
        var word = at;
        while (word < end && char.IsAscii(text[word]))
        {
            word++;
        }

        return word < end && Meant.At(text, word) is not null
            ? SyntaxFault.Unexpected(
                text, word, $"没想到“{text[word..end]}”", $"'{text[word..end]}' is unexpected")
            : SyntaxFault.Unexpected(at, $"“{text[at..end]}”不是数", $"'{text[at..end]}' is not a number");
    }

    // A point before a digit, and the sign of an exponent.
    private static bool ContinuesNumber(string text, int at) =>
        text[at] == '.' ? at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])
        : text[at] is '+' or '-' && text[at - 1] is 'e' or 'E' && !IsHex(text, at)
            && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    private static bool IsHex(string text, int at)
    {
        while (at > 0 && char.IsLetterOrDigit(text[at - 1]))
        {
            at--;
        }

        return at + 1 < text.Length && text[at] == '0' && text[at + 1] is 'x' or 'X';
    }

    private static Token Symbol(string text, int at)
    {
        foreach (var symbol in Symbols)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0)
            {
                return new Token(TokenKind.Symbol, symbol, at, at + symbol.Length);
            }
        }

        // Full-width forms, which a Chinese keyboard types, stand 0xFEE0 above their ASCII twins.
        throw text[at] is >= '\uFF01' and <= '\uFF5E'
            ? SyntaxFault.Unexpected(
                text, at, $"“{text[at]}”是全角字符，应为“{(char)(text[at] - 0xFEE0)}”",
                $"'{text[at]}' is a full-width character; write '{(char)(text[at] - 0xFEE0)}'")
            : SyntaxFault.Unexpected(
                text, at, $"不认识的字符“{text[at]}”", $"'{text[at]}' is not part of the language");
    }
}
