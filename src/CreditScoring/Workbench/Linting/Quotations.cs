using System.Text;
using CreditScoring.Documents;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>
/// quote-differs: a block quote of law.md whose last line links to a text under texts/ quotes it, and
/// must stand there word for word; blanks and line ends do not count.
/// </summary>
internal static class Quotations
{
    public static IEnumerable<Flaw> Check(WrittenPack pack)
    {
        if (pack.Law.Source is not { } law)
        {
            yield break;
        }

        foreach (var quote in Quotes(law.Text))
        {
            if (SourceOf(law.Text[quote.Start..quote.End]) is not { } path
                || pack.Files.At(path) is not { } official)
            {
                continue;
            }

            var (words, offsets) = Words(law.Text, quote.Start, quote.LastLine);
            var found = Longest(words, Words(official.Text, 0, official.Text.Length).Words);
            if (found < words.Length)
            {
                yield return new Flaw(
                    "quote-differs", law.At(offsets[found]),
                    new Wording($"从此处起与 {path} 的原文不同", $"from here on it is not what {path} says"),
                    new Wording("逐字照录，或用自己的话写，不作引用",
                        "copy it word for word, or say it in your own words without quoting"));
            }
        }
    }

    private static IEnumerable<(int Start, int LastLine, int End)> Quotes(string text)
    {
        int? start = null;
        var last = 0;
        for (var line = 0; line <= text.Length;)
        {
            var end = text.IndexOf('\n', line) is >= 0 and var found ? found : text.Length;
            var quoted = line < text.Length && text[line] == '>';
            if (!quoted && start is { } begun)
            {
                yield return (begun, last, line);
            }

            last = quoted ? line : last;
            start = quoted ? start ?? line : null;
            line = end + 1;
        }

        if (start is { } open)
        {
            yield return (open, last, text.Length);
        }
    }

    /// <summary>The target of the last link, such as <c>texts/order-18.txt</c>.</summary>
    private static string? SourceOf(string quote)
    {
        var open = quote.LastIndexOf("](texts/", StringComparison.Ordinal);
        var close = open < 0 ? -1 : quote.IndexOf(')', open);
        return close < 0 ? null : quote[(open + 2)..close];
    }

    private static (string Words, List<int> Offsets) Words(string text, int start, int end)
    {
        var words = new StringBuilder();
        var offsets = new List<int>();
        for (var i = start; i < end; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && !(text[i] == '>' && (i == 0 || text[i - 1] == '\n')))
            {
                words.Append(text[i]);
                offsets.Add(i);
            }
        }

        return (words.ToString(), offsets);
    }

    /// <summary>How much of the beginning stands somewhere in the official text.</summary>
    private static int Longest(string words, string official)
    {
        var (least, most) = (0, words.Length);
        while (least < most)
        {
            var middle = (least + most + 1) / 2;
            (least, most) = official.Contains(words[..middle], StringComparison.Ordinal)
                ? (middle, most) : (least, middle - 1);
        }

        return least;
    }
}
