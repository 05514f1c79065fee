using CreditScoring.Documents;
using CreditScoring.Law.Books;

namespace CreditScoring.Service.Governance;

/// <summary>From which day on two laws can differ.</summary>
public static class LawDays
{
    /// <summary>
    /// The first day on which a version is in force that one of them has and the other has not.
    /// </summary>
    /// <returns>Null: they can differ on any day, since something in force was changed.</returns>
    public static DateOnly? BeginOf(IReadOnlyList<SourceText> was, IReadOnlyList<SourceText> becomes)
    {
        var (before, after) = (Packs(was), Packs(becomes));
        var shared = Outside(was).SequenceEqual(Outside(becomes));
        // A new version ends the one before it; what is edited or removed was in force before.
        return !shared || before.Any(each => after.GetValueOrDefault(each.Key) != each.Value) ? null
            : after.Keys.Except(before.Keys).Select(DayOf).Min() is { } first && first != default ? first
                : null;
    }

    private static Dictionary<string, string> Packs(IReadOnlyList<SourceText> documents) =>
        RuleBookReader.Read(documents).Packs.ToDictionary(each => each.Folder, each => each.Hash());

    private static IEnumerable<string> Outside(IEnumerable<SourceText> documents) => LawTexts
        .Counting(documents).Where(each => each.File.StartsWith("events/", StringComparison.Ordinal)
            || each.File.StartsWith("calendars/", StringComparison.Ordinal))
        .Select(each => $"{each.File}\0{each.Text}");

    private static DateOnly? DayOf(string folder) =>
        DateOnly.TryParseExact(folder[(folder.LastIndexOf('/') + 1)..], "yyyy-MM-dd", out var day) ? day
            : null;
}
