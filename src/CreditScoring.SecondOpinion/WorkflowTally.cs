using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.SecondOpinion;

/// <summary>A rule of which the package, running the whole file, says otherwise than ours.</summary>
public sealed record WorkflowDifference(Place Place, string Rule, DateOnly Day, bool Ours, bool Theirs);

/// <summary>How whole workflow files have come out with both engines.</summary>
public sealed class WorkflowTally
{
    private readonly List<WorkflowDifference> differences = [];
    private readonly HashSet<(string File, string Role)> files = [];

    /// <summary>Workflow files that were run at least once.</summary>
    public int Files => files.Count;

    /// <summary>Times that one was run.</summary>
    public long Runs { get; private set; }

    /// <summary>Rules of which both say the same.</summary>
    public long Same { get; private set; }

    /// <summary>Rules of which one of the two has no answer.</summary>
    public long NoAnswer { get; private set; }

    public IReadOnlyList<WorkflowDifference> Differences => differences;

    internal void Compare(string role, IReadOnlyList<PackRule> rules, Scene scene, PackageWorkflows workflows)
    {
        IReadOnlyDictionary<string, bool?> theirs;
        try
        {
            theirs = workflows.Run(role, scene);
        }
        catch (CannotBeJudged)
        {
            NoAnswer += rules.Count;
            return;
        }

        Runs++;
        files.Add((PlaceOf(rules[0])?.File ?? "", role));
        foreach (var rule in rules)
        {
            var ours = Holds(rule, scene);
            if (ours is null || theirs.GetValueOrDefault(rule.Name) is not { } answer)
            {
                NoAnswer++;
            }
            else if (ours == answer)
            {
                Same++;
            }
            else
            {
                differences.Add(new WorkflowDifference(
                    PlaceOf(rule)!.Value, rule.Name, scene.Day, ours.Value, answer));
            }
        }
    }

    /// <summary>Of its first text; null: it has none.</summary>
    private static Place? PlaceOf(PackRule rule) =>
        rule.Condition.Expressions.FirstOrDefault()?.Formula.Source.At(0);

    private static bool? Holds(PackRule rule, Scene scene)
    {
        try
        {
            return rule.Condition.Holds(scene);
        }
        catch (CannotBeJudged)
        {
            return null;
        }
    }
}
