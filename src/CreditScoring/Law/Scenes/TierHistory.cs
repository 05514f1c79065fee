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
    public string? TierOn(DateOnly day)
    {
        for (var i = nights.Count - 1; i >= 0; i--)
        {
            if (nights[i].Since <= day)
            {
                return nights[i].Tier;
            }
        }

        return null;
    }
}
