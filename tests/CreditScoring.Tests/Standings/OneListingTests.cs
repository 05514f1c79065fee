using System.Text.Json;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Tests.Workbench.Linting;
using CreditScoring.Workbench.Cases;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>One listing has one end, whichever shipped regime is asked.</summary>
public class OneListingTests
{
    private const string List = "cn/serious-list/2021-09-01/";

    private static readonly string[] Packs =
    [
        List, "cn/penalty-publicity/2021-09-01/", "cn/credit-china-disclosure/2026-04-01/",
        "cn/product-quality-points/2024-01-01/",
    ];

    private static readonly Dictionary<string, string> Rules = RulesFolder.Bundled();

    [Test]
    public void The_regimes_say_word_for_word_when_a_listing_ends()
    {
        foreach (var said in new Func<string, string>[]
                 {
                     Paragraph, Through, pack => NamedValue(pack, "onSeriousList"),
                     pack => Rules[pack + "tables/listing.json"], pack => Rules[pack + "cases/listing.cases.json"],
                 })
        {
            Assert.That(Packs.Select(said).Distinct().Count(), Is.EqualTo(1), said(Packs[0]));
        }
    }

    [Test]
    public void What_the_list_keeps_as_an_entry_is_what_the_others_reckon()
    {
        var listed = Rules[List + "cases/listing.cases.json"]
            .Replace("\"onSeriousList\": false", "\"onSeriousList\": false, \"onList\": 0", StringComparison.Ordinal)
            .Replace("\"measures\": { \"onSeriousList\": true", "\"tier\": \"listed\", \"measures\": { \"onSeriousList\": true",
                StringComparison.Ordinal);
        var book = RuleBookReader.Read([.. Rules.Select(file => new SourceText(file.Key, file.Value))]).Book!;
        var cases = CaseReader.Read(new SourceText("listing", listed), book.Catalogue, new List<Flaw>());
        Assert.That(cases, Has.Count.GreaterThan(40));
        foreach (var each in cases)
        {
            Assert.That(CaseRunner.Run(each, book.OfFolder(List)!).Differences, Is.Empty, each.Name);
        }
    }

    private static string Paragraph(string pack)
    {
        var law = Rules[pack + "law.md"];
        var from = law.IndexOf("## 列入何时结束", StringComparison.Ordinal);
        var to = new[] { "\n# ", "\n## " }.Select(next => law.IndexOf(next, from, StringComparison.Ordinal)).Where(at => at > 0).Min();
        return law[from..to].Trim();
    }

    /// <summary>The last day's text; where no person is a subject, a person's own ban is not asked for.</summary>
    private static string Through(string pack) => NamedValue(pack, "seriousListThrough")
        .Replace("subject.kind == \"person\" || ", "", StringComparison.Ordinal);

    private static string NamedValue(string pack, string name)
    {
        using var workflow = JsonDocument.Parse(Rules[pack + "tier.workflow.json"]);
        return workflow.RootElement.GetProperty("GlobalParams").EnumerateArray()
            .Single(value => value.GetProperty("Name").GetString() == name).GetProperty("Expression").GetString()!;
    }
}
