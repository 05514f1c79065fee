using CreditScoring.Documents;
using NUnit.Framework;

namespace CreditScoring.Tests.Linting;

/// <summary>Two hundred mistakes in a shipped pack: each is told by name, at its line and column.</summary>
public class SeededMistakeTests
{
    private const int Wanted = 200;

    [Test]
    public void Each_of_200_mistakes_is_named_where_it_stands()
    {
        var rules = RulesFolder.Bundled();
        var missed = new List<string>();
        var made = 0;
        foreach (var mistake in PackMistake.Of(rules, Wanted))
        {
            made++;
            var place = new SourceText(mistake.File, mistake.Text).At(mistake.Offset);
            var flaws = RulesFolder.Lint(new Dictionary<string, string>(rules) { [mistake.File] = mistake.Text });
            if (!flaws.Any(flaw => mistake.Flaw.Split('|').Contains(flaw.Name) && flaw.Place == place))
            {
                missed.Add($"{mistake.What}: {mistake.Flaw} at {place}; told: "
                    + string.Join("; ", flaws.Where(flaw => flaw.Severity == Severity.Error).Take(3)));
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That(made, Is.EqualTo(Wanted));
            Assert.That(missed, Is.Empty, string.Join("\n", missed));
        });
    }
}
