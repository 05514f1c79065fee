using System.Globalization;
using System.Text;
using CreditScoring.Documents;

namespace CreditScoring.Law.Language.Library;

/// <summary>
/// What texts do while a rule runs: ordinal, and bounded, because rule text is untrusted.
/// </summary>
internal static class Texts
{
    /// <summary>Longest text that an expression may make.</summary>
    public const int MaxLength = 10_000;

    public static bool Less(string? a, string? b) =>
        a is not null && b is not null && string.CompareOrdinal(a, b) < 0;

    public static bool LessOrEqual(string? a, string? b) =>
        a is not null && b is not null && string.CompareOrdinal(a, b) <= 0;

    public static int Compare(string? a, string? b) => Math.Sign(string.CompareOrdinal(a, b));

    public static int Compare(string? a, string? b, bool ignoreCase) => Math.Sign(string.Compare(
        a, b, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));

    public static string Join(string? a, string? b) =>
        (a?.Length ?? 0) + (b?.Length ?? 0) <= MaxLength ? string.Concat(a, b) : throw TooLong();

    public static string Joined(string? by, IReadOnlyList<string> parts)
    {
        var joined = new StringBuilder();
        for (var i = 0; i < parts.Count; i++)
        {
            joined.Append(i > 0 ? by : "").Append(parts[i]);
            if (joined.Length > MaxLength)
            {
                throw TooLong();
            }
        }

        return joined.ToString();
    }

    public static string Bounded(string text) =>
        text.Length <= MaxLength ? text : throw TooLong();

    public static string Replace(string text, string old, string? by)
    {
        // Reckoned beforehand: a replacement in a long text could be larger than memory.
        var most = text.Length + ((long)text.Length / Math.Max(1, old.Length) * (by?.Length ?? 0));
        return most <= MaxLength * 100L
            ? Bounded(text.Replace(old, by, StringComparison.Ordinal)) : throw TooLong();
    }

    public static int Width(int width) => width <= MaxLength ? width : throw TooLong();

    /// <summary>A letter is a text of length one.</summary>
    public static char Letter(string text) => text.Length == 1 ? text[0]
        : throw new CannotBeJudged(default, new Wording(
            $"“{text}”不是单个字符", $"'{text}' is not a single letter"));

    public static string At(string text, int index) => text[index].ToString();

    public static IReadOnlyList<string> Letters(string text)
    {
        var letters = new string[text.Length];
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = text[i].ToString();
        }

        return letters;
    }

    /// <summary>Culture has no say: its comparisons are the ordinal ones.</summary>
    public static StringComparison Plain(StringComparison how) => how switch
    {
        StringComparison.CurrentCulture or StringComparison.InvariantCulture
            or StringComparison.Ordinal => StringComparison.Ordinal,
        _ => StringComparison.OrdinalIgnoreCase,
    };

    public static string Format(IFormattable value, string format) =>
        Bounded(value.ToString(format, CultureInfo.InvariantCulture));

    private static CannotBeJudged TooLong() => new(default, new Wording(
        $"文本超过 {MaxLength} 个字符", $"the text would be longer than {MaxLength} characters"));
}
