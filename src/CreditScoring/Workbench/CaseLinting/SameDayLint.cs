using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Language;
using CreditScoring.Standings;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Workbench.CaseLinting;

/// <summary>
/// same-day-order: exchanges, in each case, two neighbours of one law day whose kinds the pack does not
/// order. Where the standing then differs, the alphabet of their ids would decide: the two are named.
/// </summary>
internal static class SameDayLint
{
    public static IEnumerable<Flaw> Check(Regime regime, IReadOnlyList<Case> cases)
    {
        var told = new HashSet<(string, string)>();
        foreach (var tried in cases.Where(each => each.Expectations.Count > 0))
        {
            var on = tried.Expectations.Max(each => each.On);
            var order = Ordered(tried, regime, on);
            for (var first = 0; first + 1 < order.Length; first++)
            {
                var (one, other) = (order[first], order[first + 1]);
                if (AreTied(one, other) && !told.Contains(Kinds(one, other))
                    && Difference(tried, regime, order, first, on) is { } difference)
                {
                    told.Add(Kinds(one, other));
                    yield return Matters(tried, one, other, difference);
                }
            }
        }
    }

    private static OrderedEvent[] Ordered(Case tried, Regime regime, DateOnly on)
    {
        try
        {
            return LawDayOrder.Of(new CreditFile(tried.Subject, tried.Events).UpTo(on), regime);
        }
        catch (CannotBeJudged)
        {
            // That nobody can be judged is what such a case is about.
            return [];
        }
    }

    /// <summary>Whether only source, sequence or id says which of two kinds comes first.</summary>
    private static bool AreTied(OrderedEvent one, OrderedEvent other)
    {
        var (left, right) = (one.Happening, other.Happening);
        return left.From == right.From && one.Turn == other.Turn && left.Kind != right.Kind
            && right.ActsOn != left
            && (left.Event.DecidedOn ?? left.Event.OccurredOn) == (
                right.Event.DecidedOn ?? right.Event.OccurredOn);
    }

    private static (string, string) Kinds(OrderedEvent one, OrderedEvent other) =>
        string.CompareOrdinal(one.Happening.Kind, other.Happening.Kind) < 0
            ? (one.Happening.Kind, other.Happening.Kind) : (other.Happening.Kind, one.Happening.Kind);

    private static (string Is, string WouldBe)? Difference(
        Case tried, Regime regime, OrderedEvent[] order, int first, DateOnly on)
    {
        OrderedEvent[] exchanged = [.. order];
        (exchanged[first], exchanged[first + 1]) = (order[first + 1], order[first]);
        var (now, then) = (Outcome(tried, regime, order, on), Outcome(tried, regime, exchanged, on));
        return now == then ? null : (now, then);
    }

    private static string Outcome(Case tried, Regime regime, OrderedEvent[] order, DateOnly on)
    {
        try
        {
            var walk = new Walk(regime, tried.Subject, order);
            walk.To(on);
            var standing = walk.Standing(on);
            var steps = string.Concat(standing.Steps.Select(step => $" {step.Step}"));
            var points = standing.Points?.Value.ToString("0.####", CultureInfo.InvariantCulture);
            return points + $" {standing.Tier}{steps}".TrimEnd();
        }
        catch (CannotBeJudged why)
        {
            return why.Reason.En;
        }
    }

    private static Flaw Matters(
        Case tried, OrderedEvent one, OrderedEvent other, (string Is, string WouldBe) difference)
    {
        var (left, right) = (one.Happening, other.Happening);
        return new Flaw(
            "same-day-order", tried.Place,
            new Wording(
                $"{left.From:yyyy-MM-dd} 的 {left.Kind} {left.Event.Id.Id} 和 "
                    + $"{right.Kind} {right.Event.Id.Id} 调换先后，"
                    + $"结果由 {difference.Is} 变为 {difference.WouldBe}；规则包没有说哪一种在先，只好由编号决定",
                $"on {left.From:yyyy-MM-dd} {left.Kind} {left.Event.Id.Id} "
                    + $"and {right.Kind} {right.Event.Id.Id}, exchanged, "
                    + $"give {difference.WouldBe} instead of {difference.Is}; the pack does not say which "
                    + "kind comes first, so ids decide"),
            new Wording("在 pack.json 的 sameDay 中写明两种事件的先后",
                "name both kinds in sameDay of pack.json, in their order"))
        {
            Severity = Severity.Notice,
        };
    }
}
