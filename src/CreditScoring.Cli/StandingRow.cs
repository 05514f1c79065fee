using System.Globalization;
using System.Text.Json.Nodes;
using CreditScoring.Cli.Live;
using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Standings;

namespace CreditScoring.Cli;

/// <summary>A standing as the table shows it, judged here or answered by a service.</summary>
/// <param name="Json">The whole of it.</param>
internal sealed record StandingRow(string Subject, string Regime, string? Tier, Func<string> Json)
{
    public decimal? Points { get; init; }

    public decimal? TimesPerYear { get; init; }

    public DateOnly? Opens { get; init; }

    public DateOnly? Due { get; init; }

    public DateOnly? ChangesOn { get; init; }

    /// <summary>Why it could not be judged, and where.</summary>
    public IReadOnlyList<(string Place, Wording What)> Flaws { get; init; } = [];

    public static StandingRow Of(Standing standing, Func<string> json) => new(
        standing.Subject.Id, standing.Regime, standing.Tier, json)
    {
        Points = standing.Points?.Value,
        TimesPerYear = standing.Frequency?.TimesPerYear,
        Opens = standing.Frequency?.Opens,
        Due = standing.Frequency?.Due,
        ChangesOn = standing.ChangesOn,
        Flaws = [.. standing.Flaws.Select(flaw => ($"{flaw.Place}", flaw.What))],
    };

    /// <summary>Of an answer; of a list it has no frequency.</summary>
    public static StandingRow Of(JsonNode answer)
    {
        var frequency = answer["frequency"];
        return new StandingRow(
            Text(answer["subject"]) ?? "?", Text(answer["regime"]) ?? "?", Text(answer["tier"]),
            () => Questions.Line(answer))
        {
            Points = (decimal?)answer["points"],
            TimesPerYear = (decimal?)frequency?[FrequencyField.TimesPerYear.Name],
            Opens = Day(frequency?[FrequencyField.Opens.Name]),
            Due = Day(frequency?[FrequencyField.Due.Name]),
            ChangesOn = Day(answer["changesOn"]),
            Flaws = [.. (answer["flaws"]?.AsArray() ?? []).Select(flaw => (
                $"{Text(flaw!["file"])}:{flaw["line"]}:{flaw["column"]}",
                new Wording(Text(flaw["what"]?["zh"]) ?? "", Text(flaw["what"]?["en"]) ?? "")))],
        };
    }

    private static string? Text(JsonNode? node) =>
        (string?)node is { } text ? QuarantineText.Printable(text) : null;

    private static DateOnly? Day(JsonNode? node) => DateOnly.TryParseExact(
        (string?)node, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day : null;
}
