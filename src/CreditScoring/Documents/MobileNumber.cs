namespace CreditScoring.Documents;

/// <summary>
/// What reads as the number of a mobile phone (手机号码): eleven digits, of which the first is 1 and the second
/// 3 to 9, between other than letters and digits.
/// </summary>
public static class MobileNumber
{
    public const int Length = 11;

    /// <summary>Digits at the beginning and at the end that stay.</summary>
    private const int Head = 3;

    private const int Tail = 4;

    /// <summary>The text with the middle of every such number as stars: 138****5678.</summary>
    public static string Masked(string text)
    {
        char[]? masked = null;
        for (var at = 0; at + Length <= text.Length; at++)
        {
            if (IsAt(text, at))
            {
                masked ??= text.ToCharArray();
                masked.AsSpan(at + Head, Length - Head - Tail).Fill('*');
                at += Length - 1;
            }
        }

        return masked is null ? text : new string(masked);
    }

    private static bool IsAt(string text, int at) =>
        text[at] == '1' && text[at + 1] is >= '3' and <= '9'
        && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
        && (at + Length == text.Length || !char.IsAsciiLetterOrDigit(text[at + Length]))
        && !text.AsSpan(at, Length).ContainsAnyExceptInRange('0', '9');
}
