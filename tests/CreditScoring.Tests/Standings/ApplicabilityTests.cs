using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Standings;
using NUnit.Framework;

namespace CreditScoring.Tests.Standings;

/// <summary>Who stands in a regime by its profiles stands in it by the walk, on each day.</summary>
public sealed class ApplicabilityTests
{
    private static readonly RuleBook Book =
        RuleBookReader.Read(RuleFolder.Read(RuleFolder.BesideTheBinaries)).Book!;

    private static readonly string[] Regions = ["410100", "440104", "440105", "640100", "330100"];

    [Test]
    public void A_subject_that_moves_stands_where_the_walk_has_it_stand()
    {
        var random = new Random(7);
        var found = new Dictionary<(string Regime, bool Applies), int>();
        for (var number = 0; number < 300; number++)
        {
            var file = Moving(random, number);
            for (var asked = 0; asked < 4; asked++)
            {
                var on = new DateOnly(2022, 1, 1).AddDays(random.Next(1800));
                var whole = Assessor.Assess(file, Book, on).Standings.Select(each => each.Regime).ToHashSet();
                var open = new OpenFile(file with { Events = [.. file.Events.Take(2)] }, Book);
                _ = open.Judge(on);
                open.Add([.. file.Events.Skip(2)]);
                var kept = open.Judge(on).Select(each => each.Standing.Regime).ToHashSet();
                foreach (var regime in Book.Regimes.Where(each => each.Concerns(file.Subject)))
                {
                    var walked = Judge.Of(file, regime, on).Standing.Applies;
                    var what = $"file {number} in {regime.Name} on {on:yyyy-MM-dd}";
                    Assert.That(whole.Contains(regime.Name), Is.EqualTo(walked), what);
                    Assert.That(kept.Contains(regime.Name), Is.EqualTo(walked), what);
                    found[(regime.Name, walked)] = found.GetValueOrDefault((regime.Name, walked)) + 1;
                }
            }
        }

        foreach (var regime in new[] { "cn-ha/sampling-share", "cn-nx/credit-risk-class", "cn-gd-yuexiu/sampling-share" })
        {
            Assert.That(
                (found.GetValueOrDefault((regime, true)), found.GetValueOrDefault((regime, false))),
                Is.GreaterThan((20, 20)), regime);
        }
    }

    /// <summary>Profiles of some days, one of them perhaps taken back, among other events.</summary>
    private static CreditFile Moving(Random random, int number)
    {
        var subject = new Subject("operator", "91330100MADGFK2D0C");
        var (reader, lines) = (new EventReader(Book.Catalogue), new List<string>());
        for (var each = 0; each < 1 + random.Next(3); each++)
        {
            var region = Regions[random.Next(Regions.Length)];
            var fields = random.Next(4) == 0 ? "\"name\":\"某厂\"" : $"\"registeredIn\":\"{region}\"";
            lines.Add(Event($"p{each}", "profile", random, $"\"data\":{{{fields}}}"));
        }

        if (random.Next(3) == 0)
        {
            lines.Add(Event("m", "annulled", random, "\"actsOn\":\"p0\""));
        }

        lines.Add(Event("s", "sampling-result", random, "\"data\":{\"result\":\"failed\",\"productCategory\":\"电线\"}"));
        var read = lines.Select(line => reader.Read(new SourceText("moving", line))).ToList();
        Assert.That(read.SelectMany(each => each.Flaws.Where(flaw => flaw.Severity == Severity.Error)), Is.Empty);
        return new CreditFile(subject, [.. read.Select(each => each.Event!).OrderBy(_ => random.Next())]);
    }

    private static string Event(string id, string kind, Random random, string rest) =>
        $"{{\"id\":\"{id}\",\"source\":\"samr-330100\",\"kind\":\"{kind}\",\"region\":\"330100\","
        + (kind == "annulled" ? "" : "\"subject\":{\"kind\":\"operator\",\"id\":\"91330100MADGFK2D0C\"},")
        + $"\"occurredOn\":\"{new DateOnly(2022, 1, 1).AddDays(random.Next(1500)):yyyy-MM-dd}\",{rest}}}";
}
