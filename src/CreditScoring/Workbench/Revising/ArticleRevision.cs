using CreditScoring.Documents;
using CreditScoring.Law.Packs;

namespace CreditScoring.Workbench.Revising;

/// <summary>Changes of the articles of a pack (law.md).</summary>
public static class ArticleRevision
{
    /// <summary>
    /// The words of an article, from the line of its mark to the next mark or heading; null: there is none.
    /// </summary>
    public static string? WordsOf(SourceText law, string anchor)
    {
        if (new LawText(law).At(anchor) is not { } found)
        {
            return null;
        }

        var heading = found.Words.IndexOf("\n#", StringComparison.Ordinal);
        return heading < 0 ? found.Words : found.Words[..(heading + 1)];
    }

    /// <summary>Other words in the place of an article's.</summary>
    /// <param name="words">
    /// From the line of its anchor to the next mark or heading, the mark among them.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There is no such article, or the words lose its anchor.
    /// </exception>
    public static SourceText Apply(SourceText law, string anchor, string words)
    {
        var was = WordsOf(law, anchor) ?? throw new ArgumentException($"no {anchor}", nameof(anchor));
        if (!words.Contains($"{{#{anchor}}}", StringComparison.Ordinal))
        {
            throw new ArgumentException($"{{#{anchor}}} is lost", nameof(words));
        }

        var start = law.OffsetOf(new LawText(law).At(anchor)!.Place.Line, 1);
        var rest = law.Text[(start + was.Length)..];
        return new SourceText(law.File, law.Text[..start] + Ended(words, rest.Length > 0) + rest);
    }

    /// <summary>An article more, before what is said not to be formalised.</summary>
    /// <param name="anchor">Such as <c>art-9</c>.</param>
    /// <exception cref="ArgumentException">The anchor is none, or there is one already.</exception>
    public static SourceText Add(SourceText law, string anchor, string heading, string words)
    {
        if (anchor.Length == 0 || anchor.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-')
            || new LawText(law).At(anchor) is not null)
        {
            throw new ArgumentException($"not a new anchor: {anchor}", nameof(anchor));
        }

        var article = $"## {WrittenValue.OneLine(heading)} {{#{anchor}}}\n\n"
            + $"{words.ReplaceLineEndings("\n").Trim()}\n\n";
        var at = Unformalised(law.Text);
        var before = law.Text[..at];
        return new SourceText(law.File, before + Gap(before) + article + law.Text[at..]);
    }

    private static string Gap(string before) =>
        before.Length == 0 || before.EndsWith("\n\n", StringComparison.Ordinal) ? ""
        : before.EndsWith('\n') ? "\n" : "\n\n";

    private static int Unformalised(string text)
    {
        for (var line = 0; line < text.Length;)
        {
            var end = text.IndexOf('\n', line) is >= 0 and var found ? found : text.Length;
            if (text[line] == '#' && LawText.BeginsLeftOut(text[line..end]))
            {
                return line;
            }

            line = end + 1;
        }

        return text.Length;
    }

    private static string Ended(string words, bool isFollowed) =>
        words.ReplaceLineEndings("\n").TrimEnd() + (isFollowed ? "\n\n" : "\n");
}
