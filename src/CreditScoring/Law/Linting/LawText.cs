using CreditScoring.Documents;

namespace CreditScoring.Law.Linting;

/// <summary>An article of law.md: its anchor, where that stands, and the words up to the next one.</summary>
internal sealed record Article(string Anchor, Place Place, string Words);

/// <summary>law.md as the checks read it: articles by anchor, and what is said not to be formalised.</summary>
internal sealed class LawText
{
    private readonly Dictionary<string, Article> articles = new(StringComparer.Ordinal);
    private readonly HashSet<string> leftOut = new(StringComparer.Ordinal);

    public LawText(SourceText? source)
    {
        Source = source;
        if (source is not null)
        {
            var text = source.Text;
            ReadArticles(source, text);
            ReadLeftOut(text);
        }
    }

    /// <summary>Null where the pack has no law.md.</summary>
    public SourceText? Source { get; }

    public IEnumerable<Article> Articles => articles.Values;

    public Article? Find(string anchor) => articles.GetValueOrDefault(anchor);

    /// <summary>Whether an article, or the one that it is a part of, is listed as not formalised.</summary>
    public bool IsLeftOut(string anchor) =>
        leftOut.Any(left => anchor == left || IsPartOf(anchor, left));

    /// <summary>art-8-1 is a part of art-8.</summary>
    public static bool IsPartOf(string anchor, string whole) =>
        anchor.StartsWith(whole + "-", StringComparison.Ordinal);

    private void ReadArticles(SourceText source, string text)
    {
        var found = new List<(string Anchor, int Start)>();
        for (var open = Next(0); open >= 0; open = Next(open + 1))
        {
            var close = text.IndexOf('}', open);
            if (close > open && text.AsSpan(open, close - open).IndexOfAny('\n', ' ') < 0)
            {
                found.Add((text[(open + 2)..close], open));
            }
        }

        for (var i = 0; i < found.Count; i++)
        {
            // The anchor of a numbered clause ends its first line; its words begin that line.
            var start = LineStart(text, found[i].Start);
            var end = i + 1 < found.Count ? LineStart(text, found[i + 1].Start) : text.Length;
            articles.TryAdd(found[i].Anchor, new Article(
                found[i].Anchor, source.At(found[i].Start), text[start..Math.Max(start, end)]));
        }

        int Next(int from) => text.IndexOf("{#", from, StringComparison.Ordinal);
    }

    private static int LineStart(string text, int offset) => text.LastIndexOf('\n', offset) + 1;

    /// <summary>Links such as (#art-1) under the heading of what is not formalised.</summary>
    private void ReadLeftOut(string text)
    {
        var inside = false;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith('#'))
            {
                inside = line.Contains("未数据化", StringComparison.Ordinal)
                    || line.Contains("Not formalised", StringComparison.OrdinalIgnoreCase);
            }

            for (var at = inside ? line.IndexOf("(#", StringComparison.Ordinal) : -1; at >= 0;
                at = line.IndexOf("(#", at + 1, StringComparison.Ordinal))
            {
                var close = line.IndexOf(')', at);
                leftOut.Add(line[(at + 2)..(close < 0 ? line.Length : close)]);
            }
        }
    }
}
