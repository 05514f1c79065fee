using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CreditScoring.Cli.Live;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;

namespace CreditScoring.Cli;

/// <summary>Days on the command line: yyyy-MM-dd and nothing else.</summary>
internal static class Days
{
    public static Option<DateOnly> Option(string name) => new(name)
    {
        Required = true,
        CustomParser = result => Read(name, result),
    };

    /// <summary>One that need not be said.</summary>
    public static Option<DateOnly?> Maybe(string name) => new(name)
    {
        CustomParser = result => Read(name, result),
    };

    /// <summary>One that a service takes for today.</summary>
    public static Option<DateOnly?> OfFiles(string name) => new FileOption<DateOnly?>(name)
    {
        CustomParser = result => Read(name, result),
    };

    /// <summary>
    /// The day as known at which: a later one than the assessed day lets what was annulled or amended
    /// since work from the beginning.
    /// </summary>
    public static Option<DateOnly?> KnownAt() => Maybe("--known-at");

    private static DateOnly Read(string name, ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (!DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            throw new WrongUseException(Phrases.NotADay(name, Spelling.Shown(text)));
        }

        return day;
    }

    /// <summary>As the JSON of a standing says it; null: not asked.</summary>
    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
