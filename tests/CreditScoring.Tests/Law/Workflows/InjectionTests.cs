using CreditScoring.Documents;
using CreditScoring.Law.Workflows;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Workflows;

/// <summary>WorkflowsToInject brings the rules of other workflows of the pack.</summary>
public class InjectionTests
{
    private readonly List<Flaw> flaws = [];

    [SetUp]
    public void NoFlawsYet() => flaws.Clear();

    [Test]
    public void Injected_rules_follow_the_workflows_own()
    {
        var all = Resolve(Of("a", ["own"], "b"), Of("b", ["brought"], "c"), Of("c", ["from-afar"]));
        Assert.That(
            all[0].Rules.Select(rule => rule.Name), Is.EqualTo(new[] { "own", "brought", "from-afar" }));
    }

    [Test]
    public void Asking_twice_gives_the_same_and_leaves_the_written_workflow_as_it_was()
    {
        Workflow[] written = [Of("a", ["own"], "b"), Of("b", ["brought"])];
        Injection.Resolve(written, flaws);
        var again = Injection.Resolve(written, flaws);
        Assert.Multiple(() =>
        {
            Assert.That(again[0].Rules, Has.Count.EqualTo(2));
            Assert.That(written[0].Rules, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void A_ring_is_refused_and_its_way_is_told()
    {
        Resolve(Of("a", [], "b"), Of("b", [], "a"));
        Assert.That(flaws.Select(flaw => flaw.Name), Is.All.EqualTo("injection-ring"));
        Assert.That(flaws[0].What.En, Does.Contain("a -> b -> a"));
    }

    [Test]
    public void A_misspelt_workflow_is_refused_with_the_one_probably_meant()
    {
        Resolve(Of("a", ["own"], "basics"), Of("basic", ["r"]));
        Assert.That(flaws.Single().Mend.En, Is.EqualTo("did you mean \"basic\"?"));
    }

    [Test]
    public void A_name_that_comes_twice_by_injection_is_a_flaw()
    {
        Resolve(Of("a", ["r"], "b"), Of("b", ["r"]));
        Assert.That(flaws.Single().Name, Is.EqualTo("name-twice"));
    }

    [Test]
    public void Doublings_of_doublings_end_with_a_flaw()
    {
        var chain = Enumerable.Range(0, 40).Select(i =>
            Of($"w{i}", ["r"]) with { Injects = [At($"w{i + 1}"), At($"w{i + 1}")] }).ToArray();
        Resolve([.. chain, Of("w40", ["r"])]);
        Assert.That(flaws.Select(flaw => flaw.Name), Does.Contain("too-many-rules"));
    }

    private IReadOnlyList<Workflow> Resolve(params Workflow[] written) => Injection.Resolve(written, flaws);

    private static Workflow Of(string name, string[] rules, params string[] injects) => new(name, default)
    {
        Rules = [.. rules.Select(rule => new Rule(rule, default) { Expression = RuleText.Bare("true") })],
        Injects = [.. injects.Select(At)],
    };

    private static Injected At(string name) => new(name, default);
}
