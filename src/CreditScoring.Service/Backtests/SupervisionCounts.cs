using System.Globalization;
using CreditScoring.Law.Packs;
using CreditScoring.Standings;

namespace CreditScoring.Service.Backtests;

/// <summary>What a standing comes to: points by rule, inspections by place and quarter.</summary>
internal static class SupervisionCounts
{
    /// <summary>In the place of a quarter: how many a year.</summary>
    public const string AYear = "year";

    /// <param name="when">before or after.</param>
    public static void Count(
        CountedSubject who, ComparedRegime regime, Standing? standing, string when, BacktestTally tally)
    {
        foreach (var entry in standing?.Entries ?? [])
        {
            tally.Add(entry.Points.Value, "rule", regime.Name, entry.Rule, "points", when);
            tally.Add(1, "rule", regime.Name, entry.Rule, "entries", when);
        }

        if (standing?.Frequency is not { } frequency)
        {
            return;
        }

        Visits(frequency.TimesPerYear ?? 0, AYear);
        if (frequency.Due is { } due)
        {
            Visits(1, QuarterOf(due));
        }

        // More inspections are wanted than visits are allowed: the plan leaves the rest out.
        if (frequency.TimesPerYear > (decimal?)frequency[FrequencyField.VisitCap])
        {
            tally.Add(1, "cap", regime.Name, when);
        }

        void Visits(decimal count, string quarter)
        {
            tally.Add(count, "visits", regime.Name, who.Place, quarter, when);
            tally.Add(count * regime.PersonDays ?? 0, "days", regime.Name, who.Place, quarter, when);
        }
    }

    private static string QuarterOf(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}Q{(day.Month + 2) / 3}");
}
