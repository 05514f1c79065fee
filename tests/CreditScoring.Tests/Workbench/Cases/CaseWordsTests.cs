using CreditScoring.Documents;
using CreditScoring.Tests.Standings;
using CreditScoring.Workbench.Cases;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench.Cases;

public class CaseWordsTests
{
    private const string Text = """
        {
          "cases": [
            {
              "name": "Failed twice",
              "subject": { "kind": "operator", "id": "91350100M000100Y43" },
              "events": [
                { "id": "s", "kind": "sampling-result", "occurredOn": "2025-01-10", "document": "抽〔2025〕1号", "data": { "result": "failed", "productCategory": "插座" } },
                { "id": "o", "kind": "correction-ordered", "occurredOn": "2025-01-20", "actsOn": "s" }
              ],
              "on": "2025-04-01",
              "expect": {
                "tier": "correcting", "points": null,
                "duties": [ { "duty": "correct", "event": "o", "state": "missed", "due": "2025-03-21" } ],
                "steps": [], "measures": { "stopped": 0 }
              }
            }
          ]
        }
        """;

    [Test]
    public void A_case_is_told_in_the_titles_of_its_pack_and_of_the_catalogue()
    {
        var words = Words("zh");
        Assert.That(words.Given, Is.EqualTo(new[]
        {
            "2025-01-10 监督抽查结果：结果 不合格，产品类别 插座", "2025-01-20 责令改正（针对2025-01-10 监督抽查结果）",
        }));
        var said = words.Expected.Single();
        Assert.That(said, Does.StartWith("2025-04-01：等级 复查合格前不得恢复").And.Contain("记分 无"));
        Assert.That(said, Does.Contain("义务 “限期改正”，因 2025-01-20 责令改正，状态 逾期，最后一日 2025-03-21"));
        Assert.That(said, Does.Contain("措施 无"));
    }

    [Test]
    public void Who_reads_English_reads_it_in_English() => Assert.That(
        Words("en").Given.First(), Does.StartWith("2025-01-10 supervision sampling result: "));

    [Test]
    public void No_code_name_is_left_in_what_the_cases_of_the_shipped_packs_assert()
    {
        var left = new List<string>();
        foreach (var pack in Situations.Book.Regimes.SelectMany(each => each.Versions).Where(each => each.Regime != "mps/road-traffic-points"))
        {
            foreach (var file in Directory.EnumerateFiles(RepositoryFiles.Path($"rules/{pack.Regime}/{pack.Version}/cases"), "*.json", SearchOption.AllDirectories))
            {
                var cases = CaseReader.Read(new SourceText(file, File.ReadAllText(file)), Situations.Book.Catalogue, []);
                left.AddRange(cases.SelectMany(each => new CaseWords(each, pack, "zh").Expected)
                    .SelectMany(said => said.Split(' ', '，', '；', '“', '”', '、')).Where(word => word.Length > 3 && word.All(char.IsAsciiLetter)));
            }
        }

        Assert.That(left.Distinct().Order(), Is.Empty);
    }

    private static CaseWords Words(string language)
    {
        var pack = Situations.Book.Regimes.Single(each => each.Name == "cn/sampling-follow-up").Versions[^1];
        var tried = CaseReader.Read(new SourceText("case.json", Text), Situations.Book.Catalogue, new List<Flaw>()).Single();
        return new CaseWords(tried, pack, language);
    }
}
