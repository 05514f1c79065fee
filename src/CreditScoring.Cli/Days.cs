using System.CommandLine;
using System.Globalization;

namespace CreditScoring.Cli;

/// <summary>Days on the command line: yyyy-MM-dd and nothing else.</summary>
internal static class Days
{
    public static Option<DateOnly> Option(string name, string description) => new(name)
    {
        Description = description,
        Required = true,
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (!DateOnly.TryParseExact(
                text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                result.AddError($"{name} is a day such as 2025-07-31, not '{text}'");
            }

            return day;
        },
    };
}
