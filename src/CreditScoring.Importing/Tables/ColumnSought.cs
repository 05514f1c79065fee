using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Importing.Tables;

/// <summary>A column that a mapping reads.</summary>
/// <param name="Name">What the mapping calls it.</param>
/// <param name="Names">What tables call it, the likeliest first.</param>
/// <param name="IsOptional">Whether a table may lack it.</param>
internal sealed record ColumnSought(string Name, IReadOnlyList<string> Names, bool IsOptional = false)
{
    /// <summary>What it means for the events that a table lacks it; null: nothing to be told.</summary>
    public Wording? Without { get; init; }

    public static ColumnSought Of(string name) => new(name, [name]);

    /// <summary>
    /// A name without what people do not see in it: blanks, line ends, a byte order mark, full width, the
    /// star of a column that has to be filled in.
    /// </summary>
    public static string KeyOf(string name) => SoughtText.Of(string.Concat(name.Where(
        letter => char.GetUnicodeCategory(letter) is not UnicodeCategory.Format))).Trim('*');
}
