using System.Globalization;

namespace CreditScoring.Documents;

/// <summary>
/// A number exactly as JSON writes it. Readers are laxer (octal, hexadecimal, NaN) and round what
/// does not fit; an amount of money must be neither guessed nor rounded.
/// </summary>
internal static class JsonNumber
{
    private const int MostDigits = 28;

    /// <param name="whole">
    /// Whether a whole number may have a digit more, as far as a decimal holds it: 2^95, say.
    /// </param>
    public static bool TryParse(
        ReadOnlySpan<char> text, out decimal number, out Wording? flaw, bool whole = false)
    {
        number = 0;
        flaw = !IsJson(text)
                ? new Wording("不是 JSON 数字", "is not a JSON number")
            : !Fits(text) && !(whole && IsWholeDecimal(text))
                ? new Wording(
                    $"数字超出范围：小数点前后最多 {MostDigits} 位",
                    $"does not fit: a number has at most {MostDigits} digits")
            : null;
        if (flaw is not null)
        {
            return false;
        }

        // Without trailing zeros: a record writes 3500.0 as 3500, and what is said of the event must
        // be the same whether it was read as it was sent or as it is kept.
        number = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
            / 1.0000000000000000000000000000m;
        return true;
    }

    /// <summary>What is no number, at its place.</summary>
    public static Flaw Flaw(Place at, Wording what) => new(
        "number-invalid", at, what,
        new Wording("写成十进制数字，例如 1250.5", "write a decimal number, such as 1250.5"));

    private static bool IsWholeDecimal(ReadOnlySpan<char> text) =>
        !text.ContainsAny('.', 'e', 'E')
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    /// <summary>RFC 8259, section 6.</summary>
    private static bool IsJson(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart('-');
        if (text.Length - rest.Length > 1)
        {
            return false;
        }

        var whole = Digits(ref rest);
        if (whole == 0 || (whole > 1 && text.TrimStart('-')[0] == '0'))
        {
            return false;
        }

        if (rest.Length > 0 && rest[0] == '.')
        {
            rest = rest[1..];
            if (Digits(ref rest) == 0)
            {
                return false;
            }
        }

        return rest.Length == 0 || IsExponent(rest);
    }

    private static bool IsExponent(ReadOnlySpan<char> rest)
    {
        if (rest[0] is not ('e' or 'E'))
        {
            return false;
        }

        rest = rest[1..];
        if (rest.Length > 0 && rest[0] is '+' or '-')
        {
            rest = rest[1..];
        }

        return Digits(ref rest) > 0 && rest.Length == 0;
    }

    private static int Digits(ref ReadOnlySpan<char> rest)
    {
        var count = 0;
        while (count < rest.Length && char.IsAsciiDigit(rest[count]))
        {
            count++;
        }

        rest = rest[count..];
        return count;
    }

    /// <summary>
    /// Whether the digits written, from first to last that is not 0, fit a decimal.
    /// </summary>
    private static bool Fits(ReadOnlySpan<char> text)
    {
        var mark = text.IndexOfAny('e', 'E');
        var exponent = 0;
        if (mark >= 0 && !int.TryParse(
            text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out exponent))
        {
            return false;
        }

        var mantissa = (mark >= 0 ? text[..mark] : text).TrimStart('-');
        var dot = mantissa.IndexOf('.');
        var first = mantissa.IndexOfAnyInRange('1', '9');
        if (first < 0)
        {
            return true;
        }

        var last = mantissa.LastIndexOfAnyInRange('1', '9');
        var point = dot < 0 ? mantissa.Length : dot;
        long highest = (first < point ? point - first - 1 : point - first) + (long)exponent;
        long lowest = (last < point ? point - last - 1 : point - last) + (long)exponent;
        return highest < MostDigits && lowest >= -MostDigits && highest - lowest < MostDigits;
    }
}
