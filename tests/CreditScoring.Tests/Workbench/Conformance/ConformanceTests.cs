using CreditScoring.Documents;
using CreditScoring.Workbench.Conformance;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench.Conformance;

/// <summary>
/// The language means what Microsoft RulesEngine 6.0.1 was recorded to mean. `refuses more` is
/// listed in rules/README.md with its reasons.
/// </summary>
public class ConformanceTests
{
    private static readonly IReadOnlyList<Comparison> Comparisons = Compare();

    [TestCase(Verdict.Contradicts)]
    [TestCase(Verdict.AcceptsForbidden)]
    public void Never(Verdict verdict) => Assert.That(Of(verdict), Is.Empty);

    [Test]
    public void At_most_three_in_a_hundred_are_refused_that_the_real_engine_takes() =>
        Assert.That(Of(Verdict.RefusesMore), Has.Count.LessThanOrEqualTo(Comparisons.Count * 0.03));

    [Test]
    public void Every_recorded_expression_and_workflow_is_compared()
    {
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            TestContext.Out.WriteLine($"{verdict}: {Of(verdict).Count}");
        }

        foreach (var comparison in Comparisons.Where(each => each.Verdict > Verdict.DiffersAsIntended))
        {
            TestContext.Out.WriteLine(comparison);
        }

        Assert.That(Comparisons, Has.Count.EqualTo(536 + 29));
    }

    private static List<Comparison> Of(Verdict verdict) =>
        [.. Comparisons.Where(each => each.Verdict == verdict)];

    private static IReadOnlyList<Comparison> Compare()
    {
        var file = Path.Combine(
            TestContext.CurrentContext.TestDirectory, "Conformance", "rulesengine-6.0.1.json");
        var document = JsonDocumentReader.Read(
            new SourceText("rulesengine-6.0.1.json", File.ReadAllText(file)), out var flaw);
        Assert.That(flaw, Is.Null);
        return Conformity.Of(Recording.Of(document!, out _)!);
    }
}
