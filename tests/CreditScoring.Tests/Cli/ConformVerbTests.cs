using CreditScoring.Cli;
using CreditScoring.Documents;
using CreditScoring.SecondOpinion;
using CreditScoring.Workbench.Conformance;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli;

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

    // Not JSON; a list; each part of another make; what is named twice or not at all; values that their type cannot hold.
    [TestCase("{ \"engine\"", "{", null)]
    [TestCase("{ \"engine\"", "[], { \"engine\"", null)]
    [TestCase("{ \"happened\": { \"points\": \"int\" }, \"day\": \"date\" }", "5", "1:34")]
    [TestCase("{ \"points\": \"int\" }", "[]", "1:48")]
    [TestCase("{ \"points\": \"int\" }", "[ \"int\", \"date\" ]", "1:48")]
    [TestCase("\"int\"", "7", "1:60")]
    [TestCase("[ { \"name\": \"one\",", "[ 5, { \"name\": \"one\",", "2:15")]
    [TestCase("\"name\": \"one\", ", "", "2:15")]
    [TestCase("[ { \"name\": \"one\",", "[ { \"name\": \"one\", \"happened\": { \"points\": 1 }, \"day\": \"2024-05-06\" }, { \"name\": \"one\",", "2:84")]
    [TestCase("\"happened\": { \"points\": 6 }", "\"happened\": 6", "2:44")]
    [TestCase("\"points\": 6", "\"points\": \"six\"", "2:56")]
    [TestCase("\"points\": 6", "\"points\": 6.5", "2:56")]
    [TestCase("\"points\": 6", "\"points\": 60000000000", "2:56")]
    [TestCase("\"points\": 6", "\"points\": null", "2:56")]
    [TestCase("\"points\": 6", "\"points\": 1e400", null)]
    [TestCase("\"int\" }, \"day\"", "\"decimal\" }, \"many\": \"decimal\", \"day\"", "2:15")]
    [TestCase("2024-05-06T00:00:00", "yesterday", "2:68")]
    [TestCase("\"id\": \"e1\", ", "", "3:20")]
    [TestCase("\"group\": \"comparison\"", "\"group\": {}", "3:43")]
    [TestCase("\"expression\": \"happened.points >= 6\",", "", "3:20")]
    [TestCase("{ \"one\": true }", "{ \"two\": true }", "4:17")]
    [TestCase("{ \"one\": true }", "{ \"one\": \"perhaps\" }", "4:26")]
    [TestCase("{ \"one\": true }", "7", "4:17")]
    [TestCase("\"differenceInputs\": {}", "\"differenceInputs\": { \"one\": 7 }", "4:63")]
    [TestCase("\"workflows\": []", "\"workflows\": [ {} ]", "4:77")]
    [TestCase("\"workflows\": []", "\"workflows\": [ { \"id\": \"w\", \"group\": \"g\", \"workflow\": 7, \"expected\": { \"one\": { \"*\": true } } } ]", null)]
    [TestCase("\"workflows\": []", "\"workflows\": [ { \"id\": \"w\", \"group\": \"g\", \"workflow\": {}, \"expected\": { \"one\": true } } ]", null)]
    public void What_has_not_the_form_of_a_recording_is_refused_with_its_place(string was, string becomes, string? place)
    {
        var (code, said) = Conform(Plain.Replace(was, becomes, StringComparison.Ordinal));
        Assert.That(Plain, Does.Contain(was));
        Assert.That(code, Is.EqualTo(2), said);
        Assert.That(said, place is null ? Does.Not.Contain("credit.dll") : Does.Contain($":{place}: "));
    }

    // A mark at the beginning, as some editors write it; an engine that nobody knows; names as JSON has them.
    [TestCase("\uFEFF{ \"engine\"", "{ \"engine\"")]
    [TestCase("{ \"engine\": \"Drools 8 \\u001b[31m\"", "{ \"engine\": \"recorded\"")]
    [TestCase("{ \"$type\": \"System.IO.FileInfo\", \"engine\"", "{ \"engine\"")]
    [TestCase("\"points\": 6.0", "\"points\": 6")]
    public void What_has_the_form_of_a_recording_is_compared(string becomes, string was)
    {
        Assert.That(Plain, Does.Contain(was));
        var (code, said) = Conform(Plain.Replace(was, becomes, StringComparison.Ordinal));
        Assert.That(code, Is.Zero, said);
        Assert.That(said, Does.Contain("1 answers as recorded, 0 by the culture").And.Not.Contain("\u001b"));
    }

    // A nested rule, a parameter of its own, an action, a walk through everything within everything: none of it is for the package.
    [TestCase("""{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Operator": "Or", "Rules": [ { "RuleName": "a", "Expression": "happened.points >= 6" }, { "RuleName": "b", "Expression": "happened.GetType().Name == null" } ] } ] }""")]
    [TestCase("""{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "LocalParams": [ { "Name": "p", "Expression": "happened.GetType()" } ], "Expression": "true" } ] }""")]
    [TestCase("""{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Expression": "true", "Actions": { "OnSuccess": { "Name": "OutputExpression", "Context": { "Expression": "happened.GetType().Assembly.FullName" } } } } ] }""")]
    [TestCase("""{ "WorkflowName": "w", "GlobalParams": [ { "Name": "p", "Expression": "many.Sum(a => many.Sum(b => many.Count(c => a + b > c)))" } ], "Rules": [ { "RuleName": "r", "Expression": "happened.points >= 6 || p > 1" } ] }""")]
    [TestCase("""{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Operator": "Or", "Rules": [ { "RuleName": "a", "Expression": "happened.points >= 6" }, { "RuleName": "b", "Expression": "many.Any(a => many.Any(b => many.Any(c => a + b + c < 0)))" } ] } ] }""")]
    public void Of_a_workflow_only_what_ours_takes_and_can_afford_reaches_the_package(string workflow)
    {
        var text = Plain.Replace("\"workflows\": []", $$"""
            "workflows": [ { "id": "w1", "group": "hostile", "workflow": {{workflow}}, "expected": { "one": { "*": "error" } } } ]
            """, StringComparison.Ordinal)
            .Replace("\"day\": \"date\"", "\"day\": \"date\", \"many\": [ \"decimal\" ]", StringComparison.Ordinal)
            .Replace("\"day\": \"2024-05-06T00:00:00\"", $"\"day\": \"2024-05-06T00:00:00\", \"many\": [ {string.Join(", ", Enumerable.Range(0, 400))} ]", StringComparison.Ordinal);
        var document = JsonDocumentReader.Read(new SourceText("recorded", text), out _)!;
        var recording = Recording.Of(document, out var flaw)!;
        Assert.That(flaw, Is.Null);
        var live = new LiveRecording(recording, document);
        Assert.That(live.Answers().Where(each => each.Id == "w1"), Is.Empty);
        Assert.That(live.NotAsked, Is.EqualTo(1));
    }

    private static string Plain => Shape.Replace("{group}", "comparison", StringComparison.Ordinal)
        .Replace("{expression}", "happened.points >= 6", StringComparison.Ordinal)
        .Replace("{expected}", "true", StringComparison.Ordinal);

    private static (int Exit, string Said) Conform(string text)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);
        var (output, errors) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        Console.SetOut(said);
        Console.SetError(said);
        try
        {
            return (Exit.Run(Verbs.Root(), ["conform", "--lang", "en", file]), said.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
            File.Delete(file);
        }
    }
}
