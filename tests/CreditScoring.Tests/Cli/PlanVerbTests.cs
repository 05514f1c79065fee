using CreditScoring.Cli.Plans;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli;

/// <summary>A plan out of a file of events, as its users make it.</summary>
public class PlanVerbTests
{
    private string folder = "";

    [SetUp]
    public void Events()
    {
        folder = Directory.CreateTempSubdirectory("plan-").FullName;
        File.WriteAllLines(At("events.ndjson"), Enumerable.Range(0, 3).Select(number => $$"""
            {"id":"e{{number}}","source":"test","kind":"accident","subject":{"kind":"operator","id":"91350100M000100Y43"},"occurredOn":"2025-12-1{{number}}","data":{} }
            """.Trim()));
        File.WriteAllText(At("people.txt"), "i1\tu\t3501\n");
    }

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Test]
    public void The_table_fits_80_columns_and_says_what_each_unit_can_do_and_does([Values("zh", "en")] string language)
    {
        var (exit, said) = Plan($"--capacity 40 --lang {language}");
        Assert.That(exit, Is.Zero, said);
        var unit = said.Split('\n').Single(line => line.StartsWith("3501", StringComparison.Ordinal));
        Assert.That(unit.Split(' ', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(new[] { "3501", "40", "0.5", "1", "0", "0", "0", "0" }));
        Assert.That(said.Split('\n').Max(line => CreditScoring.Cli.Terminal.TextWidth.Of(line.TrimEnd('\r'))), Is.LessThanOrEqualTo(80));
    }

    [Test]
    public void Without_capacity_or_with_two_or_with_no_quarter_it_is_told_what_to_write()
    {
        foreach (var (more, told) in new[]
        {
            ("", "--capacity"), ("--capacity 1 --inspectors FOLDER/people.txt", "--capacity"), ("--capacity 1 --profile nobody", "illustrative"),
            ("--capacity 1 --quarter 2026Q5", "2026Q1"), ("--capacity -1", "--capacity"),
        })
        {
            var (exit, said) = Plan(more);
            Assert.That((exit, said), Is.EqualTo((2, said)), more);
            Assert.That(said, Does.Contain(told), more);
        }
    }

    [Test]
    public void A_plan_that_was_written_is_the_former_of_the_next()
    {
        var (_, json) = Plan("--inspectors FOLDER/people.txt --json");
        File.WriteAllText(At("before.json"), json.Split('\n').Single(line => line.StartsWith('{')));
        Assert.That(Plan("--inspectors FOLDER/people.txt --former FOLDER/before.json --json").Said, Does.Contain("\"cause\":\"triggered\""));
        var (other, told) = Plan("--inspectors FOLDER/people.txt --former FOLDER/before.json --quarter 2026Q2");
        Assert.That((other, told), Is.EqualTo((2, told)));
        Assert.That(told, Does.Contain("2026-01-01"), "it is of another quarter");
        File.WriteAllText(At("before.json"), "{}");
        Assert.That(Plan("--capacity 1 --former FOLDER/before.json").Exit, Is.EqualTo(2));
    }

    [Test]
    public void What_is_otherwise_than_in_the_former_plan_is_told_with_its_reason_in_80_columns([Values("zh", "en")] string language)
    {
        var (_, json) = Plan("--capacity 1 --json");
        File.WriteAllText(At("before.json"), json.Split('\n').Single(line => line.StartsWith('{')));
        var (exit, said) = Plan($"--capacity 1 --former FOLDER/before.json --lang {language}");
        Assert.That((exit, said), Is.EqualTo((0, said)));
        Assert.That(said, Does.Contain(language == "zh" ? "不变 1 次，改期改派 0 次，新排 0 次，撤下 0 次" : "1 kept, 0 moved, 0 added, 0 dropped").And.Not.Contain("WHY").And.Not.Contain("原周"));

        // A second accident of another enterprise takes the one place, and the first is left out for an inspection that was made.
        File.AppendAllLines(At("events.ndjson"),
        [
            """{"id":"p","source":"test","kind":"profile","subject":{"kind":"operator","id":"91350100M000101Y3M"},"occurredOn":"2025-12-01","region":"350100","data":{"name":"福州市一家名字很长很长的食品和日用百货制造销售有限责任公司","registeredIn":"350100"}}""",
            """{"id":"a","source":"test","kind":"accident","subject":{"kind":"operator","id":"91350100M000101Y3M"},"occurredOn":"2025-12-20","region":"350100","data":{}}""",
        ]);
        (exit, said) = Plan($"--capacity 1 --former FOLDER/before.json --lang {language}");
        Assert.That((exit, said), Is.EqualTo((0, said)));
        Assert.That(said, Does.Contain(language == "zh" ? "不变 1 次，改期改派 0 次，新排 1 次，撤下 0 次" : "1 kept, 0 moved, 1 added, 0 dropped"));
        Assert.That(said.Split('\n').Single(line => line.Contains("91350100M000101Y3M", StringComparison.Ordinal)),
            Does.Contain("福州").And.Contain("–").And.EndsWith(language == "zh" ? "新的事由" : "something new is asked"));
        Assert.That(said.Split('\n').Max(line => CreditScoring.Cli.Terminal.TextWidth.Of(line.TrimEnd('\r'))), Is.LessThanOrEqualTo(80));
        Assert.That(Plan($"--capacity 1 --former FOLDER/before.json --json").Said, Does.Contain("\"why\":\"newMatter\""));
    }

    private (int Exit, string Said) Plan(string more)
    {
        var quarter = more.Contains("--quarter", StringComparison.Ordinal) ? "" : "--quarter 2026Q1";
        return Words.Said.By(["plan", .. $"--events FOLDER/events.ndjson --on 2025-12-20 {quarter} --rules {RepositoryFiles.Path("rules")} {more}"
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Replace("FOLDER", folder, StringComparison.Ordinal))]);
    }

    private string At(string name) => Path.Combine(folder, name);
}
