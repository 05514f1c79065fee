using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Language;
using CreditScoring.Standings;

namespace CreditScoring.Tests.Histories;

/// <summary>What the core answers about a history, as text that can be compared whole.</summary>
internal static class Answers
{
    public static CreditFile File(this IEnumerable<RegulatoryEvent> history) =>
        Filing.Of(history, out _).FirstOrDefault(file => file.Subject == World.Subject)
        ?? new CreditFile(World.Subject, []);

    /// <summary>The standing and the day on which it changes by itself.</summary>
    public static string Judged(this World world, CreditFile file, DateOnly on) =>
        Judge.Of(file, world.Regime, on).Standing.Text();

    /// <summary>The standing without a look ahead, which is most of the work.</summary>
    public static string Standing(this World world, CreditFile file, DateOnly on) => world.StandingOf(file, on).Text();

    public static Standing StandingOf(this World world, CreditFile file, DateOnly on)
    {
        try
        {
            return world.Walk(file, on).Standing(on);
        }
        catch (CannotBeJudged why)
        {
            return Judge.Refused(file.Subject, world.Regime, on, why).Standing;
        }
    }

    public static Walk Walk(this World world, CreditFile file, DateOnly to, bool everyDay = false)
    {
        var walk = new Walk(world.Regime, file.Subject, LawDayOrder.Of(file, world.Regime), everyDay);
        walk.To(to);
        return walk;
    }

    public static string OrReason(Func<string> answer)
    {
        try
        {
            return answer();
        }
        catch (CannotBeJudged why)
        {
            return $"{why.Place}: {why.Reason.En}";
        }
    }

    public static string Text(this Standing standing) => JsonText.Of(json => StandingJson.Write(json, standing));

    /// <summary>A few days of a world, the last one among them.</summary>
    public static IEnumerable<DateOnly> SomeDays(this World world, Random random, int count) =>
        Enumerable.Range(0, count).Select(_ => world.DayAt(random.Next(world.Days))).Append(world.DayAt(world.Days));

    /// <summary>The first difference, or null.</summary>
    public static string? FirstOf(IEnumerable<string?> differences) =>
        differences.FirstOrDefault(difference => difference is not null);

    public static string? Difference(string what, string expected, string actual) =>
        expected == actual ? null : $"{what}\nexpected {expected}\nbut was  {actual}";
}
