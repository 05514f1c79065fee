using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Workbench.Revising;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench.Revising;

/// <summary>A change of one spot leaves everything else as it is, to the octet.</summary>
public class JsonEditTests
{
    [TestCase("""{ "a": 1, "b": 2 }""", "b", "3", """{ "a": 1, "b": 3 }""")]
    [TestCase("""{ "a": 1, "b": 2 }""", "c", "3", """{ "a": 1, "b": 2, "c": 3 }""")]
    [TestCase("""{ "a": 1, "b": 2 }""", "a", null, """{ "b": 2 }""")]
    [TestCase("""{ "a": 1, "b": 2 }""", "b", null, """{ "a": 1 }""")]
    [TestCase("""{ "a": 1 }""", "a", null, "{}")]
    [TestCase("{}", "a", "\"x\"", """{ "a": "x" }""")]
    [TestCase("{\n  \"a\": 1\n}\n", "b", "2", "{\n  \"a\": 1,\n  \"b\": 2\n}\n")]
    [TestCase("{\r\n\t\"a\": 1\r\n}\r\n", "b", "2", "{\r\n\t\"a\": 1,\r\n\t\"b\": 2\r\n}\r\n")]
    [TestCase("""{ "a": 1 }""", "z", null, """{ "a": 1 }""")]
    public void A_property_is_set_where_it_stands_or_as_the_last(string text, string name, string? written, string becomes) =>
        Assert.That(JsonEdit.Set(Read(text), name, written).Text, Is.EqualTo(becomes));

    [TestCase("[ 1, 2 ]", 0, "[ 0, 1, 2 ]")]
    [TestCase("[ 1, 2 ]", 1, "[ 1, 0, 2 ]")]
    [TestCase("[ 1, 2 ]", 2, "[ 1, 2, 0 ]")]
    [TestCase("[]", 0, "[ 0 ]")]
    [TestCase("[\n  1,\n  2\n]", 1, "[\n  1,\n  0,\n  2\n]")]
    public void An_item_is_put_in_as_its_neighbours_stand(string text, int at, string becomes) =>
        Assert.That(JsonEdit.Insert(Read(text), at, "0").Text, Is.EqualTo(becomes));

    [TestCase("[ 1, 2, 3 ]", 0, "[ 2, 3 ]")]
    [TestCase("[ 1, 2, 3 ]", 2, "[ 1, 2 ]")]
    [TestCase("[\n  1,\n  2\n]", 1, "[\n  1\n]")]
    [TestCase("[ 1 ]", 0, "[]")]
    public void An_item_goes_with_its_comma(string text, int at, string becomes) =>
        Assert.That(JsonEdit.Remove(Read(text), at).Text, Is.EqualTo(becomes));

    [Test]
    public void Neighbours_change_their_places_and_nothing_between_them() =>
        Assert.That(JsonEdit.Swap(Read("[ {\"a\": [1]} ,\n 2 ]"), 0).Text, Is.EqualTo("[ 2 ,\n {\"a\": [1]} ]"));

    [Test]
    public void What_is_too_long_for_a_line_is_broken_as_deep_as_it_stands()
    {
        var title = new string('长', 70);
        var text = JsonEdit.Insert(
            Read("{\n  \"Rules\": [\n    1\n  ]\n}")["Rules"]!, 1,
            JsonLine.Object([("RuleName", JsonLine.Text("x")), ("Expression", JsonLine.Text(title + title))])).Text;
        Assert.That(text, Is.EqualTo(
            $"{{\n  \"Rules\": [\n    1,\n    {{\n      \"RuleName\": \"x\",\n      \"Expression\": \"{title}{title}\"\n    }}\n  ]\n}}"));
    }

    [Test]
    public void Every_rule_and_case_of_the_shipped_law_written_as_it_is_leaves_every_file_as_it_is()
    {
        var files = new LawFiles(RuleFolder.Read(RepositoryFiles.Path("rules")));
        var rules = 0;
        foreach (var file in files.All.Where(each => each.File.EndsWith(".workflow.json", StringComparison.Ordinal)))
        {
            foreach (var (place, rule) in JsonDocumentReader.Read(file, out _)!["Rules"]!.Items.Index())
            {
                rules++;
                Assert.That(
                    RuleRevision.Apply(file, new RulePath([place]), RuleEntry.Of(rule)).Text, Is.EqualTo(file.Text));
            }
        }

        foreach (var file in files.All.Where(each => each.File.Contains("/tables/", StringComparison.Ordinal)))
        {
            Assert.That(TableGrid.Of(file)!.AppliedTo(file).Text, Is.EqualTo(file.Text), file.File);
        }

        Assert.That(rules, Is.GreaterThan(100));
    }

    private static JsonPiece Read(string text) => JsonDocumentReader.Read(new SourceText("x.json", text), out _)!;
}
