using CreditScoring.Cli;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench;

/// <summary><c>credit conform</c> measures the language against recorded outcomes.</summary>
public class ConformVerbTests
{
    private const string Shape = """
        { "engine": "recorded", "types": { "happened": { "points": "int" }, "day": "date" },
          "inputs": [ { "name": "one", "happened": { "points": 6 }, "day": "2024-05-06T00:00:00" } ],
          "expressions": [ { "id": "e1", "group": "{group}", "expression": "{expression}",
            "expected": { "one": {expected} }, "differenceInputs": {} } ], "workflows": [] }
        """;

    [Test]
    public void The_recording_of_the_real_engine_is_agreed_with()
    {
        var (exit, said) = Verb.Run(
            ConformVerb.Create(), "--lang", "en",
            Path.Combine(TestContext.CurrentContext.TestDirectory, "Conformance", "rulesengine-6.0.1.json"));
        Assert.Multiple(() =>
        {
            Assert.That(exit, Is.Zero, said);
            Assert.That(said, Does.Contain("536 + 29").And.Contain("    0  contradicts"));
            Assert.That(said, Does.Match("RulesEngine 6.* asked again: 3,[0-9]+ answers as recorded, .* 0 contradicted"));
        });
    }

    [TestCase("comparison", "happened.points >= 6", "true", 0, "1  agree")]
    [TestCase("comparison", "happened.points >= 6", "false", 1, "1  contradicts")]
    [TestCase("comparison", "happened.points >= 6", "false", 1, "tmp:4:26: e1 on one: recorded false, RulesEngine")]
    [TestCase("comparison", "happened.points >= 6", "true", 0, "1 answers as recorded, 0 by the culture")]
    [TestCase("reflection", "happened.GetType() != null", "true", 1, "1 items that ours refuses were not asked")]
    [TestCase("comparison", "happened.points >= 6", "\"error\"", 1, "1  accepts more", Description = "the package has an answer, whatever was recorded")]
    [TestCase("error-name", "happened.points >= 6", "\"error\"", 1, "1  accepts forbidden")]
    [TestCase("comparison", "happened.pionts >= 6", "true", 1, "1  refuses more")]
    public void Each_item_is_counted_as_the_recording_defines(
        string group, string expression, string expected, int exit, string line)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, Shape.Replace("{group}", group, StringComparison.Ordinal)
            .Replace("{expression}", expression, StringComparison.Ordinal)
            .Replace("{expected}", expected, StringComparison.Ordinal));
        var (code, said) = Verb.Run(ConformVerb.Create(), "--lang", "en", file);
        File.Delete(file);
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(exit), said);
            Assert.That(said, Does.Contain(line));
        });
    }
}
