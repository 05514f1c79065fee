using System.Globalization;
using System.Text;

namespace CreditScoring.Events;

/// <summary>
/// The number of an instrument (文号), such as 粤市监罚〔2024〕17号. It is shown as it was sent; whether two
/// are the same is asked of their one canonical form, since brackets and widths are the typist's.
/// </summary>
public static class DocumentNumber
{
    private const string Opening = "[［(（【";
    private const string Closing = "]］)）】";

    /// <summary>Brackets as 〔〕, letters and digits narrow, without blanks and what nobody sees.</summary>
    public static string Canonical(string written)
    {
        var canonical = new StringBuilder(written.Length);
        foreach (var character in written)
        {
            if (!char.IsWhiteSpace(character) && char.GetUnicodeCategory(character) != UnicodeCategory.Format)
            {
                canonical.Append(Opening.Contains(character, StringComparison.Ordinal) ? '〔'
                    : Closing.Contains(character, StringComparison.Ordinal) ? '〕'
                    : Documents.IdentityText.Narrow(character));
            }
        }

        return canonical.ToString();
    }
}
