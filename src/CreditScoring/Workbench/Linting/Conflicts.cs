using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Workbench.Reasoning;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Linting;

/// <summary>
/// rules-conflict: one event gets points from two rules, without a group that lets only the gravest
/// count. Told only with an event on which both rules were seen to hold.
/// </summary>
internal static class Conflicts
{
    private const int MostPairs = 20_000;

    public static IEnumerable<Flaw> Check(WrittenPack pack)
    {
        if (pack.Bound is not { } bound)
        {
            return [];
        }

        var reasoner = new PackReasoning(pack).Reasoner;
        var rules = pack.Role("points")
            .Select(rule => (rule, bound: bound.Points.FirstOrDefault(
                each => each.Name == rule.Name), holds: reasoner.Holds(rule)))
            .Where(each => each.bound?.Points is not null && !each.holds.Never)
            .SelectMany(each => (each.holds.About("happened.kind").Only ?? []).Select(kind => (kind, each)))
            .GroupBy(each => each.kind, each => each.each);
        return rules.SelectMany(group => Pairs([.. group])).Take(MostPairs)
            .Where(pair => !pair.One.Holds.And(pair.Other.Holds).Never)
            .Select(pair => Conflict(pair.One, pair.Other, pack, bound)).OfType<Flaw>()
            .DistinctBy(flaw => flaw.Place);
    }

    private static IEnumerable<(Candidate One, Candidate Other)> Pairs(
        (WrittenRule Rule, PointsRule? Bound, Constraints Holds)[] rules)
    {
        var all = rules.Select(each => new Candidate(each.Rule, each.Bound!, each.Holds)).ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            for (var j = i + 1; j < all.Length; j++)
            {
                yield return (all[i], all[j]);
            }
        }
    }

    private static Flaw? Conflict(Candidate one, Candidate other, WrittenPack pack, RulePack bound)
    {
        var met = one.Holds.And(other.Holds);
        if (CounterExample.Json(met, pack.Catalogue, bound.Manifest.InForceFrom) is not { } json
            || CounterExample.Event(json, met, pack) is not var (happened, subject))
        {
            return null;
        }

        var scene = new Scene(subject, bound.Slots) { StepsLeft = 1_000_000 };
        scene.Face(bound.Manifest.InForceFrom, Night.BeforeTheFile);
        scene.Meet(new Happening(happened, bound.Manifest.InForceFrom));
        scene.ReckonFrom(bound.Manifest.InForceFrom);
        try
        {
            return Points(one.Bound, scene) is { } first && Points(other.Bound, scene) is { } second
                && !(Group(one.Bound, scene) is { } group && group.Equals(Group(other.Bound, scene)))
                ? Found(one.Rule, other.Rule, first, second, json) : null;
        }
        catch (CannotBeJudged)
        {
            return null;
        }
    }

    private static decimal? Points(PointsRule rule, Scene scene) =>
        rule.Condition.Holds(scene) && rule.Points!.Evaluate(scene) is { } points && points != 0
            ? points
            : null;

    private static object? Group(PointsRule rule, Scene scene) => rule.Group?.EvaluateAny(scene);

    private static Flaw Found(
        WrittenRule one, WrittenRule other, decimal first, decimal second, string json) => new(
        "rules-conflict", other.Place,
        new Wording(
            FormattableString.Invariant(
                $"\"{one.Name}\" 记 {first} 分，\"{other.Name}\" 又记 {second} 分，例如 {json}"),
            FormattableString.Invariant(
                $"\"{one.Name}\" gives {first} points and \"{other.Name}\" another {second}, for example to ")
            + json),
        new Wording(
            "让条件互斥，或写 group 只计最重的；有意累加的不必改",
            "let only one hold, or write \"group\" so that the gravest counts; leave it where both are "
            + "meant"))
    {
        // Two articles may each ask for points; one article asks once.
        Severity = one.Property(RuleProperties.Citation)?.Text
            == other.Property(RuleProperties.Citation)?.Text
            ? Severity.Error : Severity.Warning,
    };

    private sealed record Candidate(WrittenRule Rule, PointsRule Bound, Constraints Holds);
}
