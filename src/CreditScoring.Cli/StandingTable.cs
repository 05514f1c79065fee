using System.Globalization;
using CreditScoring.Standings;

namespace CreditScoring.Cli;

/// <summary>Standings as lines of a table, or as NDJSON; at the end how many stand in each tier.</summary>
internal sealed class StandingTable(TextWriter output, bool json)
{
    private readonly SortedDictionary<string, int> tiers = new(StringComparer.Ordinal);
    private bool begun;

    /// <summary>Subjects that could not be judged.</summary>
    public int Unjudged { get; private set; }

    public void Write((Standing Standing, string? Json) each)
    {
        var standing = each.Standing;
        Unjudged += standing.Tier is null ? 1 : 0;
        var key = $"{standing.Regime} {standing.Tier ?? "?"}";
        tiers[key] = tiers.GetValueOrDefault(key) + 1;
        if (json)
        {
            output.WriteLine(each.Json);
            return;
        }

        if (!begun)
        {
            begun = true;
            output.WriteLine(Line("SUBJECT", "REGIME", "POINTS", "TIER", "A YEAR", "OPENS", "DUE", "CHANGES ON"));
        }

        output.WriteLine(Line(
            standing.Subject.Id, standing.Regime, Number(standing.Points?.Value), standing.Tier ?? "?",
            Number(standing.Frequency?.TimesPerYear), Day(standing.Frequency?.Opens),
            Day(standing.Frequency?.Due), Day(standing.ChangesOn)));
        foreach (var flaw in standing.Flaws)
        {
            output.WriteLine($"  {flaw.Place}: {flaw.What.En}");
        }
    }

    public void Close()
    {
        if (!json)
        {
            output.WriteLine();
            foreach (var (tier, count) in tiers)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tier,-34} {count,10:N0}"));
            }
        }
    }

    private static string Line(
        string subject, string regime, string points, string tier, string times, string opens, string due, string changes) =>
        $"{subject,-18}  {regime,-28} {points,6}  {tier,-4}  {times,6}  {opens,-10}  {due,-10}  {changes,-10}".TrimEnd();

    private static string Number(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "-";

    private static string Day(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}
