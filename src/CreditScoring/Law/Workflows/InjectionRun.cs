using CreditScoring.Documents;

namespace CreditScoring.Law.Workflows;

/// <summary>Fills one workflow with the rules that it injects, and those that these inject.</summary>
internal sealed class InjectionRun(IReadOnlyDictionary<string, Workflow> known, ICollection<Flaw> flaws)
{
    private readonly Stack<string> open = new();
    private int count;
    private bool full;

    public Workflow Fill(Workflow workflow)
    {
        open.Push(workflow.Name);
        return workflow with
        {
            Rules = Rules(workflow.Rules, workflow.Injects, 1),
            Injects = [],
        };
    }

    private List<Rule> Rules(IReadOnlyList<Rule> own, IReadOnlyList<Injected> injects, int depth)
    {
        var rules = own.Select(rule => Rule(rule, depth)).ToList();
        foreach (var injected in injects)
        {
            rules.AddRange(Brought(injected, depth));
        }

        if (injects.Count > 0)
        {
            Injection.CheckNames(rules, flaws);
        }

        return rules;
    }

    private Rule Rule(Rule rule, int depth)
    {
        if (++count > Injection.MostRules && !full)
        {
            full = true;
            flaws.Add(TooMany(rule.Place));
        }

        if (depth == RuleReader.MaxDepth && rule.Rules.Count + rule.Injects.Count > 0)
        {
            flaws.Add(RuleReader.TooDeep(rule.Place));
            return rule with { Rules = [], Injects = [] };
        }

        return full ? rule with { Rules = [], Injects = [] }
            : rule with { Rules = Rules(rule.Rules, rule.Injects, depth + 1), Injects = [] };
    }

    private List<Rule> Brought(Injected injected, int depth)
    {
        if (full || !known.TryGetValue(injected.Name, out var workflow))
        {
            flaws.Add(full ? TooMany(injected.Place) : Unknown(injected));
            return [];
        }

        if (open.Contains(injected.Name))
        {
            flaws.Add(Ring(injected));
            return [];
        }

        open.Push(injected.Name);
        var rules = Rules(workflow.Rules, workflow.Injects, depth);
        open.Pop();
        return rules;
    }

    private Flaw Unknown(Injected injected)
    {
        var meant = NearMiss.Of(injected.Name, known.Keys);
        return new Flaw(
            "unknown-workflow", injected.Place,
            new Wording($"没有工作流 \"{injected.Name}\"", $"there is no workflow \"{injected.Name}\" to inject"),
            meant is null
                ? new Wording("在本规则包中写出它", "write it in this pack")
                : new Wording($"是否想写 \"{meant}\"？", $"did you mean \"{meant}\"?"));
    }

    private Flaw Ring(Injected injected)
    {
        var way = string.Join(" -> ", open.Reverse().Append(injected.Name));
        return new Flaw(
            "injection-ring", injected.Place,
            new Wording($"工作流互相引入，绕成一圈：{way}", $"workflows inject one another in a ring: {way}"),
            new Wording("删去其中一处引入", "remove one of the injections"));
    }

    private static Flaw TooMany(Place place) => new(
        "too-many-rules", place,
        new Wording(
            $"引入后超过 {Injection.MostRules} 条规则", $"more than {Injection.MostRules} rules after injection"),
        new Wording("少引入一些", "inject less"));
}
