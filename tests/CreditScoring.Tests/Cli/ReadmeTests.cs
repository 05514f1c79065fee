using System.Text.RegularExpressions;
using CreditScoring.Cli;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli;

/// <summary>What README shows of <c>credit</c> is what one sees.</summary>
public class ReadmeTests
{
    private const char LeftOut = '\u2026';

    private static readonly string Readme = File.ReadAllText(RepositoryFiles.Path("README.md")).ReplaceLineEndings("\n");

    private static readonly Match[] Shown =
        Regex.Matches(Readme, @"```\n\$ credit (?<line>.*)\n(?<output>[\s\S]*?)```").ToArray();

    [Test]
    public void Every_command_that_is_shown_says_what_is_shown()
    {
        Assert.That(Shown, Is.Not.Empty);
        foreach (var example in Shown)
        {
            var said = Said(example.Groups["line"].Value, EventsBefore(example.Index));
            Assert.That(Regex.IsMatch(said, Pattern(example.Groups["output"].Value)), said);
        }
    }

    [TestCase("points 15", "points 16")]
    [TestCase("\n\u2026\n", "\n")]
    public void A_line_that_is_not_said_is_noticed(string shown, string instead)
    {
        var example = Shown[0];
        var other = example.Groups["output"].Value.Replace(shown, instead, StringComparison.Ordinal);
        var said = Said(example.Groups["line"].Value, EventsBefore(example.Index));
        Assert.That(Regex.IsMatch(said, Pattern(other)), Is.False);
    }

    [Test]
    public void How_credit_is_built_stands_before_its_first_use() => Assert.That(
        Readme.IndexOf("dotnet build -c Release -v q src/CreditScoring.Cli\n", StringComparison.Ordinal),
        Is.Positive.And.LessThan(Readme.IndexOf("\n$ credit ", StringComparison.Ordinal)));

    [Test]
    public void Whoever_calls_the_service_by_its_name_has_built_it_and_has_it_on_the_path()
    {
        var path = Readme.IndexOf(":$PWD/src/CreditScoring.Service/bin/Release/net10.0\n", StringComparison.Ordinal);
        Assert.That(Readme.IndexOf("dotnet build -c Release -v q src/CreditScoring.Service\n", StringComparison.Ordinal),
            Is.Positive.And.LessThan(path));
        Assert.That(path, Is.LessThan(Readme.IndexOf("\nCreditScoring.Service ", StringComparison.Ordinal)));
    }

    private static string EventsBefore(int index) =>
        Regex.Matches(Readme[..index], @"```json\n([\s\S]*?)```")[^1].Groups[1].Value;

    private static string Said(string line, string events)
    {
        var folder = Directory.CreateTempSubdirectory("readme");
        var path = Path.Combine(folder.FullName, "events.ndjson");
        File.WriteAllText(path, events);
        var arguments = line.Split(' ').Select(word => word == "events.ndjson" ? path : word);
        var (_, said) = Verb.Run(
            Verbs.Root(), [.. arguments, "--rules", RepositoryFiles.Path("rules"), "--lang", "en"]);
        folder.Delete(recursive: true);
        return said.ReplaceLineEndings("\n");
    }

    /// <summary>A line of … stands for lines that are left out, and one within a line for a part of it.</summary>
    private static string Pattern(string shown) => "\\A" + string.Concat(shown.TrimEnd('\n').Split('\n').Select(line =>
        line.Trim() == $"{LeftOut}" ? "(?:.*\\n)+?"
            : string.Join(".+", line.Split(LeftOut).Select(Regex.Escape)) + "\\n")) + "\\z";
}
