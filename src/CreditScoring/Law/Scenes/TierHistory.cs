using System.Collections.Immutable;

namespace CreditScoring.Law.Scenes;

/// <summary>The tiers of a subject in a regime by the day since which each held; a value.</summary>
public sealed class TierHistory
{
    public static readonly TierHistory Empty = new([]);

    private readonly ImmutableList<Night> nights;

    private TierHistory(ImmutableList<Night> nights) => this.nights = nights;

    public Night Last => nights.IsEmpty ? Night.BeforeTheFile : nights[^1];

    /// <summary>The history with the tier of another day, later than all before.</summary>
    public TierHistory With(string? tier, DateOnly day) =>
        !nights.IsEmpty && nights[^1].Tier == tier ? this : new(nights.Add(new Night(tier, day)));

    /// <summary>The tier at the end of a day; null before the file began.</summary>
    public string? TierOn(DateOnly day) =>
        (nights.FindLast(night => night.Since <= day) ?? Night.BeforeTheFile).Tier;

    /// <summary>How the night before a day ended.</summary>
    public Night Before(DateOnly day) => nights.FindLast(night => night.Since < day) ?? Night.BeforeTheFile;

    /// <summary>
    /// The first day after another on which the tier became another; MaxValue: none so far.
    /// </summary>
    public DateOnly TurnAfter(DateOnly day) =>
        nights.Find(night => night.Since > day)?.Since ?? DateOnly.MaxValue;
}
