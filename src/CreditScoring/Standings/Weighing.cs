using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>How the entries of two versions for one event compare, from the day of weighing on.</summary>
public enum Severities
{
    /// <summary>The later version orders that it judges, whichever is milder.</summary>
    Ordered,

    /// <summary>The later is no graver in anything, and less in something.</summary>
    Milder,

    /// <summary>They come to the same.</summary>
    Same,

    /// <summary>The later is graver in something, and less in nothing.</summary>
    Graver,

    /// <summary>Less in one thing and graver in another, such as fewer points for longer.</summary>
    Mixed,
}

/// <summary>
/// That what happened under one version was weighed by a later one as well (从旧兼从轻), and which of
/// them judges it.
/// </summary>
/// <param name="Was">By which it stood: its entries that were within their term on the day.</param>
/// <param name="Becomes">What the later version makes of it.</param>
public sealed record Weighing(
    Hindsight Later, DateOnly On, IReadOnlyList<EntryInTerm> Was, IReadOnlyList<EntryInTerm> Becomes)
{
    /// <summary>How the later compares with the earlier.</summary>
    public Severities Severity { get; init; }

    /// <summary>The tier of the day by each, all else as it stood; null: it was not asked.</summary>
    public (string? Was, string? Becomes) Tiers { get; init; }

    /// <summary>Whether the later version judges it from the day on.</summary>
    public bool TakesLater => Severity is Severities.Ordered or Severities.Milder;

    /// <summary>
    /// What counts of some entries on a day: of a group only the gravest, and the sum of what stands alone
    /// under the empty key.
    /// </summary>
    private static Dictionary<string, decimal> CountingOn(IReadOnlyList<EntryInTerm> entries, DateOnly day)
    {
        var counts = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var each in entries.Where(each => each.Entry.From <= day && day < EndOf(each)))
        {
            var (key, points) = (each.Entry.Group ?? "", each.Entry.Points.Value);
            counts[key] = !counts.TryGetValue(key, out var known) ? points
                : key.Length == 0 ? known + points : Math.Max(known, points);
        }

        return counts;
    }

    /// <summary>
    /// The first day on which it no longer counts. One that may be carried over is taken to go on: nobody
    /// knows yet for how long.
    /// </summary>
    private static DateOnly EndOf(EntryInTerm each) =>
        (each.Rule.CarriesOver ?? each.Pack.CarriesOver) is { Source.Text: not "false" } ? DateOnly.MaxValue
            : each.Entry.LapsesOn ?? DateOnly.MaxValue;

    /// <summary>
    /// Compares day by day what each comes to, so that fewer points and a shorter term are both milder; what
    /// is less on one day and more on another is neither.
    /// </summary>
    internal static Severities Compare(
        IReadOnlyList<EntryInTerm> was, IReadOnlyList<EntryInTerm> becomes, DateOnly day)
    {
        var (less, more) = (false, false);
        var turns = was.Concat(becomes)
            .SelectMany(each => new[] { each.Entry.From, EndOf(each) })
            .Where(turn => turn > day).Append(day).Distinct();
        foreach (var turn in turns)
        {
            var (before, after) = (CountingOn(was, turn), CountingOn(becomes, turn));
            foreach (var key in before.Keys.Union(after.Keys))
            {
                var difference = after.GetValueOrDefault(key) - before.GetValueOrDefault(key);
                (less, more) = (less || difference < 0, more || difference > 0);
            }
        }

        return Of(less, more);
    }

    /// <summary>With the tier of the day: what is graver by it is not milder.</summary>
    internal Severities With(TierLadder ladder)
    {
        var (was, becomes) = (ladder.RankOf(Tiers.Was ?? ""), ladder.RankOf(Tiers.Becomes ?? ""));
        return was < 0 || becomes < 0 ? Severity : Of(
            Severity is Severities.Milder or Severities.Mixed || becomes < was,
            Severity is Severities.Graver or Severities.Mixed || becomes > was);
    }

    private static Severities Of(bool less, bool more) => (less, more) switch
    {
        (true, true) => Severities.Mixed,
        (true, false) => Severities.Milder,
        (false, true) => Severities.Graver,
        _ => Severities.Same,
    };
}
