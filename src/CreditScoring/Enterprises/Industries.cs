using System.Collections.Frozen;
using CreditScoring.Documents;

namespace CreditScoring.Enterprises;

/// <summary>
/// Industries (国民经济行业分类, GB/T 4754-2017) by their divisions (大类): a letter and two digits.
/// </summary>
public static class Industries
{
    /// <summary>What follows in a code tells groups apart, which have no names here.</summary>
    private const int DivisionLength = 3;

    private static readonly FrozenDictionary<string, Wording> Names = CodeTable.Read("industries.tsv");

    private static readonly FrozenDictionary<string, Wording> Sections = CodeTable.Read("sections.tsv");

    /// <summary>The name of a section (门类), such as C, manufacturing; null: there is none.</summary>
    public static Wording? SectionOf(string letter) =>
        Sections.TryGetValue(letter, out var name) ? name : null;

    /// <summary>Every division, by code.</summary>
    public static IReadOnlyList<(string Code, Wording Name)> All { get; } =
        [.. Names.Select(each => (each.Key, each.Value)).OrderBy(each => each.Key, StringComparer.Ordinal)];

    /// <summary>The name of the division in which it lies; null: none has such a code.</summary>
    /// <param name="code">As the standard writes it, such as C1819.</param>
    public static Wording? NameOf(string code) =>
        code.Length >= DivisionLength && Names.TryGetValue(code[..DivisionLength], out var name)
            ? name : null;
}
