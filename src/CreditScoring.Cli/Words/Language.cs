namespace CreditScoring.Cli.Words;

/// <summary>The language of one run: "zh" or "en".</summary>
internal static class Language
{
    public const string Option = "--lang";

    public static readonly IReadOnlyList<string> All = ["zh", "en"];

    /// <summary>What <c>--lang</c> says, wherever it stands; else what the environment says.</summary>
    public static string Of(IReadOnlyList<string> arguments, Func<string, string?> variable)
    {
        for (var i = 0; i < arguments.Count && arguments[i] != "--"; i++)
        {
            var said = arguments[i] == Option ? arguments.ElementAtOrDefault(i + 1)
                : arguments[i].StartsWith(Option, StringComparison.Ordinal)
                    && arguments[i].Length > Option.Length && arguments[i][Option.Length] is '=' or ':'
                    ? arguments[i][(Option.Length + 1)..] : null;
            if (said is not null && All.Contains(said))
            {
                return said;
            }
        }

        return OfEnvironment(variable);
    }

    /// <summary>
    /// As POSIX has it: the first of LC_ALL, LC_MESSAGES and LANG that is set and not empty.
    /// </summary>
    public static string OfEnvironment(Func<string, string?> variable) =>
        new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(variable)
            .FirstOrDefault(each => !string.IsNullOrEmpty(each))
            is { } locale && locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh" : "en";
}
