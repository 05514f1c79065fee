using CreditScoring.Documents;
using CreditScoring.Law.Expressions;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Packs;

namespace CreditScoring.Standings;

/// <summary>The tier of a day and what decided it.</summary>
internal sealed record Ruling(string Tier, string Rung, Lock? Lock);

/// <summary>
/// Decides the tier of a day: the first rung that holds, then the bounds of all rules that hold, then
/// the lock, which keeps the tier from improving before its day.
/// </summary>
internal static class TierJudge
{
    /// <exception cref="CannotBeJudged">No rung holds, or a rule has no answer.</exception>
    public static Ruling Rule(RulePack pack, Scene scene, Fold night, IWitness? witness)
    {
        var hits = Hits(pack, scene, witness);
        var rung = hits.Find(rule => rule.Tier is not null) ?? throw NoRung(pack);
        var ladder = pack.Manifest.Tiers;
        var tier = rung.Tier;
        foreach (var rule in hits)
        {
            tier = ladder.Milder(tier, rule.NoWorseThan?.Evaluate(scene));
        }

        foreach (var rule in hits)
        {
            tier = ladder.Graver(tier, rule.NoBetterThan?.Evaluate(scene));
        }

        var held = night.Lock is { } old && old.Until > scene.Day ? ladder.Graver(tier, old.Tier) : tier;
        var until = hits.Find(rule => rule.LockedUntil is not null)?.LockedUntil!.Evaluate(scene);
        return new Ruling(held!, rung.Name, LockOf(held!, until, night.Lock, scene.Day));
    }

    private static List<TierRule> Hits(RulePack pack, Scene scene, IWitness? witness)
    {
        var hits = new List<TierRule>();
        var decided = false;
        foreach (var rule in pack.Tier)
        {
            // A rung below the one that decided matters only for the bounds or the lock that it names.
            if (decided && rule.NoBetterThan is null && rule.NoWorseThan is null
                && rule.LockedUntil is null)
            {
                continue;
            }

            var holds = rule.Condition.Holds(scene);
            witness?.Tried(rule, pack, scene, holds);
            if (holds)
            {
                hits.Add(rule);
                decided |= rule.Tier is not null;
            }
        }

        return hits;
    }

    /// <summary>The later of the lock that runs and the one that the day sets, at the tier held.</summary>
    private static Lock? LockOf(string tier, DateOnly? until, Lock? old, DateOnly day)
    {
        var running = old is not null && old.Until > day ? old : null;
        return until is null || until <= day || until < running?.Until ? running : new Lock(tier, until.Value);
    }

    private static CannotBeJudged NoRung(RulePack pack) => new(
        pack.Manifest.Place,
        new Wording("no-rung：没有一级成立", "no-rung: no rung of the ladder holds"));
}
