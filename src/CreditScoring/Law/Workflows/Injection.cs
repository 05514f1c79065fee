using CreditScoring.Documents;

namespace CreditScoring.Law.Workflows;

/// <summary>
/// Puts the rules of named workflows where WorkflowsToInject asks for them. The workflows themselves
/// stay as written, so that asking twice gives the same (the real engine appends to its own list each
/// time).
/// </summary>
public static class Injection
{
    /// <summary>
    /// Rules of one workflow after injection; beyond, a chain of doublings would go on for ever.
    /// </summary>
    public const int MostRules = 10_000;

    /// <summary>The workflows with everything that they inject; rings and unknown names are flaws.</summary>
    public static IReadOnlyList<Workflow> Resolve(IReadOnlyList<Workflow> workflows, ICollection<Flaw> flaws)
    {
        var known = new Dictionary<string, Workflow>(StringComparer.Ordinal);
        foreach (var workflow in workflows)
        {
            known.TryAdd(workflow.Name, workflow);
        }

        // A flaw of an injected workflow is met wherever it is injected; it is told once.
        var found = new List<Flaw>();
        var filled = workflows.Select(workflow => new InjectionRun(known, found).Fill(workflow)).ToArray();
        foreach (var flaw in found.Distinct())
        {
            flaws.Add(flaw);
        }

        return filled;
    }

    /// <summary>Every name that a workflow injects, at any depth of its own rules.</summary>
    public static IEnumerable<string> Names(Workflow workflow) =>
        workflow.Injects.Concat(workflow.Rules.SelectMany(Below)).Select(each => each.Name);

    internal static IReadOnlyList<Injected> Named(ObjectReader reader) =>
        [.. reader.List("WorkflowsToInject").Where(each => each.Text is not null)
            .Select(each => new Injected(each.Text!, each.Place))];

    internal static void CheckNames(IReadOnlyList<Rule> rules, ICollection<Flaw> flaws)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in rules.Where(rule => !names.Add(rule.Name)))
        {
            flaws.Add(new Flaw(
                "name-twice", rule.Place,
                new Wording($"规则名 \"{rule.Name}\" 重复", $"two rules are named \"{rule.Name}\""),
                new Wording("给每条规则不同的名字", "give each rule its own name")));
        }
    }

    private static IEnumerable<Injected> Below(Rule rule) =>
        rule.Injects.Concat(rule.Rules.SelectMany(Below));
}
