using CreditScoring.Enterprises;
using NUnit.Framework;

namespace CreditScoring.Tests.Enterprises;

public class RegionTests
{
    [TestCase("44", "440000")]
    [TestCase("4419", "441900")]
    [TestCase("441900", "441900")]
    [TestCase("440000", "440000")]
    [TestCase("440305", "440305")]
    public void A_region_is_written_with_six_digits(string text, string code) =>
        Assert.That(Parse(text).Code, Is.EqualTo(code));

    [TestCase("44", "441900", true)]
    [TestCase("440000", "441900", true)]
    [TestCase("4403", "440305", true)]
    [TestCase("440300", "440305", true)]
    [TestCase("440305", "440305", true)]
    [TestCase("440305", "440300", false)]
    [TestCase("44", "450100", false)]
    [TestCase("4403", "441900", false)]
    public void A_region_contains_what_lies_in_it(string outer, string inner, bool contains) =>
        Assert.That(Parse(outer).Contains(Parse(inner)), Is.EqualTo(contains));

    [TestCase("4", "'4' is not a region code of 2, 4 or 6 digits")]
    [TestCase("44190", "'44190' is not a region code of 2, 4 or 6 digits")]
    [TestCase("4419001", "'4419001' is not a region code of 2, 4 or 6 digits")]
    [TestCase("44a900", "'44a900' is not a region code of 2, 4 or 6 digits")]
    [TestCase("４４", "'４４' is not a region code of 2, 4 or 6 digits")]
    [TestCase("990000", "no province has the code '99' (GB/T 2260)")]
    public void What_is_no_region_is_refused_in_a_sentence(string text, string sentence)
    {
        Assert.That(Region.TryParse(text, out var region, out var flaw), Is.False);
        Assert.That(region, Is.Null);
        Assert.That(flaw!.Value.En, Is.EqualTo(sentence));
    }

    private static Region Parse(string text) =>
        Region.TryParse(text, out var region, out var flaw) ? region!
            : throw new AssertionException(flaw!.Value.En);
}
