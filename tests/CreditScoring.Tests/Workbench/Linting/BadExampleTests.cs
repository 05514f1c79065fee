using CreditScoring.Documents;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench.Linting;

/// <summary>Every flaw has an example that is seen to be caught, where it stands.</summary>
public class BadExampleTests
{
    private static readonly string[] Exist = [.. RulesFolder.BadExamples()];

    [TestCaseSource(nameof(Exist))]
    public void The_example_is_caught_where_it_stands(string flaw)
    {
        var found = RulesFolder.LintBad(flaw).Where(each => each.Name == flaw)
            .Select(each => each.Place.ToString());
        Assert.That(found, Does.Contain(RulesFolder.PlaceOfBad(flaw)));
    }

    [TestCaseSource(nameof(Exist))]
    public void The_example_is_told_in_both_languages(string flaw)
    {
        var found = RulesFolder.LintBad(flaw).First(each => each.Name == flaw);
        Assert.Multiple(() =>
        {
            Assert.That(HasChinese(found.What.Zh) && HasChinese(found.Mend.Zh), found.In("zh"));
            Assert.That(found.What.En, Is.Not.Empty);
            Assert.That(found.Mend.En, Is.Not.Empty);
        });
    }

    [Test]
    public void The_good_rules_have_no_flaw() =>
        Assert.That(RulesFolder.Lint(RulesFolder.Good()), Is.Empty);

    [Test]
    public void The_rules_that_ship_have_no_error_and_templates_only_notices()
    {
        var flaws = RulesFolder.Lint(RulesFolder.Bundled());
        Assert.That(flaws.Where(flaw => flaw.Severity == Severity.Error), Is.Empty);
    }

    [Test]
    public void Flaws_come_sorted_by_place()
    {
        var flaws = RulesFolder.Lint(RulesFolder.Bundled());
        Assert.That(flaws, Is.Ordered.Using<Flaw>(Flaw.ByPlace));
    }

    [TestCase("band-gap", "\"fine\":100000")]
    [TestCase("rules-conflict", "\"fine\":10000")]
    [TestCase("rule-never-fires", "\"kind\":\"complaint\"")]
    [TestCase("band-overlap", "4999")]
    public void What_is_reasoned_comes_with_a_witness(string flaw, string witness) => Assert.That(
        RulesFolder.LintBad(flaw).First(each => each.Name == flaw).What.En,
        Does.Contain(witness));

    private static bool HasChinese(string text) => text.Any(character => character is >= '\u4e00' and <= '\u9fff');
}
