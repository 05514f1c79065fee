using System.Text.RegularExpressions;

namespace CreditScoring.Importing.Mappings;

/// <summary>Days as documents write them, in Chinese numerals: 二〇二五年十一月三十日.</summary>
internal static partial class ChineseDay
{
    private const string Numerals = "〇一二三四五六七八九";

    /// <summary>The same with Arabic digits; any other text as it is.</summary>
    public static string InDigits(string text)
    {
        if (Written().Match(text) is not { Success: true } day)
        {
            return text;
        }

        var year = string.Concat(day.Groups["y"].Value.Select(Digit));
        return $"{year}年{Number(day.Groups["m"].Value)}月{Number(day.Groups["d"].Value)}日";
    }

    /// <summary>Up to 三十一: tens and ones.</summary>
    private static int Number(string text)
    {
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        return ten < 0 ? Digit(text[0])
            : ((ten == 0 ? 1 : Digit(text[0])) * 10) + (ten == text.Length - 1 ? 0 : Digit(text[^1]));
    }

    private static int Digit(char numeral) =>
        numeral is '○' or '零' or 'О' or 'O' ? 0 : Numerals.IndexOf(numeral, StringComparison.Ordinal);

    // A zero is written in four ways, two of them the round letters of other scripts.
    [GeneratedRegex("^(?<y>[〇○零ОO一二三四五六七八九]{4})年(?<m>[一二三四五六七八九]|十[一二]?)月"
        + "(?<d>[一二三四五六七八九]|二?十[一二三四五六七八九]?|三十一?)日$")]
    private static partial Regex Written();
}
