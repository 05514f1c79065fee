using CreditScoring.Documents;

namespace CreditScoring.Enterprises;

/// <summary>
/// An administrative division (行政区划, GB/T 2260): province, prefecture or county, in two digits
/// each. <c>44</c> and <c>440000</c> are the same province.
/// </summary>
public sealed record Region
{
    private Region(string prefix) => Prefix = prefix;

    /// <summary>Whether two digits are the code of a province.</summary>
    internal static bool IsProvince(ReadOnlySpan<char> digits) =>
        Provinces.NameOf(digits.ToString()) is not null;

    /// <summary>Two, four or six digits, without trailing pairs of zeros.</summary>
    public string Prefix { get; }

    /// <summary>Six digits, as the standard writes it.</summary>
    public string Code => Prefix.PadRight(6, '0');

    public static bool TryParse(string text, out Region? region, out Wording? flaw)
    {
        region = null;
        flaw = FlawOf(text);
        if (flaw is not null)
        {
            return false;
        }

        var prefix = text;
        while (prefix.Length > 2 && prefix.EndsWith("00", StringComparison.Ordinal))
        {
            prefix = prefix[..^2];
        }

        region = new Region(prefix);
        return true;
    }

    /// <summary>What keeps a text from being a region; null: it is one.</summary>
    public static Wording? FlawOf(string text) =>
        text.Length is not (2 or 4 or 6) || text.Any(character => !char.IsAsciiDigit(character))
            ? new Wording(
                $"“{Spelling.Shown(text)}”不是行政区划代码（2、4 或 6 位数字）",
                $"'{Spelling.Shown(text)}' is not a region code of 2, 4 or 6 digits")
        : !IsProvince(text.AsSpan(0, 2))
            ? new Wording(
                $"没有以“{text[..2]}”开头的省级行政区（GB/T 2260）",
                $"no province has the code '{text[..2]}' (GB/T 2260)")
        : null;

    /// <summary>Whether the other region is this one or lies in it.</summary>
    public bool Contains(Region other) =>
        other.Prefix.StartsWith(Prefix, StringComparison.Ordinal);

    public override string ToString() => Code;
}
