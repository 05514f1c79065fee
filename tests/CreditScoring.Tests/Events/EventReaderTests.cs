using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using NUnit.Framework;

namespace CreditScoring.Tests.Events;

public class EventReaderTests
{
    private const string Data = """, "data": { "result": "passed" }""";

    [Test]
    public void The_event_of_the_contract_is_read_as_typed_values()
    {
        var read = EventText.Event(EventText.Sampling);
        Assert.That(read.Id, Is.EqualTo(new EventId("gd-samr", "gd-samr-2025-000123")));
        Assert.That(read.Sequence, Is.EqualTo(4711));
        Assert.That(read.Subjects.Single().Subject, Is.EqualTo(new Subject("operator", "91350100M000100Y43")));
        Assert.That(read.OccurredOn, Is.EqualTo(new DateOnly(2025, 3, 1)));
        Assert.That(read.DecidedOn, Is.EqualTo(new DateOnly(2025, 3, 20)));
        Assert.That(read.Region, Is.EqualTo("441900"));
        Assert.That(read.Document, Is.EqualTo("粤市监抽〔2025〕0123号"));
        Assert.That(read["failedItems"], Is.EqualTo(2m));
        Assert.That(read["safetyItem"], Is.EqualTo(true));
        Assert.That(read["intentional"], Is.EqualTo(false), "its default");
        Assert.That(read["unheard-of"], Is.Null);
    }

    [Test]
    public void Data_may_stand_before_the_kind()
    {
        var read = EventText.Event(
            """{ "data": { "result": "passed" }, "subject": { "id": "91350100M000100Y43", "kind": "operator" }, "occurredOn": "2025-03-01", "kind": "sampling-result", "source": "s", "id": "1" }""");
        Assert.That(read["result"], Is.EqualTo("passed"));
    }

    [Test]
    public void Every_type_of_field_is_read()
    {
        var penalty = EventText.Event(EventText.Line("penalty", EventText.Operator
            + """, "data": { "kinds": [ "warning", "fine" ], "fine": 1250.50, "publishedOn": "2025-04-01", "follows": "e0" }"""));
        Assert.That(penalty["kinds"], Is.EqualTo(new[] { "warning", "fine" }));
        Assert.That(penalty["fine"], Is.EqualTo(1250.5m));
        Assert.That(penalty["publishedOn"], Is.EqualTo(new DateOnly(2025, 4, 1)));
        Assert.That(penalty["follows"], Is.EqualTo(new EventId("s", "e0")));
        var inspection = EventText.Event(EventText.Line("inspection", EventText.Operator
            + """, "data": { "items": [ { "code": "a", "score": 1 }, { "critical": true, "code": "b" } ] }"""));
        Assert.That(inspection["items"], Is.EqualTo(
            new object?[][] { ["a", false, 1m], ["b", true, null] }));
    }

    [Test]
    public void Texts_that_the_catalogue_lists_are_shared_by_all_events() =>
        Assert.That(
            EventText.Event(EventText.WithData("\"result\": \"passed\""))["result"],
            Is.SameAs(EventText.Event(EventText.WithData("\"result\": \"passed\""))["result"]));

    [Test]
    public void Several_subjects_are_named_with_their_roles()
    {
        var read = EventText.Event(EventText.Line(more:
            """, "subjects": [ { "role": "producer", "kind": "operator", "id": "91350100M000100Y43" }, { "role": "product", "kind": "product", "id": "91350100M000100Y43/电动自行车" } ]""" + Data));
        Assert.That(read.Subjects.Select(named => $"{named.Role} {named.Subject}"), Is.EqualTo(
            new[] { "producer operator/91350100M000100Y43", "product product/91350100M000100Y43/电动自行车" }));
    }

    [TestCase("\"e0\"", "s/e0")]
    [TestCase("{ \"source\": \"t\", \"id\": \"e1\" }", "t/e1")]
    public void An_event_is_named_by_its_id_or_with_its_source(string actsOn, string target) =>
        Assert.That(
            EventText.Event(EventText.Line("annulled", $", \"actsOn\": {actsOn}")).ActsOn.ToString(),
            Is.EqualTo(target));

