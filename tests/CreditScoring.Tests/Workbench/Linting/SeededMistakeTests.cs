using CreditScoring.Documents;
using NUnit.Framework;

namespace CreditScoring.Tests.Workbench.Linting;

/// <summary>Two hundred mistakes in the shipped packs: each is told by name, at its line and column.</summary>
public class SeededMistakeTests
{
    private const int Wanted = 200;

    private const string Odd = "{}[]\",:0.()\\\u0000\uD800 ";

    [Test]
    public void Each_of_200_mistakes_is_named_where_it_stands()
    {
        var rules = RulesFolder.Bundled();
        var missed = new List<string>();
        var (kinds, regimes) = (new HashSet<string>(), new HashSet<string>());
        var made = 0;
        foreach (var mistake in PackMistake.Of(rules, Wanted))
        {
            made++;
            var place = new SourceText(mistake.File, mistake.Text).At(mistake.Offset);
            var flaws = RulesFolder.Lint(Around(mistake, rules));
            kinds.Add(mistake.What);
            regimes.Add(mistake.Regime);
            if (!flaws.Any(flaw => mistake.Flaw.Split('|').Contains(flaw.Name) && flaw.Place == place))
            {
                missed.Add($"{mistake.What}: {mistake.Flaw} at {place}; told: "
                    + string.Join("; ", flaws.Where(flaw => flaw.Severity == Severity.Error).Take(3)));
            }
        }

        TestContext.Out.WriteLine($"{made} mistakes of {kinds.Count} kinds in {regimes.Count} regimes");
        Assert.Multiple(() =>
        {
            Assert.That(made, Is.EqualTo(Wanted));
            Assert.That(kinds, Has.Count.GreaterThanOrEqualTo(32));
            Assert.That(regimes, Has.Count.GreaterThanOrEqualTo(9));
            Assert.That(missed, Is.Empty, string.Join("\n", missed));
        });
    }

    /// <summary>The rules with the mistake in them, as far as its regime reads them.</summary>
    private static Dictionary<string, string> Around(PackMistake mistake, Dictionary<string, string> rules) =>
        Around(mistake.Regime, mistake.File, mistake.Text, rules);

    private static Dictionary<string, string> Around(string regime, string file, string text, Dictionary<string, string> rules) =>
        new(rules.Where(each => new[] { "events/", "calendars/", regime + "/" }.Any(
            folder => each.Key.StartsWith(folder, StringComparison.Ordinal)))) { [file] = text };

    [Test]
    public void Damage_of_any_kind_is_told_and_never_thrown([Range(1, 6)] int seed)
    {
        var rules = RulesFolder.Bundled();
        var files = rules.Keys.Where(file => file.StartsWith("cn", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        var random = new Random(seed);
        for (var i = 0; i < 25; i++)
        {
            var file = files[random.Next(files.Length)];
            var text = rules[file];
            var at = random.Next(text.Length);
            var damaged = random.Next(4) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at)),
                1 => text.Insert(at, Odd[random.Next(Odd.Length)].ToString()),
                2 => text[..at],
                _ => text.Insert(at, text.Substring(random.Next(text.Length / 2), 30)),
            };
            Assert.DoesNotThrow(() => RulesFolder.Lint(Around(string.Join('/', file.Split('/')[..2]), file, damaged, rules)), $"{file} at {at}");
        }
    }
}
