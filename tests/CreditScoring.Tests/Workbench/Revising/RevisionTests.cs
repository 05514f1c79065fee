using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Standings;
using CreditScoring.Workbench.Cases;
using CreditScoring.Workbench.Revising;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench.Revising;

/// <summary>What an author fills in becomes the text that an author with an editor would have written.</summary>
public class RevisionTests
{
    private const string Pack = "cn/product-quality-points/2024-01-01";

    private static readonly LawFiles Shipped = new(RuleFolder.Read(RepositoryFiles.Path("rules")));

    [Test]
    public void A_cell_that_is_changed_is_the_only_thing_that_changes()
    {
        var file = Shipped.At($"{Pack}/tables/sampling.json")!;
        var grid = TableGrid.Of(file)!;
        var column = grid.Columns.ToList().IndexOf("points");
        var was = grid.Rows[0][column];
        var changed = (grid with { Rows = [With(grid.Rows[0], column, "９９"), .. grid.Rows.Skip(1)] }).AppliedTo(file);
        Assert.That(TableGrid.Of(changed)!.Rows[0][column], Is.EqualTo("99"));
        Assert.That(Differing(file.Text, changed.Text), Has.Count.EqualTo(1), $"{was} -> 99");
    }

    [Test]
    public void Rows_go_and_come_and_the_others_stay()
    {
        var file = new SourceText("t.json", """
            {
              "table": "t",
              "key": [ "code" ],
              "rows": [
                { "code": "31", "points": 1 },
                { "code": "44", "points": 2 }
              ]
            }
            """);
        var grid = TableGrid.Of(file)!;
        var row = grid.Columns.Select(name => name == "code" ? "53" : name == "points" ? "3.50" : "").ToArray();
        var becomes = (grid with { Rows = [grid.Rows[0].Select(_ => "").ToArray(), grid.Rows[1], row] }).AppliedTo(file);
        Assert.That(becomes.Text, Is.EqualTo("""
            {
              "table": "t",
              "key": [ "code" ],
              "rows": [
                { "code": "44", "points": 2 },
                { "code": "53", "points": 3.5 }
              ]
            }
            """));
    }

    [Test]
    public void A_new_rule_with_a_condition_of_chosen_parts_judges_in_the_next_version()
    {
        var files = Shipped.NextVersion(Pack, new DateOnly(2027, 1, 1));
        var folder = "cn/product-quality-points/2027-01-01";
        var kind = RuleBookReader.Read(Shipped.All).Catalogue!.Kind("complaint")!;
        var condition = new ConditionPhrase(
            kind, [new FieldTest("upheld", "==", "true")]) { Count = 2, Months = 12 }.Written();
        var entry = new RuleEntry
        {
            Name = "second-complaint", TitleZh = "一年内第二次投诉属实", TitleEn = "second upheld complaint within a year",
            Expression = condition,
            Properties = new Dictionary<string, string>
            {
                ["points"] = "2", ["citation"] = "law.md#art-8-1", ["provenance"] = "illustrative",
            },
        };
        var file = files.At($"{folder}/points.workflow.json")!;
        var count = JsonDocumentReader.Read(file, out _)!["Rules"]!.Items.Count;
        files = files.With(RuleRevision.Add(file, new RulePath([count]), entry));
        var tried = new CaseEntry
        {
            Name = "two complaints", Citation = "law.md#art-8-1", SubjectKind = "operator", SubjectId = "91350100M000100Y43",
            Events = [Complaint("e1", "2027-02-01"), Complaint("e2", "2027-03-01")],
            Expectations = [new ExpectationEntry("2027-03-01", "", "", [("entries", """[ { "event": "e2", "rule": "second-complaint", "points": 2 } ]""")])],
        };
        var path = $"{folder}/cases/workbench.cases.json";
        var reading = RuleBookReader.Read(files.All);
        var cases = CaseRevision.Apply(CaseRevision.Begun(path, "../../../../"), 0, tried, reading.Catalogue!);
        Assert.That(reading.Flaws.Where(flaw => flaw.Severity == Severity.Error), Is.Empty);
        var flaws = new List<Flaw>();
        var read = CaseReader.Read(cases, reading.Catalogue!, flaws);
        Assert.That(flaws, Is.Empty);
        Assert.That(CaseRunner.Run(read[0], reading.Book!.OfFolder(folder)!).Differences, Is.Empty);
        Assert.That(CaseEntry.Of(JsonDocumentReader.Read(cases, out _)!["cases"]!.Items[0], SharedStart.None).Written(reading.Catalogue!),
            Is.EqualTo(tried.Written(reading.Catalogue!)), "a form that is read and kept says the same");
    }

