namespace CreditScoring.Documents;

/// <summary>What somebody wrote, in a form fit for a message.</summary>
public static class Spelling
{
    private const int Longest = 60;

    /// <summary>
    /// A text from outside as a message may show it: short, on one line, and with no resident's number.
    /// </summary>
    public static string Shown(string written)
    {
        // Masked before it is cut short: half of a number is no less a person's.
        var masked = ResidentNumber.Masked(written);
        return OneLine(masked.Length <= Longest ? masked : $"{masked[..Longest]}…");
    }

    /// <summary>The whole of a text on one line, and nothing in it that a terminal obeys.</summary>
    public static string OneLine(string shown) =>
        string.Create(shown.Length, shown, (characters, text) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                characters[i] = char.IsControl(text[i]) || char.IsSurrogate(text[i])
                    ? '\uFFFD' : text[i];
            }
        });
}
