using NUnit.Framework;

namespace CreditScoring.Tests.Events;

/// <summary>Each flaw of an event at its place; « stands before the value at fault.</summary>
public class EventFlawTests
{
    private const string Who = EventText.Operator;
    private const string Data = """, "data": { "result": "passed" }""";

    [TestCase("""«{ "source": "s", "kind": "annulled", "occurredOn": "2025-03-01", "actsOn": "e0" }""", "'id' is missing")]
    [TestCase("""«{ "id": "1", "kind": "annulled", "occurredOn": "2025-03-01", "actsOn": "e0" }""", "'source' is missing")]
    [TestCase("""«{ "id": "1", "source": "s", "kind": "annulled", "actsOn": "e0" }""", "'occurredOn' is missing")]
    [TestCase("""«{ "id": "1", "source": "s", "occurredOn": "2025-03-01", "data": {} }""", "'kind' is missing")]
    [TestCase("""«{ "id": null, "source": "s", "kind": "annulled", "occurredOn": "2025-03-01", "actsOn": "e0" }""", "'id' is missing")]
    [TestCase("""«[ 1 ]""", "should be an event { … }")]
    [TestCase("""«null""", "should be an event { … }")]
    public void The_envelope_is_complete(string text, string what) => See(text, what);

    [TestCase(""", "occuredOn": "2025-03-01" """, 2, "an event has no property 'occuredOn'", "did you mean 'occurredOn'?")]
    [TestCase(""", "decided_on": "2025-03-01" """, 2, "an event has no property 'decided_on'", "did you mean 'decidedOn'?")]
    [TestCase(""", "result": "passed" """, 2, "an event has no property 'result'", "'result' is a field: move it into data")]
    [TestCase(""", "id": "2" """, 2, "'id' stands twice", "remove one of the two")]
    public void An_unknown_or_repeated_property_is_refused(string more, int at, string what, string mend) =>
        See(EventText.Line(more: Who + Data + more.Insert(at, "«")), what, mend);

    [TestCase("sampling-resul", "there is no event kind 'sampling-resul'", "did you mean 'sampling-result'?")]
    [TestCase("Penalty", "there is no event kind 'Penalty'", "did you mean 'penalty'?")]
    [TestCase("wholly-other", "there is no event kind 'wholly-other'", "look in rules/events, or declare it there")]
    public void An_unknown_kind_is_refused(string kind, string what, string mend) => See(
        EventText.Line(kind, Who + Data).Replace($"\"{kind}\"", $"«\"{kind}\"", StringComparison.Ordinal), what, mend);

    [TestCase("""«"reslt": 1, "result": "passed" """, "sampling-result has no field 'reslt'", "did you mean 'result'?")]
    [TestCase("""«"fine": 1, "result": "passed" """, "sampling-result has no field 'fine'", null)]
    [TestCase("""«"safety_item": true, "result": "passed" """, "sampling-result has no field 'safety_item'", "did you mean 'safetyItem'?")]
    [TestCase("""  "result": "passed", «"result": "passed" """, "'result' stands twice", "remove one of the two")]
    [TestCase("""  "result": «"pass" """, "'pass' is not one of the values allowed", "there are: passed, failed, refused")]
    [TestCase("""  "result": «"Passed" """, "'Passed' is not one of the values allowed", "did you mean 'passed'?")]
    [TestCase("""  "result": «true """, "should be a text in double quotes", null)]
    [TestCase("""  "result": «null """, "should be a text in double quotes", null)]
    [TestCase("""  "result": «{ "a": [ 1 ] } """, "should be a text in double quotes", null)]
    [TestCase("""  "result": "passed", "failedItems": «"2" """, "should be a number without quotes", null)]
    [TestCase("""  "result": "passed", "safetyItem": «1 """, "should be true or false", "write true or false")]
    [TestCase("""  "result": "passed", "safetyItem": «"true" """, "should be true or false", null)]
    [TestCase("""  "result": "passed", "productCategory": «"" """, "the text is empty", "fill it in, or leave it out")]
    public void A_field_is_declared_and_of_its_type(string data, string what, string? mend) =>
        See(EventText.WithData(data), what, mend);

