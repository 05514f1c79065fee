namespace CreditScoring.Documents;

/// <summary>
/// Characters that no text of a record has: control characters, half of a surrogate pair, and the
/// replacement character that a decoder leaves where octets were lost.
/// </summary>
internal static class TextDamage
{
    /// <summary>
    /// text-damaged at the first character of a document that it cannot have been written with: what a
    /// decoder leaves of another encoding (GB18030, UTF-16), half a character, or a control character
    /// other than tabs and line ends. Null: none.
    /// </summary>
    public static Flaw? FlawOf(SourceText source)
    {
        var at = Find(source.Text, lines: true);
        return at < 0 ? null : new Flaw(
            "text-damaged", source.At(at),
            new Wording(
                "文件不是 UTF-8，或者此处的字符已损坏",
                "the file is not UTF-8, or the character here was damaged"),
            new Wording(
                "把文件另存为 UTF-8（GB18030、UTF-16 等编码不读）",
                "save the file as UTF-8; other encodings (GB18030, UTF-16) are not read"));
    }

    /// <returns>
    /// The index of the first character where octets were lost, or could not be read; -1: none.
    /// </returns>
    public static int FindLost(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\uFFFD')
            {
                return at;
            }

            if (char.IsSurrogate(text[at]) && !IsPair(text, at++))
            {
                return at - 1;
            }
        }

        return -1;
    }

    /// <param name="lines">Whether tabs and line ends may stand in it.</param>
    /// <returns>The index of the first such character; -1: none.</returns>
    public static int Find(ReadOnlySpan<char> text, bool lines = false)
    {
        if (!text.ContainsAnyInRange('\u0000', '\u001F')
            && !text.ContainsAnyInRange('\u007F', '\u009F')
            && !text.ContainsAnyInRange('\uD800', '\uDFFF')
            && !text.Contains('\uFFFD'))
        {
            return -1;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (IsPair(text, i))
            {
                i++;
            }
            else if ((char.IsControl(text[i]) && !(lines && text[i] is '\t' or '\r' or '\n'))
                || char.IsSurrogate(text[i]) || text[i] == '\uFFFD')
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsPair(ReadOnlySpan<char> text, int at) => char.IsHighSurrogate(text[at])
        && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
}
