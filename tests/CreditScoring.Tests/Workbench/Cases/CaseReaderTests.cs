using CreditScoring.Documents;
using CreditScoring.Workbench.Cases;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench.Cases;

public class CaseReaderTests
{
    [Test]
    public void Two_events_of_one_id_are_a_flaw_where_the_second_stands()
    {
        var flaws = new List<Flaw>();
        var cases = CaseReader.Read(
            new SourceText("twice.cases.json", """
                { "cases": [ { "name": "twice", "subject": { "kind": "operator", "id": "91350100M000100Y43" },
                  "events": [ { "id": "e1", "kind": "award", "occurredOn": "2024-01-01" },
                              { "id": "e1", "kind": "award", "occurredOn": "2024-01-02" } ],
                  "on": "2024-02-01", "expect": { "points": 0 } } ] }
                """),
            RepositoryFiles.Catalogue("rules"), flaws);
        Assert.That(flaws.Select(flaw => flaw.ToString()), Has.One.StartsWith("twice.cases.json:3:15: name-twice"));
        Assert.That(cases.Single().Events, Has.Count.EqualTo(1));
    }

    [Test]
    public void What_is_wrong_with_what_all_cases_begin_with_is_told_once()
    {
        var flaws = new List<Flaw>();
        CaseReader.Read(
            new SourceText("given.cases.json", """
                { "given": { "subject": { "kind": "operator", "id": "1" }, "event": [],
                    "events": [ { "id": "e1", "kind": "awardd", "occurredOn": "2024-01-01" } ] },
                  "cases": [ { "name": "one", "on": "2024-02-01", "expect": { "points": 0 } },
                             { "name": "two", "on": "2024-02-01", "expect": { "points": 0 } } ] }
                """),
            RepositoryFiles.Catalogue("rules"), flaws);
        Assert.That(flaws.Select(flaw => flaw.Name), Is.EquivalentTo(new[] { "subject-invalid", "unknown-property", "unknown-kind" }));
    }

    [Test]
    public void A_file_without_a_subject_for_all_wants_one_of_each_case()
    {
        var flaws = new List<Flaw>();
        CaseReader.Read(
            new SourceText("none.cases.json", """{ "given": { "events": [] }, "cases": [ { "name": "one", "on": "2024-02-01", "expect": { "points": 0 } } ] }"""),
            RepositoryFiles.Catalogue("rules"), flaws);
        Assert.That(flaws.Select(flaw => flaw.Name), Is.EqualTo(new[] { "property-missing" }));
    }
}
