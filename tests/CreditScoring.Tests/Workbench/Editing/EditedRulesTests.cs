using CreditScoring.Documents;
using CreditScoring.Workbench.Editing;
using NUnit.Framework;
using static CreditScoring.Tests.Workbench.Editing.Written;

namespace CreditScoring.Tests.Workbench.Editing;

/// <summary>Rules while they are written: what a change does not touch stays as it was found.</summary>
public class EditedRulesTests
{
    [Test]
    public void The_rules_that_ship_have_no_error()
    {
        var errors = Rules.Parts.SelectMany(part => part.Flaws).Where(flaw => flaw.Severity == Severity.Error);
        Assert.That(errors, Is.Empty);
    }

    [Test]
    public void All_parts_together_find_what_lint_finds()
    {
        var flawed = Rules.With(Points, "law.md#art-8-1", "law.md#art-88")
            .With("cn/serious-list/2021-09-01/tier.workflow.json", "\"citation\"", "\"citatoin\"")
            .With("calendars/cn-working-days.json", "\"source\"", "\"sourec\"");
        var all = CreditScoring.Workbench.CaseLinting.RuleLint.Check([.. flawed.Documents.Values]).Flaws;
        var found = EditedRules.Of(flawed.Documents.Values).Parts.SelectMany(part => part.Flaws)
            .Select(flaw => flaw.ToString()).ToArray();
        Assert.That(all, Is.Not.Empty);
        Assert.That(found, Is.EquivalentTo(all.Select(flaw => flaw.ToString())));
    }

    [Test]
    public void A_change_leaves_other_regimes_alone()
    {
        var changed = Rules.With(Points, "law.md#art-8-1", "law.md#art-88");
        var other = Rules.Parts.First(part => part.Folder == "cn/serious-list");
        Assert.Multiple(() =>
        {
            Assert.That(changed.Parts, Does.Contain(other));
            Assert.That(changed.PartOf(Points), Is.Not.SameAs(Rules.PartOf(Points)));
            Assert.That(changed.PartOf(Points).EarlyFlaws.Select(flaw => flaw.Name), Does.Contain("citation-not-in-law"));
            Assert.That(Rules.PartOf(Points).EarlyFlaws, Is.Empty, "what was is as it was");
        });
    }

    [Test]
    public void A_change_to_nothing_is_none() =>
        Assert.That(Rules.With(Rules.Documents[Points]), Is.SameAs(Rules));

    [Test]
    public void The_catalogue_is_read_by_all_and_its_faults_are_its_own()
    {
        var broken = Rules.With(new SourceText("events/penalties.json", "{"));
        Assert.Multiple(() =>
        {
            Assert.That(
                broken.PartOf("events/penalties.json").Flaws.Select(flaw => flaw.Name), Does.Contain("json-broken"));
            Assert.That(broken.PartOf(Points).Flaws.Where(flaw => flaw.Severity == Severity.Error), Is.Empty);
        });
    }

    [Test]
    public void A_file_that_is_gone_is_missed()
    {
        var without = Rules.Without(Pack + "/tables/caps.json");
        Assert.That(without.PartOf(Points).EarlyFlaws.Select(flaw => flaw.Name), Does.Contain("unknown-table"));
        Assert.That(without.Without("no/such.json"), Is.SameAs(without));
    }

    [Test]
    public void A_case_is_run_as_it_stands_and_says_why()
    {
        var wrong = Rules.With(CaseFile, "\"points\": 6", "\"points\": 7");
        var failed = EditedCase.Of(wrong, CaseFile).Where(each => each.Result?.Passed == false).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(EditedCase.Of(Rules, CaseFile).Select(each => each.Result?.Passed), Is.All.True);
            Assert.That(failed, Is.Not.Empty);
            Assert.That(failed[0].Result!.Differences.Select(each => (each.Expected, each.Actual)), Does.Contain(("7", "6")));
            Assert.That(failed[0].Explanation("zh"), Does.Contain("law.md#art-8-1"));
        });
    }

    [Test]
    public void By_rules_that_are_edited_a_case_comes_out_otherwise()
    {
        var edited = Rules.With(Pack + "/tier.workflow.json", "total >= 12", "total >= 13");
        Assert.That(
            Rules.Documents.Keys.Where(file => file.StartsWith(Pack + "/cases/", StringComparison.Ordinal))
                .SelectMany(file => EditedCase.Of(edited, file)).Count(each => each.Result?.Passed == false),
            Is.GreaterThan(0));
    }

    [Test]
    public void Nobody_is_judged_by_rules_with_an_error()
    {
        var broken = Rules.With(Points, "happened.severity == \\\"minor\\\"", "happened.severety == \\\"minor\\\"");
        var cases = EditedCase.Of(broken, CaseFile);
        Assert.That(cases, Is.Not.Empty);
        Assert.That(cases.Select(each => each.Result), Is.All.Null);
    }

    [TestCase(Points, "sampling-minor", OutlineKind.Rule, "监督抽查轻微不合格")]
    [TestCase(Points, "inScope", OutlineKind.NamedValue, null)]
    [TestCase(Pack + "/law.md", "art-8-1", OutlineKind.Article, null)]
    [TestCase("events/penalties.json", "penalty", OutlineKind.Kind, "行政处罚")]
    [TestCase(Pack + "/pack.json", "tiers", OutlineKind.Property, null)]
    public void An_outline_has_what_has_a_name(string file, string name, OutlineKind kind, string? title)
    {
        var document = Rules.Documents[file];
        var entry = Outline.Of(document).First(each => each.Name == name);
        Assert.Multiple(() =>
        {
            Assert.That(entry.Kind, Is.EqualTo(kind));
            Assert.That(document.Text[entry.NameStart..entry.NameEnd], Does.Contain(name));
            Assert.That(entry.Start <= entry.NameStart && entry.NameEnd <= entry.End, Is.True);
            Assert.That(title is null || entry.Title?.Zh.Contains(title, StringComparison.Ordinal) == true, $"{entry.Title?.Zh}");
        });
    }
}
