using System.CommandLine;
using System.Globalization;
using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.Workbench.Invented;

namespace CreditScoring.Cli;

/// <summary><c>credit sample</c>: invented events, for trying things out.</summary>
public static class SampleVerb
{
    private const int ProgressEvery = 10_000;

    public static Command Create()
    {
        var enterprises = new Option<int>("--enterprises") { Required = true };
        var years = new Option<int>("--years") { Required = true };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1 };
        var until = new Option<string>("--until")
        {
            DefaultValueFactory = _ => "2025-12-31",
        };
        var output = new Option<FileInfo?>("--out");
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        enterprises.Validators.Add(Within(1, 10_000_000));
        years.Validators.Add(Within(1, 50));
        until.Validators.Add(result =>
        {
            if (!TryDay(result.GetValueOrDefault<string>(), out _))
            {
                throw new WrongUseException(Phrases.DayOutside("--until", 1960, 2199));
            }
        });
        var verb = new Command("sample")
        {
            enterprises, years, seed, until, output, language, json,
        };
        verb.SetAction(parsed =>
        {
            TryDay(parsed.GetValue(until), out var last);
            var plan = new SamplePlan(
                parsed.GetValue(enterprises), parsed.GetValue(years), parsed.GetValue(seed), last);
            return Write(plan, parsed.GetValue(output), parsed.GetValue(language)!, parsed.GetValue(json));
        });
        return verb;
    }

    private static int Write(SamplePlan plan, FileInfo? file, string language, bool json)
    {
        using var output = TextOutput.Open(file);
        var events = 0;
        foreach (var line in SampleHistory.Lines(plan))
        {
            output.WriteLine(line);
            if (++events % ProgressEvery == 0)
            {
                Progress.Show(Phrases.Sampled(events).In(language));
            }
        }

        if (json)
        {
            (file is null ? Console.Error : Console.Out).WriteLine(Summary(plan, events));
        }
        else
        {
            Progress.Done(Phrases.Sample(plan.Enterprises, events, plan.Seed).In(language));
        }

        return Exit.Done;
    }

    private static string Summary(SamplePlan plan, int events) => JsonText.Of(text =>
    {
        text.WriteStartObject();
        text.Property("enterprises", (decimal)plan.Enterprises);
        text.Property("events", (decimal)events);
        text.Property("seed", (decimal)plan.Seed);
        text.WriteEndObject();
    });

    private static Action<System.CommandLine.Parsing.OptionResult> Within(int least, int most) =>
        result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var value)
                && (value < least || value > most))
            {
                throw new WrongUseException(Phrases.NumberOutside(result.Option.Name, least, most));
            }
        };

    private static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        && day.Year is >= 1960 and < 2200;
}
