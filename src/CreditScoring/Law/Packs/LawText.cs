using CreditScoring.Documents;

namespace CreditScoring.Law.Packs;

/// <summary>What stands at an anchor of law.md: the article's heading and, below it, the paragraph.</summary>
/// <param name="Article">Such as <c>第八条 记分标准 · Points</c>.</param>
/// <param name="Paragraph">The numbered paragraph; empty where the anchor is the article itself.</param>
public sealed record Provision(string Article, string Paragraph);

/// <summary>The articles of a pack in our own words (law.md), found by their anchors.</summary>
public sealed class LawText
{
    private readonly Dictionary<string, Provision> provisions = new(StringComparer.Ordinal);

    public LawText(SourceText? source)
    {
        var article = "";
        foreach (var line in (source?.Text ?? "").Split('\n').Select(line => line.Trim()))
        {
            var (text, anchor) = Split(line);
            var heading = line.StartsWith('#');
            article = heading ? text.TrimStart('#', ' ') : article;
            if (anchor is not null)
            {
                provisions.TryAdd(anchor, new Provision(article, heading ? "" : text));
            }
        }
    }

    public IEnumerable<string> Anchors => provisions.Keys;

    /// <summary>The provision that a citation such as <c>law.md#art-8-1</c> names; null: none.</summary>
    public Provision? Find(string? citation)
    {
        var hash = citation?.IndexOf('#', StringComparison.Ordinal) ?? -1;
        return hash < 0 ? null : provisions.GetValueOrDefault(citation![(hash + 1)..]);
    }

    /// <summary>A line and the anchor <c>{#name}</c> at its end.</summary>
    private static (string Text, string? Anchor) Split(string line)
    {
        var open = line.LastIndexOf("{#", StringComparison.Ordinal);
        return open < 0 || !line.EndsWith('}') ? (line, null)
            : (line[..open].TrimEnd(), line[(open + 2)..^1]);
    }
}
