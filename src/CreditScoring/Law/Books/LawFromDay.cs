using CreditScoring.Law.Packs;

namespace CreditScoring.Law.Books;

/// <summary>
/// A law that is proposed as if it were published on a day (假定自某日施行): what it adds for a later day is in
/// force from that day on. What it changes of packs that are in force by then it changes as it would when it
/// is published: as it stands.
/// </summary>
public static class LawFromDay
{
    /// <param name="before">The law that it was written upon.</param>
    /// <returns>The proposal itself, where it adds nothing for a later day.</returns>
    public static RuleBook Of(RuleBook before, RuleBook proposed, DateOnly day)
    {
        var known = before.Regimes.SelectMany(each => each.Versions).Select(Key).ToHashSet();
        var regimes = proposed.Regimes.Select(each => Of(each.Versions, known, day) is { } moved
            ? new Regime(each.Name, moved, proposed.Catalogue) : each).ToList();
        return regimes.SequenceEqual(proposed.Regimes) ? proposed
            : new RuleBook(proposed.Catalogue, proposed.WorkingDays, regimes, proposed.Hash);
    }

    /// <returns>Null: nothing of it is for a later day.</returns>
    private static IReadOnlyList<RulePack>? Of(
        IReadOnlyList<RulePack> versions, HashSet<string> known, DateOnly day)
    {
        var last = versions.LastOrDefault(
            each => each.Manifest.InForceFrom > day && !known.Contains(Key(each)));
        // The last that is new comes in the place of all between: it is what is proposed.
        return last is null ? null
            :
            [
                .. versions.Where(each => each.Manifest.InForceFrom < day), last.FromDay(day),
                .. versions.Where(each => each.Manifest.InForceFrom > last.Manifest.InForceFrom),
            ];
    }

    private static string Key(RulePack pack) => $"{pack.Regime}/{pack.Version} {pack.Hash}";
}
