using System.Text.RegularExpressions;
using NUnit.Framework;

namespace CreditScoring.Tests.House;

/// <summary>Names are decided in rules/glossary.md: what it says is in the code is there, and the other way round.</summary>
public class GlossaryTests
{
    /// <summary>The rooms whose public types are what the field calls things.</summary>
    private static readonly string[] Named = ["Files", "Ledger", "Standings", "Supervision", "Draws", "Planning"];

    private static readonly Regex Type = new(
        @"^(?:public|internal) (?:static |sealed |abstract |readonly |partial )*(?:class|record struct|record|struct|interface|enum) (\w+)",
        RegexOptions.Multiline);

    private static readonly string Glossary = File.ReadAllText(RepositoryFiles.Path("rules/glossary.md"));

    [Test]
    public void Every_name_that_the_glossary_says_is_in_the_code_is_declared_there()
    {
        var declared = Declared();
        Assert.That(InCode(Glossary).Where(name => char.IsUpper(name[0])).Where(name => !declared.Contains(name)), Is.Empty);
    }

    [Test]
    public void Every_word_of_data_that_it_names_is_said_by_rules_or_code()
    {
        var said = string.Join('\n', Directory
            .EnumerateFiles(RepositoryFiles.Path("rules"), "*.json", SearchOption.AllDirectories)
            .Concat(SourceFiles.Under(RepositoryFiles.Path("src/CreditScoring"))).Select(File.ReadAllText));
        Assert.That(
            InCode(Glossary).Where(name => char.IsLower(name[0]))
                .Where(name => !Regex.IsMatch(said, $@"\b{Regex.Escape(name)}\b")),
            Is.Empty);
    }

    [Test]
    public void Every_public_type_of_files_ledger_standings_supervision_draws_and_plans_is_in_it()
    {
        var known = InCode(Glossary).ToHashSet(StringComparer.Ordinal);
        var types = Named.SelectMany(room => SourceFiles.Under(RepositoryFiles.Path($"src/CreditScoring/{room}")))
            .SelectMany(file => Type.Matches(File.ReadAllText(file)))
            .Where(match => match.Value.StartsWith("public", StringComparison.Ordinal))
            .Select(match => match.Groups[1].Value).Distinct().ToArray();
        Assert.That(types, Has.Length.GreaterThan(30));
        Assert.That(types.Where(type => !known.Contains(type)), Is.Empty);
    }

    [Test]
    public void A_name_that_is_nowhere_is_seen()
    {
        Assert.That(InCode("| 某 | something | `Nowhere`; 规则中 `kind` |"), Is.EqualTo(new[] { "Nowhere", "kind" }));
        Assert.That(Declared(), Does.Not.Contain("Nowhere").And.Contain("Assessor").And.Contain("LapsesOn"));
    }

    /// <summary>The words in backticks of the third column, as written; paths and patterns are none.</summary>
    private static IEnumerable<string> InCode(string glossary) => glossary.Split('\n')
        .Where(line => line.StartsWith('|')).Select(line => line.Split('|'))
        .Where(cells => cells.Length >= 5)
        .SelectMany(cells => Regex.Matches(cells[3], "`([A-Za-z][A-Za-z-]*)`").Select(match => match.Groups[1].Value));

    private static HashSet<string> Declared()
    {
        var code = string.Join('\n', SourceFiles.Under(RepositoryFiles.Path("src")).Select(File.ReadAllText));
        return
        [
            .. Type.Matches(code).Select(match => match.Groups[1].Value),
            .. Regex.Matches(code, @"(?<=[\w>?\]] )([A-Z]\w+)(?= \{ get| \{$| =>|\(|,|\);?$|\)$)", RegexOptions.Multiline)
                .Select(match => match.Groups[1].Value),
            .. Regex.Matches(code, @"static readonly [\w<>?]+ ([A-Z]\w+)(?= =)").Select(match => match.Groups[1].Value),
            .. Regex.Matches(code, @"^namespace [\w.]*?(\w+);", RegexOptions.Multiline).Select(match => match.Groups[1].Value),
        ];
    }
}