    [Test]
    public void A_required_field_is_there()
    {
        See(EventText.Line(more: Who + """, "data": «{ }"""), "sampling-result needs the field 'result'", "add 'result' to data");
        See("«" + EventText.Line(more: Who), "sampling-result needs the field 'result'");
    }

    [TestCase("""{ "items": [ «{ "critical": true } ] }""", "items needs the field 'code'")]
    [TestCase("""{ "items": [ { "code": "a", «"kode": "b" } ] }""", "items has no field 'kode'")]
    [TestCase("""{ "items": [ { "code": "a" }, «7 ] }""", "should be an object of fields")]
    [TestCase("""{ "items": «{ "code": "a" } }""", "should be a list [ … ]")]
    public void A_record_has_its_declared_fields(string data, string what) =>
        See(EventText.Line("inspection", Who + $", \"data\": {data}"), what);

    [TestCase("2025-02-29", TestName = "A_day_that_does_not_exist_is_refused")]
    [TestCase("2025-3-1", TestName = "A_day_without_its_zeros_is_refused")]
    [TestCase("2025-03-01T00:00:00", TestName = "A_day_with_a_time_is_refused")]
    [TestCase("2025年3月1日", TestName = "A_day_in_Chinese_is_refused")]
    [TestCase("1899-12-31", TestName = "A_day_before_1900_is_refused")]
    public void Day(string day) => See(
        EventText.Line("annulled", $", \"actsOn\": \"e0\", \"decidedOn\": «\"{day}\""),
        $"'{day}' is not a day of the calendar");

    [TestCase("1900-01-01")]
    [TestCase("2024-02-29")]
    public void A_day_that_exists_is_taken(string day) => Assert.That(
        EventText.Event(EventText.Line("annulled", $", \"actsOn\": \"e0\", \"decidedOn\": \"{day}\"")).DecidedOn,
        Is.EqualTo(DateOnly.Parse(day)));

    [TestCase("""{ "kind": "operator", "id": «"91350100M000100Y44" }""", "ends in '4'; its check character should be '3'")]
    [TestCase("""{ "kind": «"operater", "id": "91350100M000100Y43" }""", "there is no subject kind 'operater'")]
    [TestCase("""{ "kind": "person", "id": «"440301199001011234" }""", "'440301************' has not the form of a person id: [0-9a-f]{64}")]
    [TestCase("""«{ "kind": "operator" }""", "'id' is missing")]
    [TestCase("""{ "kind": "operator", "id": «91350100 }""", "should be a text in double quotes")]
    [TestCase("""{ "role": «"maker", "kind": "operator", "id": "91350100M000100Y43" }""", "'maker' is not one of the values allowed")]
    [TestCase("""{ "type": "operator", "kind": "operator", "id": "91350100M000100Y43" }""", null)]
    [TestCase("""«"91350100M000100Y43" """, "should be a subject { kind, id }")]
    public void A_subject_is_checked(string subject, string? what) => See(
        EventText.Line(more: $", \"subject\": {(what is null ? subject.Insert(2, "«") : subject)}" + Data),
        what ?? "there is no property 'type' here");

    [Test]
    public void An_event_names_whom_it_is_about()
    {
        const string One = """{ "kind": "operator", "id": "91350100M000100Y43" }""";
        See("«" + EventText.Line(more: Data), "sampling-result must name its subject");
        See(EventText.Line(more: """, "subjects": «[ ]""" + Data), "sampling-result must name its subject");
        See(EventText.Line(more: $", \"subjects\": [ {One}, «{One} ]" + Data), "the same subject stands twice in one role");
        See(EventText.Line(more: Who + $", \"subjects\": «[ {One} ]" + Data), "has both subject and subjects");
        See(EventText.Line("annulled", """, "actsOn": "e0", "subject": «""" + One),
            "annulled has no subject of its own: it acts in every file of the event it acts on");
    }

