using CreditScoring.Documents;
using CreditScoring.Workbench.Editing;
using NUnit.Framework;
using static CreditScoring.Tests.Workbench.Editing.Written;

namespace CreditScoring.Tests.Workbench.Editing;

/// <summary>A file of rules is helped along by its schema and by what its pack declares.</summary>
public class DocumentHelpTests
{
    private const string Manifest = Pack + "/pack.json";

    [TestCase(Points, "\"groupCitation\": \"law.md#art-10-1\",", "\"groupCitation\": \"law.md#art-10-1\", \"|\",", "lapsesOn,provenance", "groupCitation,points")]
    [TestCase(Points, "\"groupCitation\": \"law.md#art-10-1\",", "\"groupCitation\": \"law.md#art-10-1\", |", "lapsesOn", "groupCitation")]
    [TestCase(Points, "\"WorkflowName\": \"points\",", "\"WorkflowName\": \"points\", \"|\",", "RuleExpressionType", "Expression,points")]
    [TestCase(Manifest, "\"instrument\": null,", "\"instrument\": null, \"|\",", "appliesTo,notice,sameDay", "instrument,Expression")]
    [TestCase(Manifest, "\"status\": \"illustrative\"", "\"status\": \"|illustrative\"", "official,template", "A")]
    [TestCase(Manifest, "\"subjects\": [ ", "\"subjects\": [ \"|\", ", "operator,product", "A")]
    [TestCase(Manifest, "\"points\": \"points\", \"tier\"", "\"points\": \"po|ints\", \"tier\"", "points,tier,duties", "A")]
    [TestCase(Points, "\"citation\": \"law.md#art-8-1\"", "\"citation\": \"law.md#|art-8-1\"", "law.md#art-8-1,law.md#art-10-1", "A")]
    [TestCase(CaseFile, "\"kind\": \"sampling-result\"", "\"kind\": \"|sampling-result\"", "penalty,sampling-result", "minor")]
    [TestCase(CaseFile, "\"severity\": \"serious\"", "\"severity\": \"|serious\"", "minor,serious", "penalty")]
    [TestCase(Pack + "/tier.workflow.json", "\"tier\": \"D\"", "\"tier\": \"|D\"", "A,B,C,D", "minor")]
    public void What_can_be_written_is_offered(string file, string was, string marked, string has, string hasNot)
    {
        var rules = Rules.With(file, was, marked.Replace("|", "", StringComparison.Ordinal));
        var offered = rules.HelpIn(file, marked).Completion.Offered().ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(offered, Is.SupersetOf(has.Split(',')));
            Assert.That(offered.Intersect(hasNot.Split(',')), Is.Empty);
        });
    }

    [Test]
    public void What_is_put_into_a_text_of_JSON_has_its_escapes()
    {
        var rules = Rules.With(Points, "happened.severity == \\\"minor\\\"", "happened.severity == ");
        var offered = rules.HelpIn(Points, "happened.severity == |").Completion;
        Assert.That(offered.Suggestions.First(each => each.Text == "minor").Insert, Is.EqualTo("\\\"minor\\\""));
    }

    [TestCase(Points, "\"group|Citation\": ", "同组只计一项")]
    [TestCase(Points, "\"citation\": \"law.md#art-8|-1\"", "第八条")]
    [TestCase(Manifest, "\"status\": \"illus|trative\"", "示例")]
    [TestCase(Points, "!happened.safe|tyItem", "**safetyItem**")]
    public void What_a_word_means_is_told(string file, string marked, string said) =>
        Assert.That(Rules.HelpIn(file, marked).Hover?.Text.Zh, Does.Contain(said));

    [Test]
    public void One_goes_from_a_citation_to_its_article()
    {
        var place = Rules.HelpIn(Points, "\"citation\": \"law.md#art-8|-1\"").Declaration!.Value;
        var law = Rules.Documents[Pack + "/law.md"];
        Assert.That(place.File, Is.EqualTo(law.File));
        Assert.That(law.Text[law.OffsetOf(place.Line, place.Column)..], Does.StartWith("{#art-8-1}"));
    }

    [TestCase(Points)]
    [TestCase(Manifest)]
    [TestCase(CaseFile)]
    [TestCase("events/penalties.json")]
    [TestCase(Pack + "/law.md")]
    [TestCase(Pack + "/tables/caps.json")]
    public void Wherever_the_caret_stands_and_wherever_the_file_ends_there_is_an_answer(string file)
    {
        var text = Rules.Text(file);
        for (var at = 0; at <= text.Length; at += Math.Max(1, text.Length / 16))
        {
            var cut = Rules.With(new SourceText(file, text[..at]));
            foreach (var rules in new[] { Rules, cut })
            {
                var help = DocumentHelp.At(rules, file, at)!;
                Assert.That(
                    () => (help.Completion, help.Hover, help.Declaration, Outline.Of(rules.Documents[file])),
                    Throws.Nothing, text[..at]);
            }
        }
    }
}
