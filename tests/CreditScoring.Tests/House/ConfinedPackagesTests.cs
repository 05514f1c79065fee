using System.Text.RegularExpressions;
using NUnit.Framework;

namespace CreditScoring.Tests.House;

/// <summary>What evaluates text is referenced by one project, whose types the others see through a port.</summary>
public class ConfinedPackagesTests
{
    [TestCase("RulesEngine")]
    [TestCase("System.Linq.Dynamic.Core")]
    public void A_package_that_evaluates_text_is_referenced_by_the_second_opinion_alone(string package)
    {
        var projects = Directory.GetFiles(RepositoryFiles.Path("."), "*.csproj", SearchOption.AllDirectories)
            .Where(file => References(File.ReadAllText(file), package)).Select(file => Path.GetFileName(file));
        Assert.That(projects, Is.EqualTo(new[] { "CreditScoring.SecondOpinion.csproj" }));
    }

    [TestCase("src/CreditScoring")]
    [TestCase("src/CreditScoring.Cli")]
    [TestCase("src/CreditScoring.Service")]
    public void Nobody_else_names_its_types(string project) => Assert.That(
        Directory.GetFiles(RepositoryFiles.Path(project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && Names(File.ReadAllText(file))),
        Is.Empty);

    [Test]
    public void A_reference_and_a_name_are_seen()
    {
        Assert.That(References("""<PackageReference Include="RulesEngine" />""", "RulesEngine"), Is.True);
        Assert.That(Names("using RulesEngine.Models;"), Is.True);
        Assert.That(Names("// RulesEngine is the other engine\nusing CreditScoring.SecondOpinion;"), Is.False);
    }

    private static bool References(string project, string package) =>
        project.Contains($"PackageReference Include=\"{package}\"", StringComparison.Ordinal);

    private static bool Names(string code) =>
        Regex.IsMatch(code, @"^\s*(global )?using (static )?(RulesEngine|System\.Linq\.Dynamic)", RegexOptions.Multiline);
}
