namespace CreditScoring.Effects;

/// <summary>Visits of one kind and what they found.</summary>
/// <param name="Of">The tier, the rule or the origin.</param>
public sealed record RateOf<T>(T Of, HitRate Rate);

/// <summary>
/// What inspections of a period found, and what the rules had to do with it (检查效果): for who writes them.
/// </summary>
public sealed record InspectionEffect(DateOnly From, DateOnly To)
{
    /// <summary>What stands for no tier.</summary>
    public const string NoTier = "?";

    /// <summary>Objects by tier at the end of the period.</summary>
    public required IReadOnlyDictionary<string, int> Objects { get; init; }

    public required HitRate All { get; init; }

    public required IReadOnlyList<RateOf<VisitOrigin>> ByOrigin { get; init; }

    /// <summary>By the tier on the day before the visit.</summary>
    public required IReadOnlyList<RateOf<string>> ByTier { get; init; }

    /// <summary>The same of those that were drawn.</summary>
    public required IReadOnlyList<RateOf<string>> DrawnByTier { get; init; }

    /// <summary>By each rule that stood behind it the day before; the most visits first.</summary>
    public required IReadOnlyList<RateOf<RuleName>> ByRule { get; init; }

    /// <summary>Null: nothing was visited by risk, or nothing was drawn.</summary>
    public Lift? Lift { get; init; }

    /// <summary>Null: nothing was found by risk or after a complaint.</summary>
    public Earlier? Earlier { get; init; }

    /// <param name="objects">Objects by tier.</param>
    public static InspectionEffect Of(
        DateOnly from, DateOnly to, IReadOnlyCollection<ObservedVisit> visits,
        IReadOnlyDictionary<string, int> objects) => Of(
        from, to, HitRate.Of(visits),
        [
            .. Enum.GetValues<VisitOrigin>().Select(origin => new RateOf<VisitOrigin>(
                origin, HitRate.Of(visits.Where(each => each.Origin == origin)))),
        ],
        ByTierOf(visits), ByTierOf(visits.Where(each => each.Origin == VisitOrigin.Drawn)),
        [
            .. visits.SelectMany(each => each.Rules.Select(rule => (Rule: rule, Visit: each)))
                .GroupBy(each => each.Rule)
                .Select(rule => new RateOf<RuleName>(rule.Key, HitRate.Of(rule.Select(each => each.Visit))))
                .OrderByDescending(each => each.Rate.Visits)
                .ThenBy(each => $"{each.Of}", StringComparer.Ordinal),
        ],
        objects,
        Earlier.Of(
            visits, from, to.DayNumber - from.DayNumber + 1, visits.Count, objects.Values.Sum()));

    internal static InspectionEffect Of(
        DateOnly from, DateOnly to, HitRate all, IReadOnlyList<RateOf<VisitOrigin>> byOrigin,
        IReadOnlyList<RateOf<string>> byTier, IReadOnlyList<RateOf<string>> drawnByTier,
        IReadOnlyList<RateOf<RuleName>> byRule, IReadOnlyDictionary<string, int> objects, Earlier? earlier) =>
        new(from, to)
        {
            Objects = objects, All = all, ByOrigin = byOrigin, ByTier = byTier, DrawnByTier = drawnByTier,
            ByRule = byRule,
            Lift = Lift.Of(
                byOrigin.FirstOrDefault(each => each.Of == VisitOrigin.Risk)?.Rate ?? default,
                drawnByTier.ToDictionary(each => each.Of, each => each.Rate), objects),
            Earlier = earlier,
        };

    private static IReadOnlyList<RateOf<string>> ByTierOf(IEnumerable<ObservedVisit> visits) =>
    [
        .. visits.GroupBy(each => each.Tier ?? NoTier)
            .OrderByDescending(each => each.Key, StringComparer.Ordinal)
            .Select(tier => new RateOf<string>(tier.Key, HitRate.Of(tier))),
    ];
}
