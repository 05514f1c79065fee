using CreditScoring.Documents;

namespace CreditScoring.Law.Language.Parsing;

/// <summary>What an author meant who wrote a word or a sign that the language does not have.</summary>
internal static class Meant
{
    /// <summary>Longest first, so that 不等于 is not read as 不.</summary>
    private static readonly (string Written, string Sign)[] Signs =
    [
        ("大于或等于", ">="), ("小于或等于", "<="), ("大于等于", ">="), ("小于等于", "<="),
        ("不小于", ">="), ("不大于", "<="), ("不少于", ">="), ("不超过", "<="), ("不等于", "!="),
        ("并且", "&&"), ("而且", "&&"), ("或者", "||"), ("等于", "=="), ("大于", ">"), ("小于", "<"),
        ("超过", ">"), ("少于", "<"), ("且", "&&"), ("与", "&&"), ("和", "&&"), ("或", "||"), ("非", "!"),
        ("不是", "!="),
        ("≥", ">="), ("≤", "<="), ("≠", "!="), ("×", "*"), ("÷", "/"), ("－", "-"), ("–", "-"), ("—", "-"),
    ];

    /// <summary>
    /// The mend at a sign or word where none of the language can stand; null: nobody can tell.
    /// </summary>
    public static Wording? At(string text, int at)
    {
        if (text[at] is '“' or '”' or '‘' or '’' or '「' or '」' or '『' or '』' or '«' or '»' or '`')
        {
            return new(
                "文字用英文双引号；在 JSON 里写成 \\\"文字\\\"",
                "a text stands in straight double quotes; in JSON write \\\"text\\\"");
        }

        if (string.CompareOrdinal(text, at, "=>", 0, 2) == 0)
        {
            return new(
                "“大于等于”写 >=；=> 只用在 events.Any(e => ...) 这样的括号里",
                "at least is written >=; => stands only in such as events.Any(e => ...)");
        }

        if (at > 0 && text[at] == '<' && text[at - 1] == '=')
        {
            return new("“小于等于”写 <=", "at most is written <=");
        }

        return Signs.FirstOrDefault(
            each => string.CompareOrdinal(text, at, each.Written, 0, each.Written.Length) == 0)
            is { Sign: { } sign, Written: { } written }
            ? new($"“{written}”写 {sign}，两边留空格", $"for '{written}' write {sign} with blanks around it") : null;
    }
}
