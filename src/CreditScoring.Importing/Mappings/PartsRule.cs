using System.Text.RegularExpressions;

namespace CreditScoring.Importing.Mappings;

/// <summary>
/// How a cell with several items is taken apart: what stands between them, and what each is made of.
/// </summary>
/// <param name="Text">The cell, with what stands between its items.</param>
/// <param name="Pattern">
/// A pattern with names, each of which is then a column; it takes time linear in the text. Null: an item is
/// one
/// text, called <see cref="WholeName"/>.
/// </param>
internal sealed record PartsRule(CellRule Text, Regex? Pattern)
{
    public const string WholeName = "项";

    public IReadOnlyList<string> Names { get; } = Pattern is null ? [WholeName]
        : [.. Pattern.GetGroupNames().Where(name => !char.IsAsciiDigit(name[0])), WholeName];

    /// <returns>Null: it is no pattern that can be used here.</returns>
    public static Regex? Parse(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception wrong) when (wrong is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
