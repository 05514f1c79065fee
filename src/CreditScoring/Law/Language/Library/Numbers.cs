using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Law.Language.Library;

/// <summary>What numbers do while a rule runs.</summary>
internal static class Numbers
{
    public static decimal Sqrt(decimal x) => Rounded(Math.Sqrt((double)x));

    public static decimal Pow(decimal x, decimal y) => Rounded(Math.Pow((double)x, (double)y));

    public static decimal Log10(decimal x) => Rounded(Math.Log10((double)x));

    public static decimal Log(decimal x) => Rounded(Math.Log((double)x));

    public static decimal Log2(decimal x) => Rounded(Math.Log2((double)x));

    public static decimal Cbrt(decimal x) => Rounded(Math.Cbrt((double)x));

    public static decimal Sin(decimal x) => Rounded(Math.Sin((double)x));

    public static decimal Cos(decimal x) => Rounded(Math.Cos((double)x));

    public static decimal Exp(decimal x) => Rounded(Math.Exp((double)x));

    /// <summary>A number that must be whole, such as a count of months read from a table.</summary>
    public static int Whole(decimal number) =>
        number == Math.Truncate(number) && number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : throw new CannotBeJudged(default, new Wording(
                $"{number} 不是整数", $"{number} is not a whole number"));

    public static int Truncated(decimal number) => checked((int)number);

    /// <summary>Without fraction, where the whole part may be larger than an int.</summary>
    public static decimal TruncatedLong(decimal number) => checked((long)number);

    public static string Format(decimal number, string format) => AllowedFormat(format)
        ? Texts.Format(number, format) : throw NoFormat(format);

    public static string FormatWhole(int number, string format) => AllowedFormat(format)
        ? Texts.Format(number, format) : throw NoFormat(format);

    // A binary result is not the same to the last digit on every machine; twelve digits are.
    private static decimal Rounded(double binary)
    {
        if (!double.IsFinite(binary) || Math.Abs(binary) > 7.9e28)
        {
            throw new CannotBeJudged(default, new Wording("结果不是数", "the result is not a number"));
        }

        var text = binary.ToString("G12", CultureInfo.InvariantCulture);
        return decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    // One letter with a precision of up to two digits, or a picture of digits: nothing that grows.
    private static bool AllowedFormat(string format) => format.Length <= 30
        && (format.Length == 0
            || (format.Length <= 3 && "DEFGNPXdefgnpx".Contains(format[0], StringComparison.Ordinal))
            || format.AsSpan().IndexOfAnyExcept("0#.,%-+ ") < 0);

    private static CannotBeJudged NoFormat(string format) => new(default, new Wording(
        $"不支持数字格式“{format}”", $"'{format}' is not a number format that rules may use"));
}
