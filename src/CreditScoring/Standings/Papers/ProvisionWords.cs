namespace CreditScoring.Standings.Papers;

/// <summary>
/// What a provision says, in the Chinese words of the pack: one sentence, without its number.
/// </summary>
internal static class ProvisionWords
{
    /// <returns>Null: law.md says nothing under the citation.</returns>
    public static string? Of(string? citation, Explanation explanation)
    {
        if (citation is null || explanation.Provisions.GetValueOrDefault(citation) is not { } provision)
        {
            return null;
        }

        var line = provision.Paragraph.Length > 0 ? provision.Paragraph
            : provision.Words.Split('\n').Skip(1).Select(each => each.Trim())
                .FirstOrDefault(each => each.Length > 0 && each[0] is not ('#' or '>' or '|')) ?? "";
        // Without the mark or the number of a list.
        var plain = line.TrimStart('-', '*', ' ');
        var dot = plain.IndexOf(". ", StringComparison.Ordinal);
        plain = dot > 0 && plain[..dot].All(char.IsAsciiDigit) ? plain[(dot + 2)..] : plain;
        var colon = plain.IndexOf('：', StringComparison.Ordinal);
        plain = plain.StartsWith('第') && colon > 0 ? plain[(colon + 1)..] : plain;
        var stop = plain.IndexOf('。', StringComparison.Ordinal);
        plain = (stop < 0 ? plain : plain[..stop]).Split(" · ")[0].Trim();
        return plain.Length == 0 ? null : plain;
    }
}
