using CreditScoring.Draws;
using NUnit.Framework;

namespace CreditScoring.Tests.Draws;

/// <summary>Who goes where: by chance, as evenly as can be, and never where he must not.</summary>
public class DealTests
{
    private static readonly DrawRule Rule = Given.Rule(null, ("D", "1"));

    [Test]
    public void Loads_differ_by_one_at_the_most_where_nobody_has_to_avoid_anybody([Values(2, 3, 7, 10)] int inspectors)
    {
        var register = Given.Inspectors(inspectors);
        for (var number = 0; number < Given.Draws; number++)
        {
            var pairs = Deal(number, Given.Objects("D", 1 + number % 30), register);
            Assert.That(pairs.All(pair => pair.Distinct().Count() == 2));
            Assert.That(Spread(pairs, register), Is.LessThanOrEqualTo(1));
        }
    }

    /// <summary>The inspectors of one object of a draw are one of all pairs, each as likely.</summary>
    [TestCase(0)]
    [TestCase(5)]
    [TestCase(11)]
    public void No_pair_comes_more_often_than_by_chance(int place)
    {
        var register = Given.Inspectors(8);
        var counts = new Dictionary<string, int>();
        for (var number = 0; number < Given.Draws; number++)
        {
            var pair = string.Join('+', Deal(number, Given.Objects("D", 12), register)[place].Order());
            counts[pair] = counts.GetValueOrDefault(pair) + 1;
        }

        const int Pairs = 28, Freedom = Pairs - 1;
        var expected = (double)Given.Draws / Pairs;
        var chi = (counts.Values.Sum(count => Math.Pow(count - expected, 2)) + ((Pairs - counts.Count) * expected * expected)) / expected;
        TestContext.Out.WriteLine($"{Given.Draws} draws, object {place}: chi-square {chi:0.0} of {Freedom} degrees");
        Assert.That(chi, Is.EqualTo(Freedom).Within(4 * Math.Sqrt(2 * Freedom)));
    }

    /// <summary>Two who have the same to avoid are as likely, also after burdens were passed on.</summary>
    [Test]
    public void Passing_burdens_on_favours_nobody()
    {
        var register = Given.Register("i1\t\t\t\t\tD001,D002,D003,D004", "i2\t\t\t\t\tD001,D002,D003,D004", "i3", "i4", "i5");
        var first = 0;
        for (var number = 0; number < Given.Draws; number++)
        {
            var loads = Deal(number, Given.Objects("D", 6), register).SelectMany(pair => pair).CountBy(id => id).ToDictionary();
            first += loads.GetValueOrDefault("i1") - loads.GetValueOrDefault("i2");
        }

        Assert.That(first, Is.EqualTo(0).Within(4 * Math.Sqrt(Given.Draws)));
    }

    [Test]
    public void Avoidance_absence_qualification_and_region_are_never_broken_and_loads_are_within_one_where_that_can_be()
    {
        var (levelled, alone) = (0, 0);
        for (var number = 0; number < Given.Draws; number++)
        {
            var random = new Random(number);
            var objects = Objects(random, 12);
            var register = Given.Register(Enumerable.Range(1, 7).Select(each => Inspector(random, each, 12)));
            var rule = Rule with { Regions = (Regions)(number % 2) };
            var pairs = Deal(number, objects, register, rule);
            foreach (var (listed, pair) in Drawn(number, objects).Zip(pairs))
            {
                var may = register.All.Where(each => May(each.Line.Split('\t'), listed.Object, rule.Regions)).Select(each => each.Id).ToArray();
                Assert.That(pair.Count, Is.EqualTo(may.Length < 2 ? 0 : 2));
                Assert.That(pair.Except(may), Is.Empty);
                Assert.That(pair, Is.Unique);
                alone += pair.Count == 0 ? 1 : 0;
            }

            var least = Evenness.Least(Drawn(number, objects).Select(lot => lot.Object).ToArray(), register, rule);
            Assert.That(Evenness.Squares(pairs, register), Is.EqualTo(least), $"draw {number}: a more even deal there is");
            levelled++;
        }

        TestContext.Out.WriteLine($"{levelled} deals as even as can be; {alone} objects with too few to go to");
        Assert.That(alone, Is.Positive);
    }

    [Test]
    public void An_object_to_which_nobody_may_go_has_nobody_and_says_so()
    {
        var pairs = Deal(1, Given.Objects("D", 3, "锅炉"), Given.Register("i1\t\t\t锅炉", "i2"));
        Assert.That(pairs, Is.All.Empty);
    }

