using System.Text.RegularExpressions;
using NUnit.Framework;

namespace CreditScoring.Tests.House;

/// <summary>docs/tour.md and README lead to files that are there.</summary>
public class TourTests
{
    [TestCase("docs/tour.md", 30)]
    [TestCase("README.md", 5)]
    public void Every_file_that_it_names_exists(string page, int least)
    {
        var named = Named(File.ReadAllText(RepositoryFiles.Path(page))).ToArray();
        Assert.That(named, Has.Length.AtLeast(least));
        Assert.That(named.Where(name => !Exists(name)), Is.Empty);
    }

    [Test]
    public void The_tour_is_walked_in_forty_lines() =>
        Assert.That(File.ReadAllLines(RepositoryFiles.Path("docs/tour.md")), Has.Length.AtMost(40));

    [Test]
    public void A_file_that_is_not_there_is_seen() =>
        Assert.That(Named("see `src/Nowhere.cs` and `src/`").Where(name => !Exists(name)), Is.EqualTo(new[] { "src/Nowhere.cs" }));

    private static IEnumerable<string> Named(string page) =>
        Regex.Matches(page, "`((?:src|tests|rules|docs)/[^` *<>]*)`").Select(match => match.Groups[1].Value);

    private static bool Exists(string name) =>
        File.Exists(RepositoryFiles.Path(name)) || Directory.Exists(RepositoryFiles.Path(name));
}
