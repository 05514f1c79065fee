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

    [TestCase("a  b")]
    [TestCase("粤   1")]
    public void Blanks_side_by_side_are_seen_as_one_and_refused(string id)
    {
        var flaw = EventText.Read(EventText.Line("annulled", ", \"actsOn\": \"x\"", id)).Flaws.Single();
        Assert.That(flaw.Name, Is.EqualTo("text-damaged"));
        Assert.That(flaw.Mend.En, Does.Contain("one blank"));
    }

    [Test]
    public void The_name_of_a_product_does_not_begin_with_a_blank()
    {
        string Of(string id) => $$"""{ "id": "e", "source": "s", "kind": "recall", "subject": { "kind": "product", "id": "{{id}}" }, "occurredOn": "2025-03-01", "data": { "form": "ordered" } }""";
        var reader = new EventReader(RepositoryFiles.Catalogue("rules"));
        Assert.That(reader.Read(new SourceText("e", Of("91350100M000100Y43/茶 叶"))).Flaws, Is.Empty);
        Assert.That(reader.Read(new SourceText("e", Of("91350100M000100Y43/ 茶叶"))).Flaws.Single().Name, Is.EqualTo("subject-invalid"));
    }

    [TestCase("sampling-result", "\"result\": \"failed\", \"product\": «\"茶叶\u200B\"")]
    [TestCase("sampling-result", "\"result\": \"failed\", \"batch\": «\"B1\u00AD\"")]
    [TestCase("sampling-result", "\"result\": \"failed\", \"batch\": «\"e\u0301\"")]
    [TestCase("penalty", "\"kinds\": [ \"fine\" ], \"product\": «\"\uFEFF茶叶\"")]
    [TestCase("penalty", "\"kinds\": [ \"fine\" ], \"act\": «\"未公示年度\u200B报告\"")]
    [TestCase("inspection", "\"items\": [ { \"code\": «\"1\u200E\" } ]")]
    public void So_it_is_in_fields_by_which_rules_tell_matters_apart(string kind, string data)
    {
        var text = $$"""{ "id": "e", "source": "s", "kind": "{{kind}}", "subject": { "kind": "operator", "id": "91350100M000100Y43" }, "occurredOn": "2025-03-01", "data": { {{data}} } }""";
        var (at, plain) = (text.IndexOf('«'), text.Replace("«", ""));
        var catalogue = RepositoryFiles.Catalogue("rules");
        var flaw = new EventReader(catalogue).Read(new SourceText("e", plain)).Flaws.Single();
        Assert.That((flaw.Name, flaw.Place.Column), Is.EqualTo(("text-damaged", at + 1)));
        Assert.That(EventReader.OfKept(catalogue).Read(new SourceText("e", plain)).Event, Is.Not.Null);
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
