using CreditScoring.Cli.Words;
using CreditScoring.Tests.Cli;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Words;

/// <summary>With <c>--lang zh</c> everything that <c>credit</c> says of its own is Chinese.</summary>
public class ChineseTests
{
    private static readonly string Rules = RepositoryFiles.Path("rules");
    private static readonly string Pack = RulesCopy.ShippedPack;
    private string folder = "";

    [OneTimeSetUp]
    public void SetUp()
    {
        folder = Directory.CreateTempSubdirectory("zh-").FullName;
        File.WriteAllLines(Path.Combine(folder, "events.ndjson"),
        [
            """{"id":"e1","source":"s","kind":"sampling-result","subject":{"kind":"operator","id":"91350100M000100Y43"},"occurredOn":"2024-08-01","data":{"result":"failed","severity":"serious"} }""",
            """{"id":"e1","source":"s","kind":"sampling-result","subject":{"kind":"operator","id":"91350100M000100Y43"},"occurredOn":"2024-08-02","data":{"result":"failed","severity":"serious"} }""",
            """{"id":"e2","source":"s","kind":"sampling-resul","occurredOn":"2024-08-01"}""",
            "{",
        ]);
        File.WriteAllText(Path.Combine(folder, "table.csv"), "a,b\n1,2\n");
        File.WriteAllText(Path.Combine(folder, "map.json"), """{ "id": "{a}", "source": "s", "kind": "inspection", "occurredOn": "{c}", "subject": { "kind": "operator", "id": "{b}" } }""");
    }

    [OneTimeTearDown]
    public void TearDown() => Directory.Delete(folder, recursive: true);

    [Test]
    public void The_help_of_every_verb()
    {
        foreach (var path in BothLanguagesTests.All(CreditScoring.Cli.Verbs.Root()).Select(HelpPage.PathOf))
        {
            var (exit, text) = Said.By([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help", "--lang", "zh"]);
            Assert.That(exit, Is.Zero, path);
            Assert.That(text, Does.Contain("用法：").And.Contain("选项："));
            Assert.That(Sentences.English(text), Is.Empty, text);
        }
    }

    [TestCase(0, "lint PACK")]
    [TestCase(2, "lint /no/such/folder")]
    [TestCase(2, "lint --jsn")]
    [TestCase(2, "lnit")]
    [TestCase(2, "")]
    [TestCase(2, "quarantine")]
    [TestCase(2, "assess")]
    [TestCase(2, "assess --events no.ndjson --on 2025-01-01")]
    [TestCase(2, "assess --events no.ndjson --on 2025-02-29")]
    [TestCase(0, "explain 91350100M000100Y43 --events EVENTS --on 2025-01-01 --json")]
    [TestCase(2, "explain 91350100M000100Y44 --events EVENTS --on 2025-01-01")]
    [TestCase(2, "why-not 91350100M000100Y43 --tier Z --events EVENTS --on 2025-01-01")]
    [TestCase(0, "test PACK")]
    [TestCase(1, "test PACK --filter nothing-has-this-name")]
    [TestCase(0, "packs RULES")]
    [TestCase(2, "diff PACK RULES")]
    [TestCase(2, "new Bad/Name")]
    [TestCase(2, "publish RULES --on 2025-01-01")]
    [TestCase(2, "sample --enterprises 0 --years 1")]
    [TestCase(2, "sample --enterprises x --years 1")]
    [TestCase(2, "sample --enterprises 1 --years 1 --until 1066-10-14")]
    [TestCase(2, "import FOLDER/table.csv --map FOLDER/map.json --rules RULES")]
    [TestCase(2, "import FOLDER/table.csv --map FOLDER/nowhere.json --rules RULES")]
    [TestCase(2, "conform FOLDER/map.json")]
    [TestCase(2, "quarantine list --server http://127.0.0.1:9")]
    [TestCase(2, "quarantine list --server ftp://x")]
    [TestCase(2, "dead-letters list --server http://example.org")]
    [TestCase(2, "dead-letters replay")]
    [TestCase(2, "quarantine replay")]
    [TestCase(2, "quarantine show ten")]
    [TestCase(2, "watch --times")]
    [TestCase(2, "draw")]
    [TestCase(2, "draw commit FOLDER/x --profile cn-ha")]
    [TestCase(2, "draw commit FOLDER/x --profile none --population FOLDER/table.csv --draw 一号 --title 事项 --published 2026-12-21T09:05:00+08:00 --public none --rules RULES")]
    [TestCase(2, "draw commit FOLDER/x --profile cn-ha --population FOLDER/table.csv --draw 一号 --title 事项 --published 2026-12-21 --public none --rules RULES")]
    [TestCase(1, "draw commit FOLDER/x --profile cn-ha --population FOLDER/table.csv --draw 一号 --title 事项 --published 2026-12-21T09:05:00+08:00 --public none --rules RULES")]
    [TestCase(2, "draw run FOLDER")]
    [TestCase(1, "draw verify FOLDER/map.json")]
    public void What_a_call_says(int exit, string call)
    {
        var (ended, text) = Said.By([.. call.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Filled), "--lang", "zh"]);
        Assert.That(ended, Is.EqualTo(exit), text);
        var people = string.Join('\n', text.Split('\n').Where(line => !line.StartsWith('{')));
        Assert.That(Sentences.IsChinese(people), text);
        Assert.That(Sentences.English(people), Is.Empty, text);
    }

    [Test]
    public void What_two_versions_say_differently()
    {
        using var rules = new RulesCopy();
        rules.Edit("tables/caps.json", "\"atMost\": 3", "\"atMost\": 2");
        var (exit, text) = Said.By("diff", Pack, rules.Pack, "--lang", "zh");
        Assert.That(exit, Is.EqualTo(1), text);
        Assert.That(text, Does.Contain("例如"));
    }

    [TestCase("there is no such folder", true)]
    [TestCase("没有文件 /no/such/file.json；用法见 'credit lint --help'", false)]
    [TestCase("cn/product-quality-points 2024-01-01 sampling-failed", false)]
    [TestCase("公布 12 passed all of them", true)]
    public void An_English_sentence_is_seen(string text, bool english) =>
        Assert.That(Sentences.English(text).Any(), Is.EqualTo(english));

    private string Filled(string argument) => argument
        .Replace("PACK", Pack, StringComparison.Ordinal).Replace("RULES", Rules, StringComparison.Ordinal)
        .Replace("EVENTS", Path.Combine(folder, "events.ndjson"), StringComparison.Ordinal)
        .Replace("FOLDER", folder, StringComparison.Ordinal);
}
