using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Service.Corrections;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>Which corrections the form offers for an event of the shipped catalogue.</summary>
public class CorrectionKindTests
{
    private EventCatalogue catalogue = null!;

    [OneTimeSetUp]
    public void Read()
    {
        var files = RuleFolder.Read(Path.Combine(AppContext.BaseDirectory, "rules"))
            .Where(each => each.File.StartsWith("events/", StringComparison.Ordinal)).ToList();
        Assert.That(CatalogueReader.TryRead(files, out var read, out var flaws), Is.True, string.Join('\n', flaws));
        catalogue = read!;
    }

    [TestCase("complaint", "annulled amended")]
    [TestCase("profile", "annulled amended")]
    [TestCase("penalty", "annulled amended suspended corrected repair-request objection shielded")]
    [TestCase("list-entry", "annulled amended suspended corrected repair-request objection shielded")]
    [TestCase("sampling-result", "annulled amended corrected repair-request objection")]
    [TestCase("repair-request", "annulled amended request-taken repair-decision")]
    [TestCase("objection", "annulled amended objection-answered")]
    [TestCase("repair-decision", "annulled amended repair-revoked")]
    [TestCase("annulled", "annulled amended")]
    public void An_event_is_offered_what_it_can_have_and_nothing_else(string kind, string offered)
    {
        var target = new RegulatoryEvent(new EventId("bureau", "e1"), catalogue.Kind(kind)!, new DateOnly(2025, 7, 1));
        Assert.That(
            CorrectionKinds.For(catalogue, target, [target]).Select(each => each.Name),
            Is.EquivalentTo(offered.Split(' ')));
    }

    [Test]
    public void Which_events_a_kind_is_offered_for_is_said_by_the_catalogue_and_by_nothing_else()
    {
        var kinds = new SourceText("events/kinds.json", """
            { "kinds": [ { "kind": "fine", "zh": "罚款", "en": "fine", "fields": [] },
              { "kind": "visit", "zh": "检查", "en": "visit", "fields": [] },
              { "kind": "objection", "zh": "异议", "en": "objection", "mends": true, "offeredFor": [ "fine" ], "fields": [] },
              { "kind": "answer", "zh": "答复", "en": "answer", "mends": true, "offeredFor": [ "objection" ], "fields": [] },
              { "kind": "remark", "zh": "备注", "en": "remark", "mends": true, "fields": [] } ] }
            """);
        Assert.That(CatalogueReader.TryRead([kinds], out var read, out var flaws), Is.True, string.Join('\n', flaws));
        Assert.That(Offered("fine"), Is.EqualTo("objection remark"));
        Assert.That(Offered("visit"), Is.EqualTo("remark"), "left out: any that does not mend");
        Assert.That(Offered("objection"), Is.EqualTo("answer"));

        string Offered(string kind)
        {
            var target = new RegulatoryEvent(new EventId("bureau", "e1"), read!.Kind(kind)!, new DateOnly(2025, 7, 1));
            return string.Join(' ', CorrectionKinds.For(read!, target, [target]).Select(each => each.Name));
        }
    }
}
