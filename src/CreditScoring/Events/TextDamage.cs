namespace CreditScoring.Events;

/// <summary>
/// Characters that no text of a record has: control characters, half of a surrogate pair, and the
/// replacement character that a decoder leaves where bytes were lost.
/// </summary>
internal static class TextDamage
{
    /// <returns>The index of the first such character; -1: none.</returns>
    public static int Find(ReadOnlySpan<char> text)
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
            var paired = char.IsHighSurrogate(text[i])
                && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (paired)
            {
                i++;
            }
            else if (char.IsControl(text[i]) || char.IsSurrogate(text[i]) || text[i] == '\uFFFD')
            {
                return i;
            }
        }

        return -1;
    }
}
