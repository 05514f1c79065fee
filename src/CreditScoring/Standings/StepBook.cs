using System.Collections.Immutable;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>The actions in force (措施); a value.</summary>
public sealed record StepBook
{
    public static readonly StepBook Empty = new();

    public ImmutableList<RunningStep> Running { get; private init; } = [];

    public IReadOnlyCollection<string> Names =>
        Running.Count == 0 ? [] : [.. Running.Select(step => step.Step)];

    /// <summary>The next day on which one ends by its term; MaxValue: none will.</summary>
    public DateOnly TurnsOn => Running.Count == 0 ? DateOnly.MaxValue
        : Running.Min(step => step.Until ?? DateOnly.MaxValue);

    public RunningStep? Find(string step)
    {
        foreach (var running in Running)
        {
            if (running.Step == step)
            {
                return running;
            }
        }

        return null;
    }

    /// <summary>
    /// The book with a step taken; one of the same name that runs is replaced. A step whose term was
    /// over before it began never runs.
    /// </summary>
    public StepBook With(RunningStep step) => step.Until <= step.Since ? this
        : this with { Running = Running.RemoveAll(running => running.Step == step.Step).Add(step) };

    public StepBook Without(string step) =>
        this with { Running = Running.RemoveAll(running => running.Step == step) };

    /// <summary>The book on the morning of a day: steps whose term is over have ended.</summary>
    public StepBook AtTheTurnOf(DateOnly day) =>
        TurnsOn > day ? this : Until(day);

    /// <summary>The book with a rule's step, that may have been recorded, going on under the rule.</summary>
    public StepBook Under(StepRule rule) => Find(rule.Step) is not { Rule: null } recorded ? this
        : this with { Running = Running.Replace(recorded, recorded with { Rule = rule.Name }) };

    /// <summary>The book without steps that had no term and whose rule is none of these any more.</summary>
    public StepBook Under(IReadOnlyList<StepRule> rules) => Running.IsEmpty ? this : WithoutOrphans(rules);

    private StepBook Until(DateOnly day) =>
        this with { Running = Running.RemoveAll(step => step.Until <= day) };

    private StepBook WithoutOrphans(IReadOnlyList<StepRule> rules) =>
        !Running.Exists(step => IsOrphan(step, rules)) ? this
            : this with { Running = Running.RemoveAll(step => IsOrphan(step, rules)) };

    /// <summary>A step that an authority recorded runs like one that a rule took.</summary>
    public StepBook Recorded(Happening happening) =>
        !happening.Raised && happening["step"] is string step
            ? With(new RunningStep(step, happening.From, happening["until"] as DateOnly?))
            : this;

    private static bool IsOrphan(RunningStep step, IReadOnlyList<StepRule> rules) =>
        step is { Until: null, Rule: not null } && rules.All(rule => rule.Name != step.Rule);
}