    [Test]
    public void An_example_that_begins_as_all_of_its_file_do_stays_so_until_it_is_said_whom_it_is_about()
    {
        var file = new SourceText("x.cases.json", """
            { "given": { "subject": { "kind": "operator", "id": "91350100M000100Y43" }, "events": [] },
              "cases": [ { "name": "one", "events": [ { "id": "e1", "kind": "complaint", "subjects": [ { "kind": "operator", "id": "91350100M000100Y43", "role": "seller" } ], "occurredOn": "2024-01-01" } ],
                "on": "2024-02-01", "expect": { "points": 0 } } ] }
            """);
        var catalogue = RuleBookReader.Read(Shipped.All).Catalogue!;
        var entry = CaseEntry.Of(JsonDocumentReader.Read(file, out _)!["cases"]!.Items[0], SharedStart.Of(file));
        Assert.That(entry.Events[0].Role, Is.EqualTo("seller"), "the role is that of the subject of all");
        Assert.That(CaseRevision.Apply(file, 0, entry, catalogue).Text, Is.EqualTo(file.Text), "to the octet");
        var renamed = CaseRevision.Apply(file, 0, entry with { Name = "two" }, catalogue).Text;
        Assert.That(renamed, Does.Contain("\"two\"").And.Contain("\"role\": \"seller\"").And.Not.Contain("\"two\", \"subject\":"));
        var other = CaseRevision.Apply(file, 0, entry with { SubjectKind = "operator", SubjectId = "91440100MAT6PL332L" }, catalogue);
        Assert.That(JsonDocumentReader.Read(other, out _)!["cases"]!.Items[0]["subject"]!["id"]!.Text, Is.EqualTo("91440100MAT6PL332L"));
    }

    [Test]
    public void A_condition_of_several_lines_stays_so_until_it_is_changed()
    {
        var file = new SourceText("points.workflow.json", """
            { "WorkflowName": "points", "Rules": [ { "RuleName": "r",
              "Expression": [ "// why", "happened.kind == \"act\"", "&& true" ], "Properties": { "points": 1 } } ] }
            """);
        var entry = RuleEntry.Of(JsonDocumentReader.Read(file, out _)!["Rules"]!.Items[0]);
        Assert.That(entry.Expression, Is.EqualTo("happened.kind == \"act\" && true"));
        var at = new RulePath([0]);
        Assert.That(RuleRevision.Apply(file, at, entry with { Name = "s" }).Text, Is.EqualTo(file.Text.Replace("\"r\"", "\"s\"")));
        Assert.That(
            JsonDocumentReader.Read(RuleRevision.Apply(file, at, entry with { Expression = "true" }), out _)!["Rules"]!.Items[0]["Expression"]!.Text,
            Is.EqualTo("true"));
    }

    [Test]
    public void The_next_version_is_the_same_law_from_its_day_on_and_is_not_published()
    {
        var next = Shipped.NextVersion(Pack, new DateOnly(2027, 1, 1));
        var manifest = JsonDocumentReader.Read(next.At("cn/product-quality-points/2027-01-01/pack.json")!, out _)!;
        Assert.That(manifest["inForceFrom"]!.Text, Is.EqualTo("2027-01-01"));
        Assert.That(next.At("cn/product-quality-points/2027-01-01/published.json"), Is.Null);
        Assert.Throws<ArgumentException>(() => next.NextVersion(Pack, new DateOnly(2027, 1, 1)));
    }