    [Test]
    public void A_region_is_kept_as_six_digits() => Assert.That(
        EventText.Event(EventText.Line(more: EventText.Operator + Data + ", \"region\": \"44\"")).Region,
        Is.EqualTo("440000"));

    [Test]
    public void What_is_null_was_left_out()
    {
        var read = EventText.Event(EventText.Line(more: EventText.Operator
            + """, "decidedOn": null, "region": null, "data": { "result": "passed", "failedItems": null, "safetyItem": null }"""));
        Assert.That(read.DecidedOn, Is.Null);
        Assert.That(read["safetyItem"], Is.EqualTo(false), "its default");
    }

    [Test]
    public void A_decision_may_be_dated_before_what_it_is_about() => Assert.That(
        EventText.Read(EventText.Line(more: EventText.Operator + Data + ", \"decidedOn\": \"2025-02-01\"")).Event,
        Is.Not.Null);

    [Test]
    public void An_amendment_carries_fields_of_any_kind()
    {
        var read = EventText.Event(EventText.Line("amended", """, "actsOn": "e0", "data": { "result": "refused", "fine": 10 }"""));
        Assert.That(read["result"], Is.EqualTo("refused"));
        Assert.That(read["safetyItem"], Is.Null, "nothing is replaced by a default");
    }

    [Test]
    public void A_step_that_an_authority_took_may_be_sent() => Assert.That(
        EventText.Read(EventText.Line("step-taken", EventText.Operator + """, "data": { "step": "ban" }""")).Event,
        Is.Not.Null);

    [Test]
    public void In_a_case_the_source_and_the_subject_may_be_left_out()
    {
        var subject = new Subject("operator", "91350100M000100Y43");
        var reader = new EventReader(TestCatalogue.Whole, new CaseTerms(subject));
        var cases = new SourceText("a.cases.json",
            """
            { "events": [
                { "id": "e1", "kind": "sampling-result", "occurredOn": "2024-08-01", "data": { "result": "failed" } },
                { "id": "e2", "kind": "annulled", "occurredOn": "2024-09-01", "actsOn": "e1" },
                { "id": "e3", "kind": "sampling-result", "occurredOn": "2024-08-01", "data": { "result": "faild" } } ] }
            """);
        var events = JsonDocumentReader.Read(cases, out _)!["events"]!.Items.Select(reader.Read).ToList();
        Assert.That(events[0].Event!.Id.ToString(), Is.EqualTo("e1"));
        Assert.That(events[0].Event!.Subjects, Is.EqualTo(new[] { new Named(null, subject) }));
        Assert.That(events[1].Event!.Subjects, Is.Empty);
        Assert.That(events[1].Event!.ActsOn, Is.EqualTo(new EventId("", "e1")));
        Assert.That(events[2].Flaws.Single().ToString(), Is.EqualTo(
            "a.cases.json:4:94: value-not-listed: 'faild' is not one of the values allowed\n  mend: did you mean 'failed'?"));
    }

    [Test]
    public void What_is_wrong_keeps_the_identity_so_that_quarantine_can_be_searched()
    {
        var reading = EventText.Read(EventText.Sampling.Replace("failed\"", "faild\"", StringComparison.Ordinal));
        Assert.That(reading.Event, Is.Null);
        Assert.That(reading.Id.ToString(), Is.EqualTo("gd-samr/gd-samr-2025-000123"));
        Assert.That(reading.Text, Does.Contain("faild"));
    }

    [Test]
    public void A_list_that_is_required_and_empty_is_missing_but_to_who_reads_a_record()
    {
        var line = EventText.Line("penalty", EventText.Operator + """, "data": { "kinds": [] }""");
        Assert.That(EventText.Read(line).Flaws.Select(flaw => flaw.Name), Is.EqualTo(new[] { "field-missing" }));
        Assert.That(EventReader.OfKept(TestCatalogue.Whole).Read(new SourceText("e.json", line)).Event, Is.Not.Null);
    }
}