    [Test]
    public void Who_is_absent_on_all_days_of_the_visits_is_not_dealt_and_who_is_for_some_of_them_is()
    {
        var register = Given.Register(
            "i1\t\t\t\t2020-08-01/2020-09-30", "i2\t\t\t\t2020-08-02/2020-09-30", "i3\t\t\t\t2020-07-01/2020-10-31", "i4");
        Assert.That(Deal(1, Given.Objects("D", 5), register).SelectMany(pair => pair).Distinct().Order(), Is.EqualTo(new[] { "i2", "i4" }));
    }

    [TestCase("41", true)]
    [TestCase("4101", true)]
    [TestCase("410000", true)]
    [TestCase("410100", true)]
    [TestCase("", true, Description = "he has no region")]
    [TestCase("410102", false, Description = "narrower than the object's")]
    [TestCase("44", false)]
    public void An_inspector_of_a_region_around_the_object_may_go(string region, bool may)
    {
        var inspector = Given.Register($"i1\t\t{region}").All[0];
        Assert.That(inspector.MayGoTo(Given.Objects("D", 1).Single(), Regions.Around), Is.EqualTo(may));
        Assert.That(inspector.MayGoTo(Given.Objects("D", 1).Single(), Regions.Any), Is.True);
    }

    [TestCase("i1\ni1", "listed-twice")]
    [TestCase("i1\t\t\t\t2020-08-01", "line-invalid")]
    [TestCase("i1\t\t\t\t2020-08-02/2020-08-01", "line-invalid")]
    [TestCase("i1\t\t\t\t2020-02-30/2020-03-01", "line-invalid")]
    [TestCase("张 三", "line-invalid")]
    [TestCase("i1\t\t99", "line-invalid")]
    [TestCase("i1\t\t\t\t\t\t", "columns-differ")]
    public void A_flaw_of_the_register_is_told(string text, string name)
    {
        var flaws = new List<CreditScoring.Documents.Flaw>();
        Assert.That(InspectorRegister.Freeze("inspectors.txt", text.Split('\n'), flaws), Is.Null);
        Assert.That(flaws.Select(flaw => flaw.Name), Is.EqualTo(new[] { name }));
    }

    /// <summary>The declared filters once more, by the fields as they are written.</summary>
    private static bool May(string[] person, Listed listed, Regions regions) =>
        !person[5].Split(',').Contains(listed.Id) && !person[4].Contains("2020-07-01", StringComparison.Ordinal)
        && (listed.Needs.Length == 0 || person[3].Contains(listed.Needs, StringComparison.Ordinal))
        && (regions == Regions.Any || listed.Region.StartsWith(person[2], StringComparison.Ordinal));

    private static Listed[] Objects(Random random, int count) =>
    [
        .. Given.Objects("D", count).Select(each => each with
        {
            Region = random.Next(3) == 0 ? "440100" : "410100", Needs = random.Next(4) == 0 ? "食品" : "",
        }),
    ];

    private static string Inspector(Random random, int number, int objects) => string.Join('\t',
        $"i{number}", "", random.Next(3) switch { 0 => "41", 1 => "44", _ => "" }, random.Next(2) == 0 ? "食品" : "",
        random.Next(9) == 0 ? "2020-07-01/2020-12-31" : "",
        string.Join(',', Enumerable.Range(1, objects).Where(_ => random.Next(3) == 0).Select(each => $"D{each:000}")));

    private static IReadOnlyList<Lot> Drawn(int number, IEnumerable<Listed> objects)
    {
        var all = objects.ToArray();
        var lots = new Lots(Given.Seed(number), Given.Plan(Rule, all.Length).Strata);
        Array.ForEach(all, lots.Add);
        return lots.Drawn();
    }

    private static IReadOnlyList<IReadOnlyList<string>> Deal(
        int number, IEnumerable<Listed> objects, InspectorRegister register, DrawRule? rule = null) =>
        CreditScoring.Draws.Deal.Of(Given.Seed(number), Drawn(number, objects), register, rule ?? Rule, Given.Visits);

    private static int Spread(IReadOnlyList<IReadOnlyList<string>> pairs, InspectorRegister register)
    {
        var loads = pairs.SelectMany(pair => pair).CountBy(id => id).ToDictionary();
        var all = register.All.Select(each => loads.GetValueOrDefault(each.Id)).ToArray();
        return all.Max() - all.Min();
    }
}
