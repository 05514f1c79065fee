using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Draws;

/// <summary>How a share times a number becomes a whole number (取整).</summary>
public enum Rounding
{
    /// <summary>A fraction is one more.</summary>
    Up,

    /// <summary>A half or more is one more.</summary>
    HalfUp,

    /// <summary>A fraction is dropped.</summary>
    Down,
}

/// <summary>A share of enterprises (比例) from 0 to 1, exactly: 0.3, 1, or 1/3.</summary>
public readonly record struct Share
{
    private const int MostDigits = 9;

    private readonly long numerator, denominator;

    private Share(string text, long numerator, long denominator)
    {
        Text = text;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /// <summary>As it is written.</summary>
    public string Text { get; }

    public bool IsZero => numerator == 0;

    public static bool TryParse(string? text, out Share share, out Wording? flaw)
    {
        share = Parse(text ?? "") ?? default;
        flaw = share.Text is not null ? null : new Wording(
            $"“{Spelling.Shown(text ?? "")}”不是 0 至 1 的比例",
            $"'{Spelling.Shown(text ?? "")}' is no share from 0 to 1");
        return flaw is null;
    }

    /// <summary>Share times population, rounded.</summary>
    /// <param name="population">Objects, none below zero.</param>
    public int Of(int population, Rounding rounding)
    {
        var (whole, rest) = Math.DivRem(numerator * population, denominator);
        var more = rounding switch
        {
            Rounding.Up => rest > 0,
            Rounding.HalfUp => rest * 2 >= denominator,
            _ => false,
        };
        return (int)whole + (more ? 1 : 0);
    }

    public override string ToString() => Text;

    private static Share? Parse(string text)
    {
        var parts = text.Split('/');
        var (read, numerator, denominator) = parts switch
        {
            [var all] => Decimal(all),
            [var above, var below] => (IsWhole(above) & IsWhole(below), Whole(above), Whole(below)),
            _ => default,
        };
        return read && denominator > 0 && numerator <= denominator
            ? new Share(text, numerator, denominator) : null;
    }

    private static (bool Read, long Numerator, long Denominator) Decimal(string text)
    {
        var digits = text.Split('.');
        if (digits.Length > 2 || !IsWhole(digits[0]) || digits[0].Length > 1)
        {
            return default;
        }

        var fraction = digits.Length == 1 ? "0" : digits[1];
        var scale = (long)Math.Pow(10, Math.Min(fraction.Length, MostDigits));
        return fraction.Length is 0 or > MostDigits || !fraction.All(char.IsAsciiDigit)
            ? default
            : (true, (Whole(digits[0]) * scale) + long.Parse(fraction, CultureInfo.InvariantCulture), scale);
    }

    /// <summary>Without zeros in front: every number in one way.</summary>
    private static bool IsWhole(string digits) => digits.Length is > 0 and <= MostDigits
        && digits.All(char.IsAsciiDigit) && (digits.Length == 1 || digits[0] != '0');

    private static long Whole(string digits) =>
        IsWhole(digits) ? long.Parse(digits, CultureInfo.InvariantCulture) : 0;
}
