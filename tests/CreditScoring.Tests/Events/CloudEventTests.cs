using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using NUnit.Framework;

namespace CreditScoring.Tests.Events;

/// <summary>A CloudEvent is the same event as one in our own form, or says what is wrong with it.</summary>
public class CloudEventTests
{
    private const string Shop = "91350100M000100Y43";

    private const string Whole = $$"""
        { "specversion": "1.0", "id": "1", "source": "gd-samr", "type": "sampling-result",
          "time": "2025-03-01T09:30:00+08:00", "subject": "operator/{{Shop}}", "decidedon": "2025-03-20",
          "region": "441900", "document": "粤市监抽〔2025〕0123号", "sequence": "4711",
          "datacontenttype": "application/json", "traceparent": "00-1-2-01",
          "data": { "result": "passed", "failedItems": 2 } }
        """;

    private const string Own = $$"""
        { "id": "1", "source": "gd-samr", "kind": "sampling-result", "occurredOn": "2025-03-01",
          "subject": { "kind": "operator", "id": "{{Shop}}" }, "decidedOn": "2025-03-20", "region": "441900",
          "document": "粤市监抽〔2025〕0123号", "sequence": 4711, "data": { "result": "passed", "failedItems": 2 } }
        """;

    [Test]
    public void It_is_the_same_event_as_one_in_our_own_form() => Assert.That(
        CanonicalEvent.Of(Read(Whole).Event!), Is.EqualTo(CanonicalEvent.Of(Read(Own).Event!)));

    [Test]
    public void Several_subjects_and_a_target_of_another_source_are_written_in_texts()
    {
        var several = Read(Whole.Replace("\"subject\": \"operator/", "\"subjects\": \"producer=operator/")
            .Replace($"{Shop}\"", $"{Shop}; product/{Shop}/电动自行车\"")).Event!;
        Assert.That(several.Subjects, Is.EqualTo(new Named[]
        {
            new("producer", new Subject("operator", Shop)), new(null, new Subject("product", $"{Shop}/电动自行车")),
        }));
        var annulled = Read("""
            { "actson": "9", "specversion": "1.0", "id": "2", "source": "gd-court", "type": "annulled", "time": "2025-04-01T00:00:00Z",
              "actsonsource": "gd-samr" }
            """).Event!;
        Assert.That(annulled.ActsOn, Is.EqualTo(new EventId("gd-samr", "9")));
    }

    [TestCase("2025-02-28T16:00:00Z", "2025-03-01", TestName = "the first instant of a legal day")]
    [TestCase("2025-02-28T15:59:59.999999999Z", "2025-02-28", TestName = "the last one, finer than we keep")]
    [TestCase("2024-02-29T23:59:59.5+08:00", "2024-02-29", TestName = "a leap day")]
    [TestCase("2025-03-01T00:30:00-11:00", "2025-03-01", TestName = "far in the west")]
    public void Its_day_is_that_of_its_time_in_Shanghai(string time, string day) =>
        Assert.That($"{Read(With("2025-03-01T09:30:00+08:00", time)).Event!.OccurredOn:yyyy-MM-dd}", Is.EqualTo(day));

    [TestCase("\"1.0\"", "\"0.3\"", "specversion-unknown", 1, 18)]
    [TestCase("\"1.0\"", "1", "type-mismatch", 1, 18)]
    [TestCase("\"id\": \"1\", ", "", "property-missing", 1, 1)]
    [TestCase("sampling-result", "sampling", "unknown-kind", 1, 65)]
    [TestCase("+08:00", "", "instant-invalid", 2, 11)]
    [TestCase("2025-03-01T09", "2025-02-30T09", "instant-invalid", 2, 11)]
    [TestCase("2025-03-01T09", "9999-12-31T23", "instant-invalid", 2, 11)]
    [TestCase("operator/", "operator", "subject-invalid", 2, 51)]
    [TestCase("operator/9", "/9", "subject-invalid", 2, 51)]
    [TestCase("operator/9", "shop/9", "unknown-subject-kind", 2, 51)]
    [TestCase("Y43", "Y44", "subject-invalid", 2, 51)]
    [TestCase("\"4711\"", "\"4711.5\"", "number-invalid", 3, 66)]
    [TestCase("\"decidedon\"", "\"decidedOn\"", "unknown-property", 2, 82)]
    [TestCase("application/json", "text/xml", "data-not-json", 4, 22)]
    [TestCase("\"data\"", "\"data_base64\": \"e30=\", \"data\"", "data-not-json", 5, 18)]
    [TestCase("\"specversion\": \"1.0\",", "\"specversion\": \"1.0\", \"specversion\": \"1.0\",", "duplicate-property", 1, 25)]
    [TestCase("\"subject\"", "\"actsonsource\": \"x\", \"subject\"", "property-missing", 1, 1)]
    [TestCase("\"result\": \"passed\"", "\"result\": \"lost\"", "value-not-listed", 5, 23)]
    public void What_is_wrong_with_one_is_said_with_its_place(string from, string to, string flaw, int line, int column)
    {
        var reading = Read(With(from, to));
        Assert.That(reading.Event, Is.Null);
        Assert.That(
            reading.Flaws.Select(each => (each.Name, each.Place.Line, each.Place.Column)), Does.Contain((flaw, line, column)),
            string.Join("\n", reading.Flaws));
    }

    [Test]
    public void What_has_no_version_is_no_CloudEvent_and_told_so_where_one_is_expected()
    {
        var without = With("\"specversion\": \"1.0\", ", "");
        Assert.That(Read(without).Flaws.Select(each => each.Name), Does.Contain("unknown-property"));
        var reader = EventReader.OfCloudEvents(TestCatalogue.Whole);
        var flaw = reader.Read(new SourceText("body", without)).Flaws.Single();
        Assert.That((flaw.Name, flaw.What.En), Is.EqualTo(("property-missing", "'specversion' is missing")));
    }

    [Test]
    public void A_version_inside_the_data_of_our_own_form_makes_no_CloudEvent() => Assert.That(
        Read(Own.Replace("\"failedItems\": 2", "\"productCategory\": \"\\\"specversion\\\"\"")).Event, Is.Not.Null);

    [Test]
    public void The_places_of_what_only_the_door_sees_are_those_of_its_attributes()
    {
        var future = EventDoor.Check(Read(Whole), TestCatalogue.Whole, new DateOnly(2025, 2, 1))!;
        Assert.That((future.Name, future.Place.Line, future.Place.Column), Is.EqualTo(("day-in-future", 2, 11)));
    }

    private static string With(string from, string to)
    {
        var at = Whole.IndexOf(from, StringComparison.Ordinal);
        Assert.That(at, Is.Not.Negative, from);
        return Whole[..at] + to + Whole[(at + from.Length)..];
    }

    private static EventReading Read(string text) =>
        new EventReader(TestCatalogue.Whole).Read(new SourceText("body", text));
}
