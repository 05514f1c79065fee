using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Intake;

[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class OutcomeTests(On on) : ServiceTest(on)
{
    [Test]
    public async Task An_event_gives_points_and_a_tier()
    {
        Assert.That(await Service.SendAsync(Sent.Failed("e1", "2025-07-01")),
            Is.EqualTo(new[] { "accepted" }));
        var standing = await Service.StandingAsync();
        Assert.Multiple(() =>
        {
            Assert.That((string?)standing["tier"], Is.EqualTo("C"));
            Assert.That((int)standing["points"]!, Is.EqualTo(6));
            Assert.That((string?)standing["changesOn"], Is.EqualTo("2027-07-02"));
            Assert.That((int)standing["revision"]!, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task The_same_event_again_is_a_duplicate_and_counts_once()
    {
        var outcomes = await Service.SendAsync(Sent.Failed("e1", "2025-07-01"), Sent.Failed("e1", "2025-07-01"));
        var later = await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Assert.That(outcomes.Concat(later), Is.EqualTo(new[] { "accepted", "duplicate", "duplicate" }));
        Assert.That((int)(await Service.StandingAsync())["points"]!, Is.EqualTo(6));
    }

    [Test]
    public async Task A_known_id_with_other_content_is_a_conflict_and_changes_nothing()
    {
        var outcomes = await Service.SendAsync(
            Sent.Failed("e1", "2025-07-01"), Sent.Failed("e1", "2025-07-02"));
        var later = await Service.SendAsync(Sent.Failed("e1", "2025-07-03"));
        Assert.That(outcomes.Concat(later), Is.EqualTo(new[] { "accepted", "conflict", "conflict" }));
        var quarantine = (await Service.GetAsync("/v1/quarantine"))["items"]!.AsArray();
        Assert.That(quarantine.Select(each => (string)each!["reason"]!), Is.EqualTo(new[] { "id-taken", "id-taken" }));
        Assert.That((string?)(await Service.StandingAsync())["entries"]![0]!["from"], Is.EqualTo("2025-07-01"));
    }

    private static readonly TestCaseData[] Bad =
    [
        new TestCaseData(Sent.Failed("b", "2025-08-01"), "day-in-future").SetArgDisplayNames("a day in the future"),
        new TestCaseData(Sent.Failed("b", "2025-07-01").With("kind", "sampling"), "unknown-kind")
            .SetArgDisplayNames("an unknown kind"),
        new TestCaseData(Sent.Failed("b", "2025-07-01", "91350100M000100Y4Z"), "subject-invalid")
            .SetArgDisplayNames("a failing code"),
        new TestCaseData(Sent.Failed("b", "2025-07-01").With("wat", 1), "unknown-property")
            .SetArgDisplayNames("an unknown property"),
        new TestCaseData(Sent.Annulled("b", "e1", "2025-07-02", "stranger"), "may-not-mend")
            .SetArgDisplayNames("a stranger's annulment"),
    ];

    [TestCaseSource(nameof(Bad))]
    public async Task A_bad_event_is_quarantined_with_its_place_and_its_neighbours_are_untouched(
        JsonObject bad, string flaw)
    {
        var answers = await Service.SendForAnswersAsync(
            Sent.Failed("e1", "2025-07-01"), bad.DeepClone(), Sent.Failed("e2", "2025-07-02"));
        Assert.That(answers.Select(each => (string)each!["outcome"]!),
            Is.EqualTo(new[] { "accepted", "quarantined", "accepted" }));
        var said = answers[1]!["flaws"]![0]!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)said["flaw"], Is.EqualTo(flaw));
            Assert.That((int)said["column"]!, Is.GreaterThan(1));
            Assert.That((string?)said["mend"]!["zh"], Is.Not.Empty);
        });
        Assert.That(await Service.TierAsync(), Is.EqualTo("D"));
        var kept = (await Service.GetAsync("/v1/quarantine"))["items"]![0]!;
        Assert.That((string?)kept["text"], Is.EqualTo(bad.ToJsonString()));
    }

    [Test]
    public async Task The_same_bad_event_is_kept_in_quarantine_once()
    {
        await Service.SendAsync(Sent.Failed("b", "2025-08-01"));
        await Service.SendAsync(Sent.Failed("b", "2025-08-01"), Sent.Failed("b", "2025-08-01"));
        Assert.That((await Service.GetAsync("/v1/quarantine"))["items"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_event_from_the_future_is_taken_when_its_day_has_come()
    {
        await Service.SendAsync(Sent.Failed("b", "2025-08-01"));
        Clock.Turn("2025-08-01");
        Assert.That(await Service.SendAsync(Sent.Failed("b", "2025-08-01")), Is.EqualTo(new[] { "accepted" }));
    }
}
