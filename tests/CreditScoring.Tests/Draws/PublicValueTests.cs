using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;
using NUnit.Framework;

namespace CreditScoring.Tests.Draws;

/// <summary>Recorded rounds of drand, and the one way in which other public values are written.</summary>
public class PublicValueTests
{
    private static readonly DrawRule Rule = Given.Rule(null, ("D", "0.5"));

    [TestCase("default", 1000, "2020-07-23T07:37:00+08:00")]
    [TestCase("quicknet", 657413, "2023-09-15T19:00:03+08:00")]
    [TestCase("default", 1, "2020-07-22T23:17:30+08:00")]
    public void A_round_has_its_time(string chain, long round, string at) =>
        Assert.That(AnnouncementJson.Written(DrandChain.Find(chain)!.TimeOf(round)), Is.EqualTo(at));

    [TestCase("2023-09-15T19:00:03+08:00", 657414, Description = "at the very instant it is known")]
    [TestCase("2023-09-15T19:00:02+08:00", 657413)]
    [TestCase("2023-09-15T19:00:05+08:00", 657414)]
    [TestCase("2020-01-01T00:00:00+08:00", 1)]
    public void The_first_round_after_an_instant_is_one_that_nobody_knew_then(string instant, long round)
    {
        var chain = DrandChain.Find("quicknet")!;
        var after = AnnouncementJson.InstantOf(instant)!.Value;
        Assert.That(chain.FirstAfter(after), Is.EqualTo(round));
        Assert.That(chain.TimeOf(round), Is.GreaterThan(after));
    }

    [Test]
    public void Both_recorded_rounds_hold()
    {
        Assert.That(Failed(Given.Default1000, Given.Round1000), Is.Empty);
        var late = Given.Draw(Rule, Given.Objects("D", 9), null, PublicSource.Drand(DrandChain.Find("quicknet")!, 657413), Given.Round657413);
        Assert.That(late.Failed(), Is.Empty);
    }

    [Test]
    public void A_signature_a_value_or_a_link_that_is_another_does_not_hold()
    {
        var round = Given.Round1000;
        Assert.Multiple(() =>
        {
            Assert.That(Failed(Given.Default1000, round with { Signature = round.Previous }), Is.EqualTo(new[] { "round-hash", "round-link" }));
            Assert.That(Failed(Given.Default1000, round with { Value = Given.Round657413.Value }), Is.EqualTo(new[] { "round-hash" }));
            Assert.That(Failed(Given.Default1000, round with { Previous = null }), Is.EqualTo(new[] { "round-link" }));
            Assert.That(Failed(Given.Default1000, round with { Previous = round.Signature }), Is.EqualTo(new[] { "round-link" }));
            Assert.That(Failed(Given.Default1000, round with { Signature = null }), Is.EqualTo(new[] { "round-hash" }));
            Assert.That(Failed(Given.Default1000, Given.Round657413), Is.EqualTo(new[] { "round-hash", "round-link" }));
        });
    }

    /// <summary>Which round it is was named beforehand, with its time: another one is another announcement.</summary>
    [Test]
    public void Another_round_than_the_one_that_was_named_does_not_hold()
    {
        var draw = Given.Draw(Rule, Given.Objects("D", 9), null, Given.Default1000, Given.Round1000);
        var named = PublicSource.Drand(DrandChain.Find("default")!, 1001);
        var wrong = draw.Proof with { Announced = draw.Proof.Announced with { Public = named } };
        var failed = draw.Verified(System.Text.Encoding.UTF8.GetBytes(wrong.Text)).Where(check => check.Outcome == CheckOutcome.Failed);
        Assert.That(failed.Select(check => check.Name), Does.Contain("commit").And.Contain("seed"));
        var written = draw.Proof.Text.Replace("\"round\": 1000", "\"round\": 1001", StringComparison.Ordinal);
        Assert.That(draw.Verified(System.Text.Encoding.UTF8.GetBytes(written))[0].What.En, Does.Contain("its time is not the time of that round"));
    }

    [Test]
    public void A_value_that_was_there_before_the_publication_does_not_hold()
    {
        var draw = Given.Draw(Rule, Given.Objects("D", 9), null, Given.Default1000, Given.Round1000);
        var late = draw.Proof.Announced with { Published = Given.Default1000.At!.Value };
        var checks = draw.Verified(System.Text.Encoding.UTF8.GetBytes((draw.Proof with { Announced = late }).Text));
        Assert.That(checks.Single(check => check.Name == "time").Outcome, Is.EqualTo(CheckOutcome.Failed));
    }

    [TestCase(PublicKind.Lottery, 3, "3 8 12", true)]
    [TestCase(PublicKind.Lottery, 3, "8 8 12", true, Description = "a red and a blue one may be the same")]
    [TestCase(PublicKind.Lottery, 3, "8 3 12", false, Description = "in one order only")]
    [TestCase(PublicKind.Lottery, 3, "3 08 12", false)]
    [TestCase(PublicKind.Lottery, 3, "3 8", false)]
    [TestCase(PublicKind.Lottery, 3, "3  8 12", false)]
    [TestCase(PublicKind.Index, 2, "3123.45", true)]
    [TestCase(PublicKind.Index, 2, "3123.4", false)]
    [TestCase(PublicKind.Index, 2, "03123.45", false)]
    [TestCase(PublicKind.Index, 0, "3123", true)]
    [TestCase(PublicKind.Index, 0, "3123.0", false)]
    [TestCase(PublicKind.Typed, null, "4 1 6 2", true)]
    [TestCase(PublicKind.Typed, null, "4 1 6 2 ", false)]
    [TestCase(PublicKind.Typed, null, "", false)]
    public void A_value_is_written_in_one_way(PublicKind kind, int? numbers, string value, bool sound)
    {
        var source = new PublicSource(kind, "公开值", null, null, numbers, Given.Default1000.At);
        Assert.That(source.FlawOfTerms, Is.Null);
        Assert.That(source.FlawOf(value) is null, Is.EqualTo(sound));
        Assert.That(Failed(source, new PublicValue(value, null, null)), sound ? Is.Empty : Is.EqualTo(new[] { "public-value" }));
    }

    [TestCase(PublicKind.Lottery, "某期", null)]
    [TestCase(PublicKind.Lottery, null, 7)]
    [TestCase(PublicKind.Lottery, "某期", 0)]
    [TestCase(PublicKind.Index, "某指数", 7)]
    [TestCase(PublicKind.Typed, "骰子", 3)]
    [TestCase(PublicKind.Drand, null, null)]
    [TestCase(PublicKind.None, "无", null)]
    public void A_value_that_is_not_named_clearly_is_refused_beforehand(PublicKind kind, string? name, int? numbers) =>
        Assert.That(new PublicSource(kind, name, null, null, numbers, Given.Default1000.At).FlawOfTerms, Is.Not.Null);

    private static IEnumerable<string> Failed(PublicSource source, PublicValue value) =>
        Given.Draw(Rule, Given.Objects("D", 9), null, source, value).Failed();
}
