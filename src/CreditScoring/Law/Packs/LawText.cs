using CreditScoring.Documents;

namespace CreditScoring.Law.Packs;

/// <summary>What stands at an anchor of law.md.</summary>
/// <param name="Anchor">Such as <c>art-8-1</c>.</param>
/// <param name="Place">Where the anchor stands.</param>
/// <param name="Article">The heading above, such as <c>第八条 记分标准 · Points</c>.</param>
/// <param name="Paragraph">The anchor's own line; empty where that is the heading.</param>
/// <param name="Words">All from the anchor's line to the next anchor's.</param>
public sealed record Provision(string Anchor, Place Place, string Article, string Paragraph, string Words);

/// <summary>
/// The articles of a pack in our own words (law.md), and what is said not to be formalised.
/// </summary>
public sealed class LawText
{
    private readonly Dictionary<string, Provision> provisions = new(StringComparer.Ordinal);
    private readonly HashSet<string> leftOut = new(StringComparer.Ordinal);

    public LawText(SourceText? source)
    {
        Source = source;
        var (article, inLeftOut) = ("", false);
        var met = new List<(Provision Provision, int Line)>();
        var text = source?.Text ?? "";
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var line = text[start..end];
            var said = Before(line, "{#").Trim();
            if (line.StartsWith('#'))
            {
                article = said.TrimStart('#', ' ');
                inLeftOut = BeginsLeftOut(line);
            }

            met.AddRange(Between(line, "{#", '}').Select(anchor => (new Provision(
                anchor.Text, source!.At(start + anchor.At), article, line.StartsWith('#') ? "" : said,
                ""), start)));
            leftOut.UnionWith(inLeftOut ? Between(line, "(#", ')').Select(link => link.Text) : []);
            start = end + 1;
        }

        for (var i = 0; i < met.Count; i++)
        {
            var end = i + 1 < met.Count ? met[i + 1].Line : text.Length;
            provisions.TryAdd(
                met[i].Provision.Anchor, met[i].Provision with { Words = text[met[i].Line..end] });
        }
    }

    /// <summary>Null where the pack has no law.md.</summary>
    public SourceText? Source { get; }

    public IEnumerable<Provision> Provisions => provisions.Values;

    public Provision? At(string anchor) => provisions.GetValueOrDefault(anchor);

    /// <summary>The provision that a citation such as <c>law.md#art-8-1</c> names; null: none.</summary>
    public Provision? Find(string? citation)
    {
        var hash = citation?.IndexOf('#', StringComparison.Ordinal) ?? -1;
        return hash < 0 ? null : At(citation![(hash + 1)..]);
    }

    /// <summary>Whether an article, or the one that it is a part of, is listed as not formalised.</summary>
    public bool IsLeftOut(string anchor) =>
        leftOut.Any(left => anchor == left || IsPartOf(anchor, left));

    /// <summary>art-8-1 is a part of art-8.</summary>
    public static bool IsPartOf(string anchor, string whole) =>
        anchor.StartsWith(whole + "-", StringComparison.Ordinal);

    /// <summary>Whether a heading begins the list of what is not formalised.</summary>
    internal static bool BeginsLeftOut(string heading) =>
        heading.Contains("未数据化", StringComparison.Ordinal)
        || heading.Contains("Not formalised", StringComparison.OrdinalIgnoreCase);

    private static string Before(string line, string mark) =>
        line.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? line[..at] : line;

    /// <summary>
    /// What stands in a line between two marks, without blanks, and where the first mark is.
    /// </summary>
    private static IEnumerable<(string Text, int At)> Between(string line, string open, char close)
    {
        for (var at = line.IndexOf(open, StringComparison.Ordinal); at >= 0;
            at = line.IndexOf(open, at + 1, StringComparison.Ordinal))
        {
            var end = line.IndexOf(close, at);
            if (end > at && !line.AsSpan(at, end - at).Contains(' '))
            {
                yield return (line[(at + open.Length)..end], at);
            }
        }
    }
}
