using NUnit.Framework;

namespace CreditScoring.Tests.Law.Language;

/// <summary>Pinning the kind makes the fields that this kind always has present.</summary>
public class NarrowingTests
{
    [TestCase("happened.kind == \"sampling-result\" && happened.safetyItem")]
    [TestCase("happened.kind == \"sampling-result\" && (n > 1 || happened.safetyItem)")]
    [TestCase("\"sampling-result\" = happened.kind and not happened.safetyItem")]
    [TestCase("happened.kind in (\"sampling-result\") && happened.safetyItem")]
    [TestCase("happened.kind == \"sampling-result\" ? happened.safetyItem : false")]
    [TestCase("iif(happened.kind == \"sampling-result\", happened.safetyItem, false)")]
    [TestCase("(happened.kind == \"sampling-result\" && n > 1 || happened.kind == \"sampling-result\") && happened.safetyItem")]
    [TestCase("events.Where(e => e.kind == \"sampling-result\").Any(e => e.safetyItem)")]
    [TestCase("events.Any(kind == \"sampling-result\" && safetyItem)")]
    [TestCase("events.Where(kind == \"sampling-result\").OrderBy(from).First().safetyItem")]
    [TestCase("events.FirstOrDefault(e => e.kind == \"complaint\").upheld == true")]
    [TestCase("happened.actsOn.kind == \"complaint\" && happened.actsOn.upheld")]
    [TestCase("(happened.kind == \"sampling-result\" || happened.kind == \"recheck-result\") && happened.result.Length > 1")]
    [TestCase("happened.kind == \"penalty\" && happened.decidedOn.Year > 2000 && happened.decidedOn.Value.Year > 1 && happened.decidedOn.HasValue")]
    public void Binds(string text) => Rules.Bind<bool>(text);

    [TestCase("happened.safetyItem && happened.kind == \"sampling-result\"")]
    [TestCase("happened.kind != \"sampling-result\" && happened.safetyItem")]
    [TestCase("(happened.kind == \"sampling-result\" || n > 1) && happened.safetyItem")]
    [TestCase("happened.kind == \"sampling-result\" ? false : happened.safetyItem")]
    [TestCase("happened.kind == \"sampling-result\" && subject.safetyItem")]
    [TestCase("events.Any(e => e.kind == \"sampling-result\") && happened.safetyItem")]
    [TestCase("events.Any(e => e.kind == \"sampling-result\" && events.Any(f => f.safetyItem))")]
    [TestCase("happened.kind in (\"sampling-result\", \"award\") && happened.safetyItem")]
    [TestCase("!(happened.kind == \"sampling-result\") && happened.safetyItem")]
    public void Does_not_bind(string text) =>
        Assert.That(Rules.Flaws<bool>(text).Select(flaw => flaw.Name), Does.Contain("missing-value"));

    [Test]
    public void A_given_condition_narrows_another_text()
    {
        var given = Rules.Bind<bool>("happened.kind == \"sampling-result\" && n > 1");
        Rules.Bind<decimal>("happened.safetyItem ? 2 : 1", given: given);
        Assert.That(Rules.Flaws<decimal>("happened.safetyItem ? 2 : 1"), Is.Not.Empty);
    }

    [TestCase("happened.kind == \"penalty\" && n > 1", "penalty")]
    [TestCase("happened.kind in (\"penalty\", \"award\") && happened.fine > 0", "penalty award")]
    [TestCase("(happened.kind == \"penalty\" || happened.kind == \"award\" && n > 0) && n > 1", "penalty award")]
    [TestCase("happened.kind == \"penalty\" || n > 1", null)]
    [TestCase("happened.kind != \"penalty\"", null)]
    [TestCase("subject.kind == \"penalty\"", null)]
    [TestCase("happened.kind == \"penalty\" && happened.kind == \"award\"", "")]
    public void Kinds_are_those_with_which_a_text_can_be_true(string text, string? kinds) => Assert.That(
        Rules.Bind<bool>(text).Kinds,
        kinds is null ? Is.Null : Is.EquivalentTo(kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
