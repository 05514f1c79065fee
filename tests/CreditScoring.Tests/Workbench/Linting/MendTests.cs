using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Packs;
using CreditScoring.Tests.Law.Language;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench.Linting;

/// <summary>A mend is what a patient colleague would say.</summary>
public class MendTests
{
    [TestCase("total >= 3 且 total < 5", "“且”写 &&")]
    [TestCase("total >= 3且total < 5", "“且”写 &&")]
    [TestCase("total > 3 或 total < 1", "“或”写 ||")]
    [TestCase("total 大于 3", "“大于”写 >")]
    [TestCase("total ≥ 3", "“≥”写 >=")]
    [TestCase("total => 3", "“大于等于”写 >=")]
    [TestCase("total =< 3", "“小于等于”写 <=")]
    [TestCase("happened.kind == “penalty”", "英文双引号")]
    [TestCase("happened.kind == 「penalty」", "英文双引号")]
    public void In_an_expression(string text, string mend)
    {
        var flaw = Rules.Flaws<bool>(text).Single();
        Assert.That(flaw.Mend.Zh, Does.Contain(mend));
    }

    [Test]
    public void Whoever_writes_the_label_of_a_kind_is_told_its_name()
    {
        var catalogue = RepositoryFiles.Catalogue("rules");
        foreach (var kind in catalogue.Kinds)
        {
            Assert.That(Labels.Meant(kind.Label.Zh, catalogue.Kinds.Select(each => (each.Name, each.Label)))!.Value.Zh,
                Does.Contain($"\"{kind.Name}\""));
        }
    }

    [Test]
    public void In_a_case_an_event_is_named_by_its_id_alone()
    {
        var flaw = Case("""{ "kind": "operator", "id": "91350100M000100Y43" }""",
            """{ "id": "a1", "kind": "annulled", "occurredOn": "2025-01-01", "actsOn": { "id": "e1" } }""").Single();
        Assert.That(flaw.Mend.Zh, Does.Contain("\"actsOn\": \"e1\""));
    }

    [Test]
    public void One_bad_subject_is_told_once_however_many_events_there_are()
    {
        var flaws = Case("""{ "kind": "operator", "id": "91350100M000100Y44" }""",
            """{ "id": "e1", "kind": "inspection", "occurredOn": "2025-01-01" }""",
            """{ "id": "e2", "kind": "inspection", "occurredOn": "2025-01-02" }""");
        Assert.That(flaws.Select(flaw => flaw.Name), Is.EqualTo(new[] { "subject-invalid" }));
        Assert.That(flaws[0].Mend.En, Does.Not.Contain("mend the subject"));
    }

    [Test]
    public void A_kind_of_subject_by_its_label_is_told_where_it_stands_and_by_which_name()
    {
        var label = RepositoryFiles.Catalogue("rules").SubjectKind("operator")!.Label.Zh;
        var flaw = Case($$"""{ "kind": "{{label}}", "id": "91350100M000100Y43" }""").Single();
        Assert.That(flaw.Name, Is.EqualTo("unknown-subject-kind"));
        Assert.That(flaw.Mend.Zh, Does.Contain("\"operator\""));
        Assert.That(flaw.Place.Column, Is.GreaterThan(20));
    }

    [Test]
    public void The_numbers_of_a_table_from_memory_are_one_notice() => Assert.That(
        RulesFolder.Lint(RulesFolder.Bundled()).Where(flaw => flaw.Name == "not-confirmed")
            .GroupBy(flaw => flaw.Place.File).Where(group => group.Key.Contains("/tables/", StringComparison.Ordinal))
            .Select(group => group.Count()),
        Is.All.EqualTo(1));

    [Test]
    public void A_file_that_is_no_JSON_does_not_make_articles_seem_forgotten()
    {
        var rules = RulesFolder.Good();
        var file = rules.Keys.First(name => name.EndsWith("points.workflow.json", StringComparison.Ordinal));
        rules[file] = rules[file][..(rules[file].Length / 2)];
        var names = RulesFolder.Lint(rules).Select(flaw => flaw.Name).ToArray();
        Assert.That(names, Does.Contain("json-broken").And.Not.Contain("article-unaccounted"));
    }

    [TestCase("points.workflow.json", "happened.kind == \\\"recall\\\" &&", "happened.kind == \\\"投诉举报\\\" &&", "unknown-value unknown-field", TestName = "A_named_value_of_a_workflow_that_is_flawed_is_told_once_and_not_by_each_rule_that_reads_it")]
    [TestCase("tier.workflow.json", "Math.Max(0, entries.Sum(e => e.points))", "Math.Max(0, entries.Sum(e => e.point))", "unknown-field", TestName = "So_it_is_with_a_named_value_that_every_role_reads")]
    [TestCase("points.workflow.json", "lookup(\\\"caps\\\", \\\"sampling-minor\\\").atMost - ", "lookup(\\\"caps\\\", \\\"sampling-minor\\\").atMos - ", "unknown-field", TestName = "And_with_a_parameter_of_one_rule")]
    [TestCase("tables/fine.json", "\"points\": 4", "\"points\": 04", "number-invalid", TestName = "A_table_that_cannot_be_read_is_there_all_the_same")]
    public void What_follows_from_a_flaw_is_not_told(string file, string was, string becomes, string flaws)
    {
        const string Pack = "cn/product-quality-points/2024-01-01/";
        var rules = RulesFolder.Bundled();
        Assert.That(rules[Pack + file], Does.Contain(was));
        rules[Pack + file] = rules[Pack + file].Replace(was, becomes, StringComparison.Ordinal);
        Assert.That(
            string.Join(' ', RulesFolder.Lint(rules).Where(flaw => flaw.Severity == Severity.Error).Select(flaw => flaw.Name)),
            Is.EqualTo(flaws));
    }

    [Test]
    public void A_kind_of_subject_that_there_is_not_is_told_with_those_that_there_are()
    {
        var rules = RulesFolder.Bundled();
        const string Manifest = "cn/product-quality-points/2024-01-01/pack.json";
        rules[Manifest] = rules[Manifest].Replace("\"operator\", \"product\"", "\"企业\", \"product\"", StringComparison.Ordinal);
        var flaw = RulesFolder.Lint(rules).First(each => each.Name == "unknown-subject-kind");
        Assert.That(flaw.Mend.Zh, Does.Contain("\"operator\"（经营主体）"));
    }

    [Test]
    public void The_heading_that_credit_new_writes_is_the_one_that_lint_names()
    {
        var law = File.ReadAllText(RepositoryFiles.Path("src/CreditScoring.Cli/NewPack/law.md"));
        Assert.That(law, Does.Contain("## 未数据化的内容 · Not formalised"));
        Assert.That(new LawText(new SourceText("law.md", law)).IsLeftOut("art-3-1"));
    }

    private static IReadOnlyList<Flaw> Case(string subject, params string[] events)
    {
        var flaws = new List<Flaw>();
        CreditScoring.Workbench.Cases.CaseReader.Read(
            new SourceText("x.cases.json", $$"""{ "cases": [ { "name": "x", "subject": {{subject}}, "events": [ {{string.Join(", ", events)}} ], "on": "2025-02-01", "expect": { "tier": "A" } } ] }"""),
            RepositoryFiles.Catalogue("rules"), flaws);
        return flaws;
    }
}
