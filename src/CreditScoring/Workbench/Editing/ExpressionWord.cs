namespace CreditScoring.Workbench.Editing;

/// <summary>The word of an expression that a caret is in or behind.</summary>
/// <param name="Start">Where it begins; of a text literal after its quote.</param>
/// <param name="End">Where it ends; of a text literal before its quote.</param>
/// <param name="Quote">The quote around it; '\0': none.</param>
internal readonly record struct ExpressionWord(int Start, int End, char Quote)
{
    public bool InQuotes => Quote != '\0';

    public static ExpressionWord At(string text, int caret)
    {
        for (var at = 0; at < caret && at < text.Length; at++)
        {
            if (text[at] is '"' or '\'')
            {
                var end = EndOfLiteral(text, at);
                if (caret <= end)
                {
                    return new ExpressionWord(at + 1, end, text[at]);
                }

                at = end;
            }
        }

        return Bare(text, Math.Clamp(caret, 0, text.Length));
    }

    /// <summary>Whether a point stands before it: it is a member of something.</summary>
    public bool IsMember(string text) => !InQuotes && text.AsSpan(0, Start).TrimEnd() is [.., '.'];

    private static ExpressionWord Bare(string text, int caret)
    {
        var (start, end) = (caret, caret);
        while (start > 0 && IsWord(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && IsWord(text[end]))
        {
            end++;
        }

        return new ExpressionWord(start, end, '\0');
    }

    private static int EndOfLiteral(string text, int quote)
    {
        var at = quote + 1;
        while (at < text.Length && text[at] != text[quote])
        {
            at += text[at] == '\\' && at + 1 < text.Length ? 2 : 1;
        }

        return Math.Min(at, text.Length);
    }

    private static bool IsWord(char sign) => char.IsLetterOrDigit(sign) || sign == '_';
}
