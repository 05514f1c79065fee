using CreditScoring.Documents;
using CreditScoring.SecondOpinion;
using CreditScoring.Workbench.Conformance;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench.Conformance;

/// <summary>What was recorded of the package is what it answers today.</summary>
public class LiveConformanceTests
{
    [Test]
    public void No_recorded_answer_is_contradicted_by_the_package()
    {
        var text = File.ReadAllText(Path.Combine(
            TestContext.CurrentContext.TestDirectory, "Conformance", "rulesengine-6.0.1.json"));
        var document = JsonDocumentReader.Read(new SourceText("recorded", text), out _)!;
        var live = new LiveRecording(Recording.Of(document, out _)!, document);
        var answers = live.Answers();
        TestContext.Out.WriteLine($"{answers.Count} answers, {live.NotAsked} items not asked");
        Assert.Multiple(() =>
        {
            Assert.That(answers.Where(each => each.ContradictsRecording || each.ContradictsOurs), Is.Empty);
            Assert.That(answers.Count(each => each.IsByCulture), Is.LessThan(40));
            Assert.That(answers, Has.Count.GreaterThan(3_000));
            Assert.That(live.NotAsked, Is.LessThan(200));
        });
    }
}
