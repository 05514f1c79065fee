using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace CreditScoring.Cli;

/// <summary>Days on the command line: yyyy-MM-dd and nothing else.</summary>
internal static class Days
{
    public static Option<DateOnly> Option(string name, string description) => new(name)
    {
        Description = description,
        Required = true,
        CustomParser = result => Read(name, result),
    };

    /// <summary>
    /// The day as known at which: a later one than the assessed day lets what was annulled or amended
    /// since work from the beginning.
    /// </summary>
    public static Option<DateOnly?> KnownAt() => new("--known-at")
    {
        Description = "Only what could be known on this day; by default the assessed day",
        CustomParser = result => Read("--known-at", result),
    };

    private static DateOnly Read(string name, ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (!DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            result.AddError($"{name} is a day such as 2025-07-31, not '{text}'");
        }

        return day;
    }

    /// <summary>As the JSON of a standing says it; null: not asked.</summary>
    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
