using CreditScoring.Enterprises;
using CreditScoring.Standings;

namespace CreditScoring.Supervision;

/// <summary>
/// What an inspection scheduler is told of one subject (分类分级监管建议): the strictest of each field
/// over all its regimes, clamped to the yearly cap, and which regime decided.
/// </summary>
public sealed record Recommendation(Subject Subject, DateOnly On, Frequency Frequency)
{
    /// <summary>The tier by regime; null where it could not be judged.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Tiers { get; init; } = [];

    /// <summary>The regime that decided a field, by the field's JSON name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> DecidedBy { get; init; } = [];

    /// <summary>The earliest day on which one of the standings changes by itself.</summary>
    public DateOnly? ChangesOn { get; init; }
}
