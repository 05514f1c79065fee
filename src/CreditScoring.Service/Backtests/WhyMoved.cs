using System.Globalization;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Standings;

namespace CreditScoring.Service.Backtests;

/// <summary>
/// Why somebody has another tier: the entries and the rung that differ, each with its article.
/// </summary>
internal static class WhyMoved
{
    private const int Most = 5;

    /// <param name="pack">By which it is judged now; null: none is in force.</param>
    public static string Of(Standing? was, Standing? becomes, RulePack? pack)
    {
        var parts = new List<string>();
        if (becomes?.Flaws is [var flaw, ..])
        {
            parts.Add($"{flaw.Name}: {flaw.What.En}");
        }

        var (before, after) = (PointsBy(was), PointsBy(becomes));
        var rules = before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Where(rule => before.GetValueOrDefault(rule) != after.GetValueOrDefault(rule)).ToList();
        parts.AddRange(rules.Take(Most).Select(rule =>
            $"{rule} {Shown(before.GetValueOrDefault(rule))} -> {Shown(after.GetValueOrDefault(rule))}"
            + Cited(pack, rule)));
        if (rules.Count > Most)
        {
            parts.Add($"+{rules.Count - Most}");
        }

        if (becomes?.TierRule is { } rung)
        {
            parts.Add($"{was?.TierRule ?? "-"} -> {rung}{Cited(pack, rung)}");
        }

        return string.Join("; ", parts);
    }

    private static Dictionary<string, decimal> PointsBy(Standing? standing) => (standing?.Entries ?? [])
        .GroupBy(each => each.Rule, StringComparer.Ordinal)
        .ToDictionary(each => each.Key, each => each.Sum(entry => entry.Points.Value));

    private static string Cited(RulePack? pack, string rule) =>
        pack?.Rules.FirstOrDefault(each => each.Name == rule)?.Citation is { } citation ? $" [{citation}]"
            : "";

    private static string Shown(decimal points) => points.ToString(CultureInfo.InvariantCulture);
}
