using System.Globalization;
using CreditScoring.Events;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Workbench.Comparing;

/// <summary>
/// The cases with one number of one event put where a changed number stands: on the old threshold, on
/// the new, and between.
/// </summary>
internal static class Alterations
{
    public static IEnumerable<(Case Case, string? Altered)> Of(
        IReadOnlyList<Case> cases, IReadOnlyList<Change> changes)
    {
        var numbers = changes.SelectMany(Numbers).Distinct().ToArray();
        foreach (var each in cases)
        {
            for (var i = 0; i < each.Events.Count; i++)
            {
                foreach (var (altered, what) in Of(each.Events[i], numbers))
                {
                    RegulatoryEvent[] events = [.. each.Events.Take(i), altered, .. each.Events.Skip(i + 1)];
                    yield return (each with { Events = events }, what);
                }
            }
        }
    }

    private static IEnumerable<(RegulatoryEvent Event, string What)> Of(
        RegulatoryEvent each, decimal[] numbers)
    {
        for (var place = 0; place < each.Values.Length; place++)
        {
            if (each.Values[place] is not decimal)
            {
                continue;
            }

            foreach (var number in numbers)
            {
                object?[] values = [.. each.Values];
                values[place] = number;
                yield return (
                    each with { Values = values },
                    string.Create(CultureInfo.InvariantCulture,
                        $"{each.Id} {each.Kind.Fields[place].Name} = {number}"));
            }
        }
    }

    private static IEnumerable<decimal> Numbers(Change change)
    {
        var (was, becomes) = (NumberOf(change.Was), NumberOf(change.Becomes));
        return was is null || becomes is null ? new[] { was, becomes }.OfType<decimal>()
            : [was.Value, becomes.Value, (was.Value + becomes.Value) / 2];
    }

    private static decimal? NumberOf(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
