using System.Text.RegularExpressions;
using NUnit.Framework;

namespace CreditScoring.Tests.House;

/// <summary>What the page about security says that a test shows, one does.</summary>
public partial class SecurityPageTests
{
    [Test]
    public void Every_test_that_the_page_names_is_there()
    {
        var tests = SourceFiles.Under(RepositoryFiles.Path("tests")).SelectMany(file => Methods(File.ReadAllText(file))).ToHashSet();
        var named = Named(File.ReadAllText(RepositoryFiles.Path("docs/security.md"))).ToArray();
        Assert.That(named, Has.Length.GreaterThan(50));
        Assert.That(named.Where(name => !tests.Contains(name)), Is.Empty);
    }

    [Test]
    public void A_name_that_no_test_has_is_seen()
    {
        Assert.That(Named("met: `A_thing_is_so`, `Access:Mode`, `POST /v1/x`"), Is.EqualTo(new[] { "A_thing_is_so" }));
        Assert.That(Methods("    public async Task A_thing_is_so()"), Is.EqualTo(new[] { "A_thing_is_so" }));
    }

    private static IEnumerable<string> Named(string page) => TestName.Matches(page).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Methods(string code) => Method.Matches(code).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+)`")]
    private static partial Regex TestName { get; }

    [GeneratedRegex(@"public (?:static )?(?:async )?[\w<>?\[\]]+ ([A-Z]\w*_\w+)\(")]
    private static partial Regex Method { get; }
}
