using CreditScoring.Law.Packs;

namespace CreditScoring.Standings;

/// <summary>The rights of the party that are told in its situation, each with its last day.</summary>
internal static class PartyRights
{
    /// <returns>The last day is null where the right has none, or none that is known.</returns>
    public static IReadOnlyList<(PartyRight Right, DateOnly? Last)> Of(Explanation explanation) =>
    [
        .. explanation.Manifest!.Notice.Rights.Where(right => IsTold(right, explanation)).Select(
            right => (right, right is { Step: { } step, OwnTerm: false }
                ? LastDayOf(step, explanation) : null)),
    ];

    /// <summary>Whether it stands in the mildest tier, with nothing that it rests on.</summary>
    public static bool IsAtEase(Explanation explanation) => explanation.Standing.Entries.Count == 0
        && explanation.Manifest!.Tiers.RankOf(explanation.Standing.Tier!) == 0;

    /// <summary>
    /// The last day on which a step runs if nothing new happens; null: it is not known.
    /// </summary>
    private static DateOnly? LastDayOf(string step, Explanation explanation)
    {
        var outlook = explanation.Outlook;
        var end = explanation.Standing.Steps.First(each => each.Step == step).Until
            ?? outlook.Turns.Concat(outlook.Next is { } next ? [next] : [])
                .Where(turn => turn.Steps.All(each => each.Step != step)).Min(turn => (DateOnly?)turn.On);
        return end?.AddDays(-1);
    }

    private static bool IsTold(PartyRight right, Explanation explanation) =>
        (!IsAtEase(explanation) || explanation.Repairs.Count > 0 || right.Step is not null)
        && (right.Tiers.Count == 0 || right.Tiers.Contains(explanation.Standing.Tier))
        && (right.Step is null || explanation.Standing.Steps.Any(step => step.Step == right.Step));
}
