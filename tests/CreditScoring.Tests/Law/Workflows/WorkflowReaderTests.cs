using CreditScoring.Documents;
using CreditScoring.Law.Workflows;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Workflows;

/// <summary>Every property of the real engine's workflow format is read, or refused by name.</summary>
public class WorkflowReaderTests
{
    [TestCase("0")]
    [TestCase("And, Or")]
    [TestCase("and")]
    [TestCase("Xor")]
    public void An_operator_is_one_of_four_words_in_exact_case(string written) =>
        Assert.That(FlawsOf($$"""
            { "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Operator": "{{written}}",
              "Rules": [ { "RuleName": "a", "Expression": "true" } ] } ] }
            """), Is.EqualTo(new[] { "unknown-operator" }));

    [Test]
    public void Sixty_four_rules_may_stand_in_one_another() =>
        Assert.That(FlawsOf(Nested(64)), Is.Empty);

    [TestCase(65, "too-deep")]
    [TestCase(5_000, "json-broken")]
    public void Deeper_nesting_is_refused_and_ends_nothing(int depth, string flaw) =>
        Assert.That(FlawsOf(Nested(depth)), Does.Contain(flaw));

    [TestCase("""{ "RuleName": "r" }""", "rule-without-condition")]
    [TestCase("""{ "RuleName": "r", "Operator": "And", "Rules": [] }""", "rule-without-condition")]
    [TestCase("""{ "RuleName": "r", "Expression": "true", "RuleExpressionType": "Python" }""", "not-supported")]
    [TestCase("""{ "RuleName": "r", "Expression": "true", "Severity": 3 }""", "unknown-property")]
    [TestCase(
        """{ "RuleName": "r", "Expression": "true", "Actions": { "OnSuccess": { "Name": "EvaluateRule", "Context": {} } } }""",
        "action-not-supported")]
    [TestCase(
        """{ "RuleName": "r", "Expression": "true", "Operator": "And", "Rules": [ { "RuleName": "a", "Expression": "true" } ] }""",
        "part-ignored")]
    public void What_is_not_read_is_refused_by_name(string rule, string flaw) =>
        Assert.That(FlawsOf($$"""{ "WorkflowName": "w", "Rules": [ {{rule}} ] }"""), Is.EqualTo(new[] { flaw }));

    [Test]
    public void An_output_expression_is_read()
    {
        var flaws = new List<Flaw>();
        var workflow = WorkflowReader.Read(new SourceText("w.json", """
            { "WorkflowName": "w", "RuleExpressionType": "LambdaExpression", "Rules": [
              { "RuleName": "r", "Expression": "true", "SuccessEvent": "10", "Enabled": true,
                "Actions": { "OnSuccess": { "Name": "OutputExpression", "Context": { "Expression": "1 + 1" } } } } ] }
            """), flaws)!;
        Assert.Multiple(() =>
        {
            Assert.That(flaws, Is.Empty);
            Assert.That(workflow.Rules[0].Outputs.Single().Text, Is.EqualTo("1 + 1"));
            Assert.That(workflow.Rules[0].SuccessEvent, Is.EqualTo("10"));
        });
    }

    private static string Nested(int depth) =>
        """{ "WorkflowName": "w", "Rules": [ """
        + string.Concat(Enumerable.Repeat("""{ "RuleName": "r", "Operator": "And", "Rules": [ """, depth - 1))
        + """{ "RuleName": "r", "Expression": "true" }"""
        + string.Concat(Enumerable.Repeat(" ] }", depth - 1)) + " ] }";

    private static string[] FlawsOf(string text)
    {
        var flaws = new List<Flaw>();
        WorkflowReader.Read(new SourceText("w.json", text), flaws);
        return [.. flaws.Select(flaw => flaw.Name)];
    }
}
