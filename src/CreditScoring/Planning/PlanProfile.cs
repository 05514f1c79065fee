using CreditScoring.Documents;

namespace CreditScoring.Planning;

/// <summary>
/// How a place plans its inspections (编制计划办法). Data, under rules/plans; no number of it stands here.
/// </summary>
/// <param name="Name">As its file is called, such as <c>illustrative</c>.</param>
/// <param name="Title">For people.</param>
/// <param name="GradedBy">The regime whose tier and points say what a visit is worth.</param>
public sealed record PlanProfile(string Name, Wording Title, string GradedBy)
{
    public required PlanRule Rule { get; init; }

    /// <summary>
    /// The file of rules/draws by which is drawn: what is told of visits is told of its draws. Null: none is.
    /// </summary>
    public string? Draw { get; init; }

    /// <summary>Digits of a region that make a unit: 2, 4 or 6.</summary>
    public required int UnitDigits { get; init; }

    /// <summary>Person-days of a regime's matter by itself.</summary>
    public required IReadOnlyDictionary<string, decimal> PersonDays { get; init; }

    /// <summary>Of any other regime.</summary>
    public required decimal OtherPersonDays { get; init; }

    /// <summary>The share of an inspector's working day that is for planned visits.</summary>
    public required decimal DayShare { get; init; }

    /// <summary>How many inspectors make one visit; null: the profile says nothing of who goes.</summary>
    public int? Inspectors { get; init; }

    /// <summary>What counts as a visit.</summary>
    public required IReadOnlyList<EventPattern> Visits { get; init; }

    /// <summary>Visits that do not count towards the yearly cap.</summary>
    public required IReadOnlyList<EventPattern> NotCounted { get; init; }

    /// <summary>What sets a visit off by itself.</summary>
    public required IReadOnlyList<EventPattern> Triggers { get; init; }

    /// <summary>Days after which a trigger is none any more.</summary>
    public required int TriggerDays { get; init; }

    /// <summary>What is told of visits that were drawn; null: the profile says nothing of it.</summary>
    public ResultTerms? Results { get; init; }

    /// <summary>What is told of the effect of visits; null: the profile says nothing of it.</summary>
    public EffectTerms? Effect { get; init; }

    /// <summary>Visits by a higher authority than the units that plan.</summary>
    public required IReadOnlyList<EventPattern> HigherChecks { get; init; }

    public decimal PersonDaysOf(string regime) => PersonDays.GetValueOrDefault(regime, OtherPersonDays);

    /// <summary>The unit of a region; null: none is known.</summary>
    public string? UnitOf(string? region) =>
        region is null || region.Length < UnitDigits ? null : region[..UnitDigits];
}
