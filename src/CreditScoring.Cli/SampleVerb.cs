using System.CommandLine;
using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Sampling;

namespace CreditScoring.Cli;

/// <summary><c>credit sample</c>: invented events, for trying things out.</summary>
public static class SampleVerb
{
    private const int ProgressEvery = 10_000;

    public static Command Create()
    {
        var enterprises = new Option<int>("--enterprises")
        {
            Description = "How many enterprises; each has at least one event",
            Required = true,
        };
        var years = new Option<int>("--years")
        {
            Description = "How many years of events",
            Required = true,
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Another seed gives other enterprises",
            DefaultValueFactory = _ => 1,
        };
        var until = new Option<string>("--until")
        {
            Description = "The last day, yyyy-MM-dd",
            DefaultValueFactory = _ => "2025-12-31",
        };
        var output = new Option<FileInfo?>("--out")
        {
            Description = "Where to write; default: stdout",
        };
        var json = RuleArguments.Json();
        enterprises.Validators.Add(Within(1, 10_000_000));
        years.Validators.Add(Within(1, 50));
        until.Validators.Add(result =>
        {
            if (!TryDay(result.GetValueOrDefault<string>(), out _))
            {
                result.AddError("--until is a day such as 2025-12-31, from 1960 to 2199");
            }
        });
        var verb = new Command("sample", "Write a sample of invented events as NDJSON")
        {
            enterprises, years, seed, until, output, json,
        };
        verb.SetAction(parsed =>
        {
            TryDay(parsed.GetValue(until), out var last);
            var plan = new SamplePlan(
                parsed.GetValue(enterprises), parsed.GetValue(years), parsed.GetValue(seed), last);
            return Write(plan, parsed.GetValue(output), parsed.GetValue(json));
        });
        return verb;
    }

    private static int Write(SamplePlan plan, FileInfo? file, bool json)
    {
        using var output = TextOutput.Open(file);
        var events = 0;
        foreach (var line in SampleHistory.Lines(plan))
        {
            output.WriteLine(line);
            if (++events % ProgressEvery == 0)
            {
                Progress.Show($"{events:N0} events");
            }
        }

        if (json)
        {
            (file is null ? Console.Error : Console.Out).WriteLine(Summary(plan, events));
        }
        else
        {
            Progress.Done($"{plan.Enterprises:N0} enterprises, {events:N0} events, seed {plan.Seed}");
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
            if (result.GetValueOrDefault<int>() is var value && (value < least || value > most))
            {
                result.AddError($"{result.Option.Name} is a number from {least:N0} to {most:N0}");
            }
        };

    private static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        && day.Year is >= 1960 and < 2200;
}
