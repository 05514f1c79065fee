using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Workbench.Sentences;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench.Sentences;

/// <summary>A formula is told in the words of the catalogue and of the pack.</summary>
public class RuleSentenceTests
{
    private static readonly RuleReading Shipped = RuleBookReader.Read(RuleFolder.Read(RepositoryFiles.Path("rules")));

    [TestCase("total >= 12", "“累计记分”不小于 12", "“total points” is at least 12")]
    [TestCase(
        """happened.kind == "complaint" && happened.upheld""", "种类为“投诉举报”，且“经核查属实”",
        "kind is “complaint or report”, and “found to be true”")]
    [TestCase("""events.Any(e => e.kind == "subject-ended")""", "有满足〔种类为“主体终止”〕的在案事件", "there are events on file with [kind is “the subject ended”]")]
    [TestCase(
        """events.Count(e => e.kind == "complaint" && e.from.AddMonths(12) >= day) >= 5""",
        "满足〔种类为“投诉举报”，且计入日之后 12 个月不早于当日〕的在案事件的数目不小于 5",
        "the number of events on file with [kind is “complaint or report”, and 12 months after first day is not before the day] is at least 5")]
    [TestCase("""lookup("frequency", tier).months > 3""", "表“frequency”中等级一行的months 大于 3", "months of the row the tier of table \"frequency\" is more than 3")]
    [TestCase("""happened.decidedOn == null || !happened.upheld""", "未载明决定日，或“经核查属实”为否", "day of the decision is not told, or “found to be true” is false")]
    [TestCase("true", "任何情况", "whatever happens")]
    public void It_reads_as_a_sentence(string expression, string zh, string en)
    {
        Assert.That(Of(expression, "zh"), Is.EqualTo(zh));
        Assert.That(Of(expression, "en"), Is.EqualTo(en));
    }

    [Test]
    public void Every_condition_of_the_shipped_law_is_told_and_names_no_member_in_code()
    {
        var (told, coded) = (0, new List<string>());
        foreach (var formula in Shipped.Bound.Values.SelectMany(pack => pack.Formulas))
        {
            var said = Of(formula.Source.Text, "zh");
            Assert.That(said, Is.Not.Null.And.Not.Empty);
            told++;
            if (said!.Contains("happened.", StringComparison.Ordinal) || said.Contains("=>", StringComparison.Ordinal))
            {
                coded.Add($"{formula.Source.Text} :: {said}");
            }
        }

        Assert.That(told, Is.GreaterThan(300));
        Assert.That(coded, Is.Empty);
    }

    [TestCase("total >=")]
    [TestCase("(")]
    public void What_is_no_expression_is_not_told(string expression) => Assert.That(Of(expression, "zh"), Is.Null);

    private static string? Of(string expression, string language) => new RuleSentence(
        Shipped.Catalogue!, Shipped.Bound["cn/product-quality-points/2024-01-01"].Manifest.Measures, language).Of(expression);
}
