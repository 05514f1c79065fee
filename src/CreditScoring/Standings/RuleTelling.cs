using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Workflows;

namespace CreditScoring.Standings;

/// <summary>
/// Tells how a rule was judged by asking it once more in the same scene and in the same order, to
/// where it stopped; nothing that it does changes the scene.
/// </summary>
internal static class RuleTelling
{
    /// <param name="results">The properties that a hit says; those that are not written are left
    /// out.</param>
    public static RuleAccount Of(
        PackRule rule, Scene scene, bool hit,
        params ReadOnlySpan<(RuleProperty Property, Formula? Formula)> results)
    {
        var readings = new List<KeyValuePair<string, Reading>>();
        foreach (var (property, formula) in results)
        {
            if (hit && formula is not null)
            {
                readings.Add(KeyValuePair.Create(property.Name, formula.Explain(scene)));
            }
        }

        var asked = Ask(rule.Condition, scene, out var answered);
        var parts = rule.Condition.Expressions.ToArray();
        return new RuleAccount(
            rule.Name, rule.Citation, parts.Length > 0 ? parts[0].Formula.Source.At(0) : default(Place), hit,
            [.. parts.Select(part => Read(part, asked.Exists(each => each.Part == part), scene))], readings)
        {
            Title = rule.Title,
            Answered = answered,
            Flaws = [.. asked.Where(each => each.Why is not null).Select(each => FlawOf(each.Why!, scene))],
        };
    }

    /// <summary>
    /// The conditions of a repair one by one. Each is asked, also after one that decided: whoever is refused
    /// has to learn of all that is wanting, not of the first thing alone.
    /// </summary>
    public static IReadOnlyList<RepairCondition> Conditions(RepairRule rule, Scene scene)
    {
        var asked = Ask(rule.Condition, scene, out _);
        // Of what did not have to be asked only answers are told: a guard before it may be why it has none.
        asked.AddRange(AllNeeded(rule.Condition).SelectMany(part => Ask(part, scene, out _))
            .Where(more => more.Why is null && !asked.Exists(each => each.Part == more.Part)).ToList());
        return [.. rule.Condition.Expressions.Select(part => new RepairCondition(
            Of(part, asked.Find(each => each.Part == part), rule.Citation, scene), part.Reason))];
    }

    /// <summary>What a condition is made of that must hold together.</summary>
    private static IEnumerable<Condition> AllNeeded(Condition condition) =>
        condition is Joined { Operator: Joining.And or Joining.AndAlso } joined
            ? joined.Parts.SelectMany(AllNeeded) : [condition];

    private static RuleAccount Of(Simple part, Asked? asked, string? citation, Scene scene) => new(
        part.Name, citation, part.Formula.Source.At(0), asked is { Outcome: true },
        [Read(part, asked is not null, scene)], [])
    {
        Answered = asked is { Why: null },
        Flaws = asked?.Why is { } why ? [FlawOf(why, scene)] : [],
    };

    public static Flaw FlawOf(CannotBeJudged why, Scene scene) => StandingFlaws.CannotJudge(why, scene.Day);

    private static List<Asked> Ask(Condition condition, Scene scene, out bool answered)
    {
        var asked = new List<Asked>();
        var (left, until) = (scene.StepsLeft, scene.StableUntil);
        try
        {
            condition.Holds(scene, asked);
            answered = true;
        }
        catch (CannotBeJudged)
        {
            answered = false;

            // Whatever has no answer is among what was asked, with its reason.
        }
        finally
        {
            (scene.StepsLeft, scene.StableUntil) = (left, until);
        }

        return asked;
    }

    private static Reading Read(Simple part, bool asked, Scene scene) => asked ? part.Formula.Explain(scene)
        : new Reading(part.Formula.Source.Text, 0, false, null, []);
}
