using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Packs;

namespace CreditScoring.Standings;

/// <summary>The tier of a day and what decided it.</summary>
/// <param name="Seen">What stood when it was decided.</param>
/// <param name="Tier">Null: no version was in force, or the subject did not stand in the regime.</param>
/// <param name="Rung">The rule that decided; null with the tier.</param>
/// <param name="Locks">Which keep the tier of the days to come from improving.</param>
internal sealed record Ruling(FileState Seen, string? Tier, string? Rung, Locks Locks);

/// <summary>
/// Decides the tier of a day: the first rung that holds, then the bounds of all rules that hold, then
/// the locks, which keep the tier from improving before their day.
/// </summary>
internal static class TierJudge
{
    /// <exception cref="CannotBeJudged">No rung holds, or a rule has no answer.</exception>
    public static Ruling Rule(RulePack pack, Scene scene, FileState night, IJudgementListener? listener)
    {
        var hits = Hits(pack, scene, listener);
        var rung = hits.Find(rule => rule.Tier is not null) ?? throw NoRung(pack);
        var ladder = pack.Manifest.Tiers;
        var tier = rung.Tier;
        foreach (var rule in hits)
        {
            tier = ladder.Milder(tier, Bound(rule.NoWorseThan, scene, ladder));
        }

        foreach (var rule in hits)
        {
            tier = ladder.Graver(tier, Bound(rule.NoBetterThan, scene, ladder));
        }

        var running = night.Locks.On(scene.Day);
        var held = running.Held(tier!, ladder);
        var until = hits.Find(rule => rule.LockedUntil is not null)?.LockedUntil!.Evaluate(scene);
        var locks = until > scene.Day ? running.With(new Lock(held, until.Value), ladder) : running;
        return new Ruling(night, held, rung.Name, locks);
    }

    private static List<TierRule> Hits(RulePack pack, Scene scene, IJudgementListener? listener)
    {
        var hits = new List<TierRule>();
        var decided = false;
        for (var i = 0; i < pack.Tier.Count; i++)
        {
            // A rung below the one that decided matters only for the bounds or the lock that it names.
            var rule = pack.Tier[i];
            if (decided && rule.NoBetterThan is null && rule.NoWorseThan is null
                && rule.LockedUntil is null)
            {
                continue;
            }

            var holds = rule.Condition.Holds(scene);
            listener?.Tried(rule, pack, scene, holds);
            if (holds)
            {
                hits.Add(rule);
                decided |= rule.Tier is not null;
            }
        }

        return hits;
    }

    /// <exception cref="CannotBeJudged">It is no tier: a bound is never dropped by silence.</exception>
    private static string? Bound(Formula<string?>? bound, Scene scene, TierLadder ladder)
    {
        var tier = bound?.Evaluate(scene);
        return tier is null || ladder.RankOf(tier) >= 0 ? tier
            : throw new CannotBeJudged(bound!.Source.At(0), NamedTiers.What(tier, ladder));
    }

    private static CannotBeJudged NoRung(RulePack pack) => new(
        pack.Manifest.Place,
        new Wording("no-rung：没有一级成立", "no-rung: no rung of the ladder holds"));
}