    [Test]
    public void A_new_regime_is_read_without_an_error_and_judges_mildest_until_its_rules_are_written()
    {
        var regime = Regime(repair: 6);
        var reading = RuleBookReader.Read(regime.AddedTo(Shipped).All);
        Assert.That(reading.Flaws.Where(flaw => flaw.Severity == Severity.Error), Is.Empty);
        var judged = Judge.Of(
            new CreditFile(new Subject("operator", "91350100M000100Y43"), []), reading.Book!.OfFolder(regime.Folder)!,
            new DateOnly(2026, 2, 1));
        Assert.That(judged.Standing.Tier, Is.EqualTo("A"));
        Assert.Throws<ArgumentException>(() => regime.AddedTo(regime.AddedTo(Shipped)));
    }

    [Test]
    public void A_new_regime_without_repair_wants_its_first_points_rule_and_nothing_else()
    {
        var errors = RuleBookReader.Read(Regime(repair: null).AddedTo(Shipped).All)
            .Flaws.Where(flaw => flaw.Severity == Severity.Error).ToArray();
        Assert.That(errors.Select(flaw => flaw.Name), Is.EqualTo(new[] { "rule-without-condition" }));
        Assert.That(errors[0].Place.File, Does.EndWith("/points.workflow.json"));
    }

    private static NewRegime Regime(int? repair) => new(
        "cn-gd/platform-complaints", new Wording("平台“投诉”（示例规则，数值为自拟）", "platforms (illustrative; the numbers are ours)"),
        new DateOnly(2026, 1, 1), "operator", ["A", "B", "C"], 12, repair);

    [Test]
    public void An_article_keeps_its_mark_and_a_new_one_stands_before_what_is_not_formalised()
    {
        var law = new SourceText("law.md", "# 法\n\n## 第一条 {#art-1}\n旧\n\n## 未数据化\n- 第九条 (#art-9)\n");
        Assert.That(ArticleRevision.Apply(law, "art-1", "## 第一条 {#art-1}\n新").Text,
            Is.EqualTo("# 法\n\n## 第一条 {#art-1}\n新\n\n## 未数据化\n- 第九条 (#art-9)\n"));
        Assert.That(ArticleRevision.Add(law, "art-2", "第二条", "另一条").Text,
            Is.EqualTo("# 法\n\n## 第一条 {#art-1}\n旧\n\n## 第二条 {#art-2}\n\n另一条\n\n## 未数据化\n- 第九条 (#art-9)\n"));
        Assert.Throws<ArgumentException>(() => ArticleRevision.Apply(law, "art-1", "新"));
        Assert.Throws<ArgumentException>(() => ArticleRevision.Add(law, "art-1", "x", "x"));
        Assert.Throws<ArgumentException>(() => ArticleRevision.Add(law, "art 2", "x", "x"));
    }

    [TestCase(" 10,000 ", "10000")]
    [TestCase("１２．５", "12.5")]
    [TestCase("true", "true")]
    [TestCase("?", "null")]
    [TestCase("", null)]
    [TestCase("a + b", "\"a + b\"")]
    [TestCase("-3", "-3")]
    [TestCase("3-1", "\"3-1\"")]
    public void What_is_typed_is_a_number_where_it_is_one(string typed, string? written) =>
        Assert.That(WrittenValue.Of(typed), Is.EqualTo(written));

    private static EventEntry Complaint(string id, string day) => new()
    {
        Id = id, Kind = "complaint", OccurredOn = day,
        Data = new Dictionary<string, string> { ["upheld"] = "true", ["sector"] = "other" },
    };

    private static string[] With(IReadOnlyList<string> row, int column, string cell) =>
        [.. row.Select((each, place) => place == column ? cell : each)];

    private static List<(string, string)> Differing(string one, string other) =>
        [.. one.Split('\n').Zip(other.Split('\n')).Where(pair => pair.First != pair.Second)];
}
