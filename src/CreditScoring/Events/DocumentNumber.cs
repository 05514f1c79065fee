using System.Globalization;
using System.Text;

namespace CreditScoring.Events;

/// <summary>
/// The number of an instrument (文号), such as 粤市监罚〔2024〕17号. It is shown as it was sent; whether two
/// are the same is asked of their one canonical form, since brackets and widths are the typist's.
/// </summary>
public static class DocumentNumber
{
    private const string Opening = "[［(（【〖﹝﹙{｛<＜〈";
    private const string Closing = "]］)）】〗﹞﹚}｝>＞〉";

    /// <summary>
    /// Brackets as 〔〕, letters and digits narrow, without blanks and what nobody sees, the running number
    /// behind the year bare.
    /// </summary>
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

        return Bare(canonical.ToString());
    }

    /// <summary>
    /// Behind the year the running number stands by itself: neither 第 nor a nought before it
    /// (党政机关公文格式, GB/T 9704, 7.2.5).
    /// </summary>
    private static string Bare(string number)
    {
        for (var year = number.IndexOf('〕'); year > 0; year = number.IndexOf('〕', year + 1))
        {
            var begin = year + 1;
            var digits = begin < number.Length && number[begin] == '第' ? begin + 1 : begin;
            var first = digits;
            while (first + 1 < number.Length && number[first] == '0' && char.IsAsciiDigit(number[first + 1]))
            {
                first++;
            }

            if (char.IsAsciiDigit(number[year - 1])
                && first < number.Length && char.IsAsciiDigit(number[first]))
            {
                number = number.Remove(begin, first - begin);
            }
        }

        return number;
    }
}
