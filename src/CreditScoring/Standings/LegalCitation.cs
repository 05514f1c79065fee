using CreditScoring.Law.Packs;

namespace CreditScoring.Standings;

/// <summary>
/// The provision of an instrument that a citation stands for, as one cites it: the instrument, its
/// number, the article (条) and paragraph (款). The words of law.md are our own and are never quoted.
/// </summary>
public static class LegalCitation
{
    private const string Numerals = "〇零一二三四五六七八九十百千";
    private const string Source = "依据：";

    /// <summary>Null: no article can be cited, beyond the instrument of the whole regime.</summary>
    public static string? Of(string? citation, Explanation explanation) =>
        citation is null || explanation.Provisions.GetValueOrDefault(citation) is not { } provision ? null
            : Found(provision) is not { } found ? null
            : found.StartsWith('第') && explanation.Manifest?.Instrument is null ? "本规则" + found
            : Shortened(found, explanation.Manifest);

    /// <summary>
    /// Without the number of an instrument that the regime is said to rest on, number included, at its head.
    /// </summary>
    public static string Shortened(string provision, PackManifest? manifest)
    {
        var name = Closed(provision, 0, '《', '》');
        var number = Closed(provision, name, '（', '）');
        return name > 0 && number > name && number < provision.Length
            && manifest?.Instrument?.Contains(provision[..name], StringComparison.Ordinal) == true
                ? provision[..name] + provision[number..] : provision;
    }

    private static string? Found(Provision provision)
    {
        var heading = Leading(provision.Article);
        if (heading.EndsWith('条'))
        {
            return heading + Ordinals(provision.Paragraph, 0, "款项");
        }

        return heading.EndsWith('款') || heading.EndsWith('项') ? heading : FromSource(provision);
    }

    /// <summary>What stands after 依据： where that is a provision of an instrument.</summary>
    private static string? FromSource(Provision provision)
    {
        var at = provision.Words.IndexOf(Source + '《', StringComparison.Ordinal);
        return at < 0 ? null : Leading(provision.Words[(at + Source.Length)..]) is { Length: > 0 } said
            && !said.EndsWith('》') ? said : null;
    }

    /// <summary>The instrument, if one is named, and the articles at the beginning of a text.</summary>
    private static string Leading(string text)
    {
        var end = Closed(text, Closed(text, 0, '《', '》'), '（', '）');
        var start = end;
        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }

        var articles = Ordinals(text, start, "条款项");
        for (var next = start + articles.Length; next < text.Length
            && text[next] == '、'; next = start + articles.Length)
        {
            var more = Ordinals(text, next + 1, "条款项");
            if (more.Length == 0)
            {
                break;
            }

            articles += "、" + more;
        }

        return text[..end] + articles;
    }

    /// <summary>Where what opens at a place is closed, that place itself if nothing opens there.</summary>
    private static int Closed(string text, int at, char open, char close) =>
        at < text.Length && text[at] == open && text.IndexOf(close, at) is > 0 and var end ? end + 1 : at;

    /// <summary>第…条, 第…款, 第…项 in a row from a place on.</summary>
    private static string Ordinals(string text, int start, string units)
    {
        var end = start;
        for (var at = start; at < text.Length && text[at] == '第';)
        {
            for (at++; at < text.Length && Numerals.Contains(text[at], StringComparison.Ordinal);)
            {
                at++;
            }

            if (at >= text.Length || !units.Contains(text[at], StringComparison.Ordinal))
            {
                break;
            }

            end = ++at;
        }

        return text[start..end];
    }
}
