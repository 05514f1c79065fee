using CreditScoring.Draws;
using NUnit.Framework;

namespace CreditScoring.Tests.Draws;

/// <summary>Who is drawn is settled by seed, stratum and id, and by nothing else.</summary>
public class LotsTests
{
    private static readonly DrawRule Rule = Given.Rule(null, ("D", "0.3"), ("A", "0.05"));
    private static readonly Listed[] Objects = [.. Given.Objects("D", 40), .. Given.Objects("A", 60)];
    private static readonly SamplingPlan Plan = Given.Plan(Rule, 40, 60);

    [Test]
    public void Those_with_the_smallest_ranks_are_drawn_and_the_next_are_reserves()
    {
        var lots = Draw(Given.Seed(7), Objects);
        var ranked = Objects.Where(each => each.Stratum == "D").OrderBy(each => $"{Given.Seed(7).Rank("D", each.Id)}", StringComparer.Ordinal)
            .Select(each => each.Id).ToArray();
        Assert.That(lots.Drawn().Select(lot => lot.Object.Id).Take(12), Is.EqualTo(ranked[..12]));
        Assert.That(lots.Reserves().Select(lot => lot.Object.Id).Take(2), Is.EqualTo(ranked[12..14]));
        Assert.That(lots.Drawn(), Has.Count.EqualTo(12 + 3));
    }

    [Test]
    public void The_order_in_which_they_come_is_of_no_account([Range(1, 5)] int seed)
    {
        var shuffled = Objects.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.That(Draw(Given.Seed(seed), shuffled).Drawn(), Is.EqualTo(Draw(Given.Seed(seed), Objects).Drawn()));
    }

    [Test]
    public void More_objects_of_another_stratum_change_nothing()
    {
        var more = Draw(Given.Seed(3), [.. Objects, .. Given.Objects("A", 90).Skip(60)]);
        Assert.That(more.Drawn().Take(12), Is.EqualTo(Draw(Given.Seed(3), Objects).Drawn().Take(12)));
    }

    [Test]
    public void The_rank_is_HMAC_of_parts_behind_their_lengths()
    {
        var seed = Given.Seed(1);
        static byte[] Part(string text) => [0, 0, 0, 0, 0, 0, 0, (byte)text.Length, .. System.Text.Encoding.UTF8.GetBytes(text)];
        byte[] parts = [.. Part("rank"), .. Part("D"), .. Part("D001")];
        var rank = System.Security.Cryptography.HMACSHA256.HashData(seed.Value.ToArray(), parts);
        Assert.That($"{seed.Rank("D", "D001")}", Is.EqualTo(Convert.ToHexStringLower(rank)));
        Assert.That(seed.Rank("D0", "01"), Is.Not.EqualTo(seed.Rank("D", "001")), "where a part ends is a part of it");
    }

    /// <summary>
    /// Of n drawn of N the squares of what deviates, over their variance and the factor of drawing without
    /// replacement, are distributed as chi-square with N - 1 degrees of freedom.
    /// </summary>
    [TestCase("D", 40, 12)]
    [TestCase("A", 60, 3)]
    public void Everyone_can_be_drawn_and_nobody_more_often_than_by_chance(string stratum, int all, int drawn)
    {
        var counts = Objects.Where(each => each.Stratum == stratum).ToDictionary(each => each.Id, _ => 0);
        for (var number = 0; number < Given.Draws; number++)
        {
            foreach (var lot in Draw(Given.Seed(number), Objects).Drawn().Where(lot => lot.Object.Stratum == stratum))
            {
                counts[lot.Object.Id]++;
            }
        }

        var (share, freedom) = ((double)drawn / all, all - 1);
        var expected = Given.Draws * share;
        var chi = counts.Values.Sum(count => Math.Pow(count - expected, 2)) / (expected * (1 - share)) * freedom / all;
        TestContext.Out.WriteLine($"{Given.Draws} draws, {stratum}: chi-square {chi:0.0} of {freedom} degrees, least {counts.Values.Min()}, most {counts.Values.Max()}");
        Assert.That(counts.Values.Min(), Is.Positive);
        Assert.That(chi, Is.EqualTo(freedom).Within(4 * Math.Sqrt(2 * freedom)));
    }

    private static Lots Draw(DrawSeed seed, IEnumerable<Listed> objects)
    {
        var lots = new Lots(seed, Plan.Strata);
        foreach (var listed in objects)
        {
            lots.Add(listed);
        }

        return lots;
    }
}
