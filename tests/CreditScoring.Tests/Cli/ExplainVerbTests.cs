using CreditScoring.Cli;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli;

/// <summary><c>credit explain --notice</c> and <c>--file-note</c>: whom a draft is for, and in which language.</summary>
public class ExplainVerbTests
{
    private const string Shop = "91350100M000100Y43";

    private const string Failed = $$"""{"id":"e1","source":"s","kind":"sampling-result","subject":{"kind":"operator","id":"{{Shop}}"},"occurredOn":"2024-08-01","data":{"result":"failed","severity":"serious"} }""";

    [Test]
    public void A_draft_to_the_party_is_Chinese_unless_a_language_is_written()
    {
        Assert.That(Run("--notice"), Does.Contain("致当事人").And.Not.Contain("检查安排"));
        Assert.That(Run("--notice", "--lang", "en"), Does.Contain("Draft of an explanation to the party").And.Not.Contain("致当事人"));
    }

    [Test]
    public void A_note_for_the_file_tells_when_to_inspect() =>
        Assert.That(Run("--file-note"), Does.Contain("不送达当事人").And.Contain("检查安排（不告知当事人）：每年2次"));

    [Test]
    public void A_standing_in_JSON_says_by_which_rules_and_engines_it_was_reached()
    {
        var standing = (JObject)JObject.Parse(Run("--json").Split('\n').First(line => line.StartsWith('{')))["standing"]!;
        Assert.That((string?)standing["secondOpinion"], Does.Match("^RulesEngine 6.*, always$"));
        Assert.That((string?)standing["book"], Does.Match("^[0-9a-f]{64}$"));
    }

    [TestCase("zh", "当日不适用：", "cn/")]
    [TestCase("en", "does not apply on the day: ", "cn/")]
    public void What_does_not_apply_is_told_by_its_title_though_it_is_not_in_force_yet(string language, string begin, string code)
    {
        var line = Run("--lang", language).Split('\n').Single(each => each.StartsWith(begin, StringComparison.Ordinal));
        Assert.That(line, Does.Not.Contain(code));
    }

    [Test]
    public void Where_there_is_no_window_none_is_told_and_no_dashes() =>
        Assert.That(Run("--lang", "en"), Does.Contain("window none").And.Not.Contain("- – -"));

    private static string Run(params string[] more)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, Failed);
        var (exit, said) = Verb.Run(
            Verbs.Root(), ["explain", Shop, "--events", path, "--on", "2024-12-31", "--rules", RepositoryFiles.Path("rules"), .. more]);
        File.Delete(path);
        Assert.That(exit, Is.Zero, said);
        return said;
    }
}
