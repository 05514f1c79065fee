using CreditScoring.Documents;
using CreditScoring.Events;
using NUnit.Framework;

namespace CreditScoring.Tests.Events;

/// <summary>What can never be legitimate is caught at the door, as the catalogue declares it.</summary>
public class BoundsTests
{
    private static readonly EventReader Shipped = new(RepositoryFiles.Catalogue("rules"));

    [TestCase("\"fine\": «-80000", "out-of-bounds", TestName = "A_fine_is_not_negative")]
    [TestCase("\"fine\": 0", null, TestName = "A_fine_of_nothing_is_none")]
    [TestCase("\"publishedOn\": \"2024-04-01\", \"republishedOn\": «\"2014-04-01\"", "days-out-of-order days-out-of-order days-out-of-order", TestName = "What_is_published_anew_was_published_before")]
    [TestCase("\"publishedOn\": \"2024-04-01\", \"publishedUntil\": «\"2014-04-01\"", "days-out-of-order days-out-of-order days-out-of-order", TestName = "A_publication_does_not_end_before_it_begins")]
    [TestCase("\"publishedOn\": «\"2024-03-14\"", "days-out-of-order", TestName = "What_is_not_decided_is_not_published")]
    [TestCase("\"publishedOn\": \"2024-03-15\", \"publishedUntil\": \"2024-03-15\"", null, TestName = "One_day_is_in_order")]
    public void A_penalty(string data, string? names) => See(Penalty(data, "\"2024-03-15\""), names);

    [Test]
    public void A_decision_does_not_come_before_the_act() =>
        See(Penalty("\"fine\": 80000", "«\"2014-03-15\""), "days-out-of-order");

    [Test]
    public void A_day_that_is_missing_is_held_against_nothing() => See(
        """{ "id": "e", "source": "s", "kind": "penalty", "subject": { "kind": "operator", "id": "91350100M000100Y43" }, "occurredOn": "2024-03-05", "data": { "kinds": [ "fine" ], "publishedOn": "2024-03-05" } }""",
        null);

    [TestCase("\"failedItems\": «1.5", "out-of-bounds")]
    [TestCase("\"failedItems\": «-1", "out-of-bounds")]
    [TestCase("\"failedItems\": 3.0", null)]
    public void What_counts_is_whole(string data, string? names) => See(
        $$"""{ "id": "e", "source": "s", "kind": "sampling-result", "subject": { "kind": "operator", "id": "91350100M000100Y43" }, "occurredOn": "2024-03-05", "data": { "result": "failed", {{data}} } }""",
        names);

    [Test]
    public void A_record_in_a_list_is_held_against_the_event() => See(
        """{ "id": "e", "source": "s", "kind": "inspection", "subject": { "kind": "operator", "id": "91350100M000100Y43" }, "occurredOn": "2024-03-05", "data": { "items": «[ { "code": "1", "correctedOn": "2023-03-06" } ] } }""",
        "days-out-of-order");

    [TestCase("\"publishedOn\": \"2020-01-01\"", null, TestName = "An_amendment_has_days_of_its_own")]
    [TestCase("\"publishedOn\": \"2024-01-02\", \"publishedUntil\": «\"2024-01-01\"", "days-out-of-order", TestName = "The_days_in_an_amendment_are_in_order")]
    [TestCase("\"fine\": «-1", "out-of-bounds", TestName = "An_amended_fine_is_not_negative")]
    public void An_amendment(string data, string? names) => See(
        $$"""{ "id": "a", "source": "s", "kind": "amended", "actsOn": "e", "occurredOn": "2024-06-01", "data": { {{data}} } }""", names);

    [Test]
    public void What_is_in_a_record_is_read_all_the_same()
    {
        var text = Penalty("\"fine\": -80000", "\"2014-03-15\"");
        Assert.That(
            EventReader.OfKept(RepositoryFiles.Catalogue("rules")).Read(new SourceText("record", text)).Event, Is.Not.Null);
    }

    [TestCase("\"type\": \"number\", \"atLeast\": 2, \"atMost\": 1", "bounds-empty")]
    [TestCase("\"type\": \"text\", \"atLeast\": 2", "unknown-property")]
    [TestCase("\"type\": \"number\", \"notBefore\": [ \"occurredOn\" ]", "unknown-property")]
    [TestCase("\"type\": \"date\", \"notBefore\": [ \"n\" ]", "value-not-listed")]
    [TestCase("\"type\": \"date\", \"notBefore\": [ \"ocurredOn\" ]", "value-not-listed")]
    [TestCase("\"type\": \"number\", \"atLeast\": 1, \"default\": 0", "default-not-usable")]
    public void A_catalogue_that_says_something_odd_is_flawed(string field, string name) => Assert.That(
        TestCatalogue.FlawsOf($$"""{ "kinds": [ { "kind": "k", "zh": "样", "en": "k", "fields": [ { "name": "n", "zh": "数", "en": "n", {{field}} } ] } ] }""").Select(flaw => flaw.Name),
        Is.EqualTo(new[] { name }));

    [Test]
    public void The_day_of_a_decision_is_held_against_days_that_there_are() => Assert.That(
        TestCatalogue.FlawsOf("""{ "kinds": [ { "kind": "k", "zh": "样", "en": "k", "decidedOn": { "notBefore": [ "ocurredOn" ] }, "fields": [] } ] }""").Single().Mend.En,
        Is.EqualTo("did you mean 'occurredOn'?"));

    private static string Penalty(string data, string decidedOn) =>
        $$"""{ "id": "e", "source": "s", "kind": "penalty", "subject": { "kind": "operator", "id": "91350100M000100Y43" }, "occurredOn": "2024-03-05", "decidedOn": {{decidedOn}}, "data": { "kinds": [ "fine" ], {{data}} } }""";

    private static void See(string marked, string? names)
    {
        var source = new SourceText("e.json", marked.Replace("«", "", StringComparison.Ordinal));
        var flaws = Shipped.Read(source).Flaws;
        Assert.That(string.Join(' ', flaws.Select(flaw => flaw.Name)), Is.EqualTo(names ?? ""));
        if (names is not null)
        {
            Assert.That(flaws[0].Place, Is.EqualTo(source.At(marked.IndexOf('«', StringComparison.Ordinal))));
        }
    }
}
