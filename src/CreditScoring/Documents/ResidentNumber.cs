using System.Globalization;

namespace CreditScoring.Documents;

/// <summary>
/// What reads as the number of a resident (公民身份号码, GB 11643-1999): six digits of a place, eight of
/// a day of birth, three more and a check character. It names a person and belongs in no record.
/// </summary>
public static class ResidentNumber
{
    public const int Length = 18;

    // GB 11643-1999, 4.4: the weights are the powers of 2 modulo 11.
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private const string Checks = "10X98765432";

    /// <summary>Whether the whole text reads as one.</summary>
    public static bool Is(ReadOnlySpan<char> text) =>
        text.Length == Length && text[0] is >= '1' and <= '8'
        && !text[..^1].ContainsAnyExceptInRange('0', '9')
        && IsDay(text.Slice(6, 8)) && char.ToUpperInvariant(text[^1]) == CheckOf(text);

    /// <summary>Whether one stands in the text by itself, between other than letters and digits.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) => Find(text) >= 0;

    /// <summary>The text with the day of birth and what follows it of every such number as stars.</summary>
    public static string Masked(string text)
    {
        var at = Find(text);
        if (at < 0)
        {
            return text;
        }

        var masked = text.ToCharArray();
        while (at >= 0)
        {
            masked.AsSpan(at + 6, Length - 6).Fill('*');
            var next = Find(text.AsSpan(at + Length));
            at = next < 0 ? -1 : at + Length + next;
        }

        return new string(masked);
    }

    private static int Find(ReadOnlySpan<char> text)
    {
        for (var at = 0; at + Length <= text.Length; at++)
        {
            var digits = text[at..].IndexOfAnyExceptInRange('0', '9');
            digits = digits < 0 ? text.Length - at : digits;
            if (digits >= Length - 1 && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
                && (at + Length == text.Length || !char.IsAsciiLetterOrDigit(text[at + Length]))
                && Is(text.Slice(at, Length)))
            {
                return at;
            }

            at += digits;
        }

        return -1;
    }

    private static bool IsDay(ReadOnlySpan<char> digits) =>
        DateOnly.TryParseExact(
            digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 1850 and < 2100;

    private static char CheckOf(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += (number[i] - '0') * Weights[i];
        }

        return Checks[sum % 11];
    }
}
