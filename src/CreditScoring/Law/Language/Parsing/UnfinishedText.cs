using System.Text;

namespace CreditScoring.Law.Language.Parsing;

/// <summary>The beginning of a text that somebody is still writing.</summary>
internal static class UnfinishedText
{
    private const string Open = "([{";
    private const string Close = ")]}";

    /// <summary>
    /// The same with what it leaves open closed: brackets, and a choice that lacks its second half. What
    /// is no part of the language stays as it is.
    /// </summary>
    public static string Closed(string text)
    {
        var levels = new Stack<(char Bracket, int Choices)>([('\0', 0)]);
        try
        {
            foreach (var token in Lexer.Read(text).Where(token => token.Kind == TokenKind.Symbol))
            {
                Note(levels, token.Text);
            }
        }
        catch (SyntaxFault)
        {
            return text;
        }

        var closed = new StringBuilder(text);
        foreach (var (bracket, choices) in levels)
        {
            closed.Insert(closed.Length, " : null", choices);
            closed.Append(bracket == '\0' ? "" : Close[Open.IndexOf(bracket, StringComparison.Ordinal)]);
        }

        return closed.ToString();
    }

    /// <summary>The chain of names and points right before an offset, such as <c>a.b.</c></summary>
    public static string ChainBefore(string text, int offset)
    {
        var start = offset;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '.'))
        {
            start--;
        }

        return text[start..offset];
    }

    private static void Note(Stack<(char Bracket, int Choices)> levels, string symbol)
    {
        if (symbol.Length > 1)
        {
            return;
        }

        if (Open.Contains(symbol[0], StringComparison.Ordinal))
        {
            levels.Push((symbol[0], 0));
        }
        else if (Close.Contains(symbol[0], StringComparison.Ordinal) && levels.Count > 1)
        {
            levels.Pop();
        }
        else if (symbol[0] is '?' or ':')
        {
            var (bracket, choices) = levels.Pop();
            levels.Push((bracket, Math.Max(0, choices + (symbol[0] == '?' ? 1 : -1))));
        }
    }
}
