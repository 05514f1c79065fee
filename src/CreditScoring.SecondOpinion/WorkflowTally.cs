using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.SecondOpinion;

/// <summary>A rule of which the package, running the whole file, says otherwise than ours.</summary>
public sealed record WorkflowDifference(Place Place, string Rule, DateOnly Day, bool Ours, bool Theirs);

/// <summary>A workflow file that was never run whole, and why.</summary>
/// <param name="File">As its texts name it.</param>
public sealed record WorkflowNotRun(string File, NotRunReason Reason);

/// <summary>Why a workflow file was never run whole.</summary>
public enum NotRunReason
{
    /// <summary>There is nothing to run.</summary>
    NoRules,

    /// <summary>The numbers of its pack are still to be filled in: no case can judge by it.</summary>
    Template,

    /// <summary>No case judges by it.</summary>
    NotJudged,

    /// <summary>Cases do, but a name that it reads never had a value.</summary>
    NoAnswer,
}

/// <summary>How whole workflow files have come out with both engines.</summary>
public sealed class WorkflowTally
{
    private readonly List<WorkflowDifference> differences = [];

    /// <summary>Of each file in its role why it was not run; null: it was.</summary>
    private readonly Dictionary<(string File, string Role), NotRunReason?> files = [];

    /// <summary>Workflow files, each in its role.</summary>
    public int AllFiles => files.Count;

    /// <summary>Those that were run at least once.</summary>
    public int Files => files.Values.Count(reason => reason is null);

    /// <summary>Those that were not, in the order of their names.</summary>
    public IReadOnlyList<WorkflowNotRun> NotRun =>
    [
        .. files.Where(each => each.Value is not null)
            .OrderBy(each => each.Key.File, StringComparer.Ordinal)
            .Select(each => new WorkflowNotRun(each.Key.File, each.Value!.Value)),
    ];

    /// <summary>Times that one was run.</summary>
    public long Runs { get; private set; }

    /// <summary>Rules of which both say the same.</summary>
    public long Same { get; private set; }

    /// <summary>Rules of which one of the two has no answer.</summary>
    public long NoAnswer { get; private set; }

    /// <summary>Those of them that hold by ours: hits that nobody has held against another answer.</summary>
    public long HitsUnanswered { get; private set; }

    public IReadOnlyList<WorkflowDifference> Differences => differences;

    /// <summary>Files that cases may judge by.</summary>
    internal void Expect(PackageWorkflows workflows, bool isTemplate)
    {
        foreach (var role in workflows.Roles)
        {
            files.TryAdd(
                (workflows.FileOf(role), role),
                !workflows.HasRules(role) ? NotRunReason.NoRules
                : isTemplate ? NotRunReason.Template : NotRunReason.NotJudged);
        }
    }

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
            var file = (workflows.FileOf(role), role);
            files[file] = files[file] is null ? null : NotRunReason.NoAnswer;
            return;
        }

        Runs++;
        files[(workflows.FileOf(role), role)] = null;
        foreach (var rule in rules)
        {
            var ours = Holds(rule, scene);
            if (ours is null || theirs.GetValueOrDefault(rule.Name) is not { } answer)
            {
                NoAnswer++;
                HitsUnanswered += ours == true ? 1 : 0;
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
