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
        File.WriteAllText(At("before.json"), "{}");
        Assert.That(Plan("--capacity 1 --former FOLDER/before.json").Exit, Is.EqualTo(2));
    }

    private (int Exit, string Said) Plan(string more)
    {
        var quarter = more.Contains("--quarter", StringComparison.Ordinal) ? "" : "--quarter 2026Q1";
        return Words.Said.By(["plan", .. $"--events FOLDER/events.ndjson --on 2025-12-20 {quarter} --rules {RepositoryFiles.Path("rules")} {more}"
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(each => each.Replace("FOLDER", folder, StringComparison.Ordinal))]);
    }

    private string At(string name) => Path.Combine(folder, name);
}
