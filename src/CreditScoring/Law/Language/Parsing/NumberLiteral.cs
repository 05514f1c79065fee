using System.Globalization;

namespace CreditScoring.Law.Language.Parsing;

/// <summary>
/// A number as written. Numbers are decimal; what the recorded engine would have held in binary is
/// kept beside, so that a comparison which comes out differently there can be refused.
/// </summary>
/// <param name="Value">An <c>int</c> where the text is a whole number that fits, else a
/// decimal.</param>
/// <param name="IsWhole">Written without point, exponent or a decimal suffix.</param>
/// <param name="Binary">The binary value; null for a number with the suffix <c>m</c>.</param>
internal sealed record NumberLiteral(object Value, bool IsWhole, double? Binary)
{
    public NumberLiteral Negated() => Value switch
    {
        2147483648m when IsWhole => new NumberLiteral(int.MinValue, true, -Binary),
        int whole => new NumberLiteral(-whole, true, -Binary),
        var number => this with { Value = -(decimal)number, Binary = -Binary },
    };

    /// <summary>
    /// Reads one literal, or null where it is not a number that a decimal can hold.
    /// </summary>
    public static NumberLiteral? Of(string written)
    {
        if (written.Length > 1 && written[0] == '0' && written[1] is 'x' or 'X' or 'b' or 'B')
        {
            return OfBits(written);
        }

        var digits = written.TrimEnd('m', 'M', 'f', 'F', 'd', 'D', 'l', 'L', 'u', 'U');
        var suffix = written[digits.Length..].ToLowerInvariant();
        var whole = suffix is "" or "l" or "u" or "ul" or "lu"
            && digits.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
        if (suffix is not ("" or "m" or "f" or "d") && !whole)
        {
            return null;
        }

        return suffix == "f" ? OfSingle(digits) : OfDecimal(digits, suffix, whole);
    }

    private static NumberLiteral? OfDecimal(string digits, string suffix, bool whole)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!decimal.TryParse(digits, Style, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        double? binary = suffix == "m" ? null : double.Parse(digits, CultureInfo.InvariantCulture);
        return new NumberLiteral(Narrowest(number, whole && suffix is "" or "u"), whole, binary);
    }

    /// <summary>A single-precision number keeps its exact binary value: 0.1f is not 0.1.</summary>
    private static NumberLiteral? OfSingle(string digits)
    {
        if (!float.TryParse(digits, CultureInfo.InvariantCulture, out var single)
            || Math.Abs(single) > 1e27f)
        {
            return null;
        }

        var exact = ((double)single).ToString("F28", CultureInfo.InvariantCulture);
        return decimal.TryParse(exact, CultureInfo.InvariantCulture, out var number)
            ? new NumberLiteral(number, false, single) : null;
    }

    private static NumberLiteral? OfBits(string written)
    {
        var style = char.ToLowerInvariant(written[1]) == 'x'
            ? NumberStyles.AllowHexSpecifier : NumberStyles.AllowBinarySpecifier;
        return long.TryParse(written.AsSpan(2), style, CultureInfo.InvariantCulture, out var bits)
            ? new NumberLiteral(Narrowest(bits, true), true, bits) : null;
    }

    private static object Narrowest(decimal number, bool whole) =>
        whole && number <= int.MaxValue && number >= int.MinValue
            ? (object)(int)number : number;
}
