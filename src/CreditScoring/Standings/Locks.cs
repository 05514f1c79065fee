using System.Collections.Immutable;
using CreditScoring.Law.Packs;

namespace CreditScoring.Standings;

/// <summary>A tier that may not improve before a day (锁定期).</summary>
public sealed record Lock(string Tier, DateOnly Until);

/// <summary>
/// The locks on a tier that run; a value. A short one at a grave tier and a long one at a milder tier
/// hold one after the other.
/// </summary>
public sealed record Locks
{
    public static readonly Locks None = new();

    private ImmutableList<Lock> Running { get; init; } = [];

    /// <summary>The next day on which one of them ends; MaxValue: none will.</summary>
    public DateOnly TurnsOn => Running.IsEmpty ? DateOnly.MaxValue : Running.Min(each => each.Until);

    /// <summary>The locks that still run on a day.</summary>
    public Locks On(DateOnly day) =>
        TurnsOn > day ? this : new Locks { Running = Running.RemoveAll(each => each.Until <= day) };

    /// <summary>A tier, or what the locks make of it.</summary>
    public string Held(string tier, TierLadder ladder)
    {
        foreach (var each in Running)
        {
            tier = ladder.Graver(tier, each.Tier)!;
        }

        return tier;
    }

    /// <summary>
    /// The locks with another, without those that it outlasts at the same tier or a graver.
    /// </summary>
    public Locks With(Lock another, TierLadder ladder) =>
        Running.Exists(each => Outlasts(each, another, ladder)) ? this
            : new Locks { Running = Running.RemoveAll(each => Outlasts(another, each, ladder)).Add(another) };

    /// <summary>The day before which the tier cannot improve; null: nothing holds it.</summary>
    public DateOnly? HoldUntil(string? tier) => Running.Find(each => each.Tier == tier)?.Until;

    private static bool Outlasts(Lock one, Lock other, TierLadder ladder) =>
        one.Until >= other.Until && ladder.RankOf(one.Tier) >= ladder.RankOf(other.Tier);
}
