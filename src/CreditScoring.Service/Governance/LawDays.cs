using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;

namespace CreditScoring.Service.Governance;

/// <summary>From which day on two laws can differ.</summary>
public static class LawDays
{
    /// <summary>
    /// The first day on which a version is in force that one of them has and the other has not; of packs that
    /// judge nobody nothing is said.
    /// </summary>
    /// <param name="sameEvents">Whether kinds of events and calendars are the same in both.</param>
    /// <returns>Null: they can differ on any day, since something in force was changed.</returns>
    public static DateOnly? BeginOf(RuleBook was, RuleBook becomes, bool sameEvents)
    {
        var (before, after) = (Packs(was), Packs(becomes));
        // A new version ends the one before it; what is edited or removed was in force before.
        if (!sameEvents || before.Any(each => after.GetValueOrDefault(each.Key)?.Hash != each.Value.Hash))
        {
            return null;
        }

        var added = after.Where(each => !before.ContainsKey(each.Key)).Select(each => each.Value).ToList();
        return added.Count == 0 ? null : added.Min(each => each.Manifest.InForceFrom);
    }

    /// <summary>What every regime reads: kinds of events and calendars.</summary>
    public static bool SameEvents(IEnumerable<SourceText> was, IEnumerable<SourceText> becomes) =>
        Shared(was).SequenceEqual(Shared(becomes));

    private static Dictionary<string, RulePack> Packs(RuleBook book) => book.Regimes
        .SelectMany(each => each.Versions).ToDictionary(each => $"{each.Regime}/{each.Version}");

    private static IEnumerable<string> Shared(IEnumerable<SourceText> documents) => LawTexts
        .Counting(documents).Where(each => each.File.StartsWith("events/", StringComparison.Ordinal)
            || each.File.StartsWith("calendars/", StringComparison.Ordinal))
        .Select(each => $"{each.File}\0{each.Text}");
}
