namespace CreditScoring.Documents;

/// <summary>What somebody wrote, in a form fit for a message.</summary>
public static class Spelling
{
    private const int Longest = 60;

    /// <summary>A text from outside as a message may show it: short, and on one line.</summary>
    public static string Shown(string written)
    {
        var shown = written.Length <= Longest ? written : $"{written[..Longest]}…";
        return string.Create(shown.Length, shown, (characters, text) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                characters[i] = char.IsControl(text[i]) || char.IsSurrogate(text[i])
                    ? '\uFFFD' : text[i];
            }
        });
    }
}