    [Test]
    public void An_event_acts_on_another_where_its_kind_says_so()
    {
        See("«" + EventText.Line("annulled"), "annulled must say on which event it acts");
        See(EventText.Line(more: Who + Data + ", \"actsOn\": «\"e0\""), "sampling-result acts on no other event");
        See(EventText.Line("annulled", ", \"actsOn\": «\"e1\""), "an event cannot act on itself");
        See(EventText.Line("annulled", ", \"actsOn\": «{ \"id\": \"e0\" }"), "'source' is missing");
        See(EventText.Line("annulled", ", \"actsOn\": «7"), "should be an event's id, or { source, id }");
        See(EventText.Line("duty-missed", Who).Replace("\"duty", "«\"duty", StringComparison.Ordinal),
            "duty-missed is raised by the assessment and never sent");
    }

    [TestCase("0", true)]
    [TestCase("9223372036854775807", true)]
    [TestCase("-1", false)]
    [TestCase("1.5", false)]
    [TestCase("9223372036854775808", false)]
    public void A_sequence_is_a_whole_number(string number, bool taken)
    {
        var text = EventText.Line("annulled", $", \"actsOn\": \"e0\", \"sequence\": «{number}");
        Check(text, taken, "a sequence is a whole number from 0");
    }

    [TestCase("4419", true)]
    [TestCase("44190", false)]
    public void A_region_is_one_of_GB_2260(string region, bool taken) => Check(
        EventText.Line("annulled", $", \"actsOn\": \"e0\", \"region\": «\"{region}\""), taken,
        $"'{region}' is not a region code of 2, 4 or 6 digits");

    [TestCase(1, true)]
    [TestCase(200, true)]
    [TestCase(201, false)]
    public void An_id_has_at_most_200_characters(int length, bool taken) => Check(
        EventText.Line("annulled", ", \"actsOn\": \"e0\"", new string('x', length))
            .Replace("\"id\": ", "\"id\": «", StringComparison.Ordinal),
        taken, $"the text has {length} characters; at most 200 are taken");

    [Test]
    public void An_id_is_neither_empty_nor_padded()
    {
        See("""{ "source": "s", "id": «"", "kind": "annulled", "occurredOn": "2025-03-01", "actsOn": "e0" }""", "the text is empty");
        See("""{ "source": "s", "id": «" 1", "kind": "annulled", "occurredOn": "2025-03-01", "actsOn": "e0" }""", "an id neither begins nor ends with a blank");
        See("""{ "source": «"a/b", "id": "1", "kind": "annulled", "occurredOn": "2025-03-01", "actsOn": "e0" }""", "the name of a source has no '/'");
    }

    [Test]
    public void All_flaws_of_an_event_are_found_in_one_reading_in_the_order_of_the_text()
    {
        var reading = EventText.Read(EventText.Sampling
            .Replace("Y43", "Y44", StringComparison.Ordinal)
            .Replace("03-20", "03-32", StringComparison.Ordinal)
            .Replace("\"failed\"", "\"faild\"", StringComparison.Ordinal));
        Assert.That(reading.Flaws.Select(flaw => $"{flaw.Place.Line}:{flaw.Place.Column} {flaw.Name}"), Is.EqualTo(
            new[] { "6:42 subject-invalid", "8:16 date-invalid", "11:51 value-not-listed" }));
    }

    private static void Check(string marked, bool taken, string what)
    {
        if (taken)
        {
            EventText.Event(marked.Replace("«", "", StringComparison.Ordinal));
        }
        else
        {
            See(marked, what);
        }
    }

    private static void See(string marked, string what, string? mend = null)
    {
        var flaw = EventText.FlawAt(marked);
        Assert.That(flaw.What.En, Is.EqualTo(what));
        Assert.That(flaw.What.Zh, Is.Not.Empty.And.Not.EqualTo(what));
        Assert.That(flaw.Mend.En, mend is null ? Is.Not.Empty : Is.EqualTo(mend));
        Assert.That(flaw.Mend.Zh, Is.Not.Empty);
    }
}
