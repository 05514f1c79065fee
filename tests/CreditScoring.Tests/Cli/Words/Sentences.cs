using System.Text.RegularExpressions;

namespace CreditScoring.Tests.Cli.Words;

/// <summary>Tells Chinese from English in what a program says.</summary>
internal static partial class Sentences
{
    public static bool IsChinese(string text) => text.Any(each => each is >= '\u4e00' and <= '\u9fff');

    /// <summary>
    /// Three or more English words in a row; names of code, paths, what stands in quotes and calls of
    /// <c>credit</c> are no sentences.
    /// </summary>
    public static IEnumerable<string> English(string text) =>
        Words().Matches(Code().Replace(text, "§")).Select(match => match.Value);

    [GeneratedRegex("`[^`]*`|\"[^\"]*\"|'[^']*'|“[^”]*”|credit [a-z-]+( [a-z-]+)*|Microsoft RulesEngine|[A-Za-z0-9_.#-]*[/.#_=-][A-Za-z0-9_./#=-]+")]
    private static partial Regex Code();

    [GeneratedRegex("[A-Za-z]{2,}(,? [A-Za-z]{2,}){2,}")]
    private static partial Regex Words();
}
