using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>Makes the standing that others see of a fold's state at the end of the scene's day.</summary>
internal static class StandingMaker
{
    public static Standing Of(Regime regime, Scene scene, FileState state, IJudgementListener? listener)
    {
        var standing = new Standing(scene.Subject.Subject, regime.Name, scene.Day);
        if (regime.On(scene.Day) is not { } pack)
        {
            // What had not begun by the day applies to nobody; what has ended leaves a question open.
            return standing with
            {
                Applies = regime.BegunBy(scene.Day), Flaws = [StandingFlaws.NoPack(regime, scene.Day)],
            };
        }

        if (!pack.AppliesIn(scene))
        {
            return standing with { Applies = false, Flaws = [StandingFlaws.DoesNotApply(pack, scene.Day)] };
        }

        var measures = Measures(pack, scene, listener);
        scene.Rank(state.History.Last.Tier);
        return standing with
        {
            Pack = pack.Version,
            Status = pack.Manifest.Status.ToString().ToLowerInvariant(),
            Points = PointsOf(pack, measures),
            Measures = measures,
            Tier = state.History.Last.Tier,
            TierRule = state.TierRule,
            LockedUntil = state.Locks.HoldUntil(state.History.Last.Tier),
            Frequency = pack.Frequency.Count == 0 ? null : FrequencyOf(pack, scene, listener),
            Duties = state.Duties.All,
            Steps = state.Steps.Running,
            Entries = [.. state.Register.Counting],
        };
    }

    /// <summary>The named values that are simple; lists and records are for rules only.</summary>
    private static List<Measure> Measures(RulePack pack, Scene scene, IJudgementListener? listener)
    {
        var measures = new List<Measure>();
        foreach (var named in pack.Named)
        {
            if (named.Formula.Type.Shape is not (Law.Language.Shape.List or Law.Language.Shape.Record))
            {
                measures.Add(new Measure(named.Name, scene.Reckon(named)));
                listener?.Reckoned(named, scene);
            }
        }

        return measures;
    }

    private static Points? PointsOf(RulePack pack, List<Measure> measures) =>
        measures.Find(measure => measure.Name == pack.Manifest.Points)?.Value switch
        {
            decimal number => new Points(number),
            int number => new Points(number),
            _ => null,
        };

    /// <summary>Each property is decided by the first hit that names it.</summary>
    private static Frequency FrequencyOf(RulePack pack, Scene scene, IJudgementListener? listener)
    {
        var hits = new List<FrequencyRule>();
        foreach (var rule in pack.Frequency)
        {
            var holds = rule.Condition.Holds(scene);
            listener?.Tried(rule, pack, scene, holds);
            if (holds)
            {
                hits.Add(rule);
            }
        }

        return new Frequency(field => Said(hits, field)?.In(scene));
    }

    private static FrequencySaying? Said(List<FrequencyRule> hits, FrequencyField field)
    {
        foreach (var rule in hits)
        {
            if (rule[field] is { } said)
            {
                return said;
            }
        }

        return null;
    }
}
