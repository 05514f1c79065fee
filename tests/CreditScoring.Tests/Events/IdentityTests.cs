using CreditScoring.Documents;
using CreditScoring.Events;
using NUnit.Framework;

namespace CreditScoring.Tests.Events;

/// <summary>What tells events, sources and subjects apart is what a person sees.</summary>
public class IdentityTests
{
    private static readonly string[] Unseen =
    [
        "\u200B", "\uFEFF", "\u00AD", "\u200E", "\u2060", "\uFE0F", "\U000E0101", "\u3164", "\u2800", "\u00A0",
        "\u3000", "\uE000", "\u0378", "\u2028", "\u180E",
    ];

    [TestCaseSource(nameof(Unseen))]
    public void A_character_that_nobody_sees_is_refused_in_an_id(string unseen)
    {
        foreach (var id in new[] { $"粤1{unseen}", $"{unseen}粤1", $"粤{unseen}1" })
        {
            var flaw = EventText.FlawAt($$"""{ "id": «"{{id}}", "source": "s", "kind": "penalty", "occurredOn": "2025-03-01"{{EventText.Operator}}, "data": { "kinds": [ "fine" ] } }""");
            Assert.That(flaw.Name, Is.EqualTo("text-damaged"));
            Assert.That(flaw.What.Zh, Does.Contain("看不见").And.Contain("U+"));
            Assert.That(flaw.Mend.En, Does.Contain("remove it"));
        }
    }

    [TestCase("""{ "id": "e", "source": «"s​", "kind": "annulled", "occurredOn": "2025-03-01", "actsOn": "x" }""")]
    [TestCase("""{ "id": "e", "source": "s", "kind": "annulled", "occurredOn": "2025-03-01", "actsOn": «"x​" }""")]
    [TestCase("""{ "id": "e", "source": "s", "kind": "annulled", "occurredOn": "2025-03-01", "actsOn": { "source": «"gd­", "id": "x" } }""")]
    [TestCase("""{ "id": "e", "source": "s", "kind": "penalty", "subject": { "kind": "product", "id": «"91350100M000100Y43/插座​" }, "occurredOn": "2025-03-01", "data": { "kinds": [ "fine" ] } }""")]
    [TestCase("""{ "id": "e", "source": "s", "kind": "penalty", "subject": { "kind": "operator", "id": "91350100M000100Y43" }, "occurredOn": "2025-03-01", "document": «"粤市监罚〔2024〕17​号", "data": { "kinds": [ "fine" ] } }""")]
    [TestCase("""{ "id": "e", "source": "s", "kind": "penalty", "subject": { "kind": "operator", "id": "91350100M000100Y43" }, "occurredOn": "2025-03-01", "region": «"44​", "data": { "kinds": [ "fine" ] } }""")]
    [TestCase("""{ "id": "e", "source": "s", "kind": "penalty", "subject": { "kind": "operator", "id": "91350100M000100Y43" }, "occurredOn": "2025-03-01", "data": { "kinds": [ "fine" ], "follows": «"x​" } }""")]
    public void So_it_is_wherever_things_are_told_apart(string marked) =>
        Assert.That(EventText.FlawAt(marked).Name, Is.EqualTo("text-damaged"));

    [TestCase("e\u0301", "NFC")]
    [TestCase("\uF900", "NFC")]
    [TestCase("\u1100\u1161", "NFC")]
    [TestCase("5\u212B", "NFC")]
    [TestCase("粤１", "全角")]
    [TestCase("Ａ1", "全角")]
    public void Two_ways_of_writing_one_thing_are_one_way(string id, string word)
    {
        var flaw = EventText.Read(EventText.Line("annulled", ", \"actsOn\": \"x\"", id)).Flaws.Single();
        Assert.That(flaw.Name, Is.EqualTo("text-damaged"));
        Assert.That(flaw.What.Zh, Does.Contain(word));
    }

    [TestCase("粤1")]
    [TestCase("（2024）粤01号")]
    [TestCase("a b-c_d.e/f#7")]
    [TestCase("\u00E9\uFA0E\u00C5")]
    [TestCase("𠮷野家1")]
    public void What_a_person_sees_may_stand_in_an_id(string id) =>
        Assert.That(EventText.Event(EventText.Line("annulled", ", \"actsOn\": \"x\"", id)).Id.Id, Is.EqualTo(id));

    [Test]
    public void Free_texts_may_hold_what_nobody_sees() =>
        Assert.That(
            EventText.Event(EventText.WithData("\"result\": \"failed\", \"productCategory\": \"插座\u200B\""))["productCategory"],
            Is.EqualTo("插座\u200B"));

    [Test]
    public void What_is_in_a_record_is_read_though_the_door_would_refuse_it()
    {
        var text = EventText.Line("annulled", ", \"actsOn\": \"x\"", "粤1\u200B");
        var kept = EventReader.OfKept(TestCatalogue.Whole).Read(new SourceText("record", text));
        Assert.That(EventText.Read(text).Event, Is.Null);
        Assert.That(kept.Event!.Id.Id, Is.EqualTo("粤1\u200B"));
    }

    [TestCase("000000000000000000")]
    [TestCase("113101198506150097")]
    public void A_code_that_is_none_stays_readable_in_a_record_and_is_refused_at_the_door(string code)
    {
        var text = EventText.Line(
            "sampling-result", $$""", "subject": { "kind": "operator", "id": "{{code}}" }, "data": { "result": "failed" }""");
        Assert.That(EventText.Read(text).Flaws.Single().Name, Is.EqualTo("subject-invalid"));
        var kept = EventReader.OfKept(TestCatalogue.Whole).Read(new SourceText("record", text));
        Assert.That(kept.Event!.Subjects.Single().Subject.Id, Is.EqualTo(code));
    }

    [TestCase("operator", "113101198506150097")]
    [TestCase("person", "11010519491231002X")]
    [TestCase("product", "11010519491231002X/插座")]
    public void The_number_of_a_resident_is_no_subject_and_is_not_told(string kind, string id)
    {
        var flaw = EventText.Read(EventText.Line(
            "sampling-result", $$""", "subject": { "kind": "{{kind}}", "id": "{{id}}" }, "data": { "result": "failed" }""")).Flaws.Single();
        Assert.That(flaw.Name, Is.EqualTo("subject-invalid"));
        Assert.That(flaw.In("zh") + flaw.In("en"), Does.Not.Contain(id[6..17]));
    }
}
