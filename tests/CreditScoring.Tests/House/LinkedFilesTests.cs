using NUnit.Framework;

namespace CreditScoring.Tests.House;

/// <summary>What two projects need has a home that both refer to: none compiles the files of another.</summary>
public class LinkedFilesTests
{
    [Test]
    public void No_project_compiles_the_files_of_another()
    {
        var projects = Directory.GetFiles(RepositoryFiles.Root, "*.csproj", SearchOption.AllDirectories);
        Assert.That(projects, Has.Length.GreaterThan(5));
        Assert.That(projects.Where(file => Links(File.ReadAllText(file))), Is.Empty);
    }

    [Test]
    public void A_link_is_seen() =>
        Assert.That(Links("""<Compile Include="../CreditScoring.Cli/Verbs.cs" Link="Verbs.cs" />"""), Is.True);

    private static bool Links(string project) => project.Contains("<Compile Include=\"..", StringComparison.Ordinal);
}
