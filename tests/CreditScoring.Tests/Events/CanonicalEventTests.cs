using CreditScoring.Events;
using NUnit.Framework;

namespace CreditScoring.Tests.Events;

public class CanonicalEventTests
{
    [Test]
    public void Canonical_text_has_a_fixed_order_and_every_default() => Assert.That(
        CanonicalEvent.Of(EventText.Event(EventText.Sampling)).Text, Is.EqualTo(
            """{"id":"gd-samr-2025-000123","source":"gd-samr","sequence":4711,"kind":"sampling-result","subject":{"kind":"operator","id":"91350100M000100Y43"},"occurredOn":"2025-03-01","decidedOn":"2025-03-20","region":"441900","document":"粤市监抽〔2025〕0123号","data":{"failedItems":2,"intentional":false,"productCategory":"电动自行车","result":"failed","safetyItem":true}}"""));

    [TestCase("\"result\": \"passed\"", "\"safetyItem\": false, \"result\": \"passed\"", Repeat.Duplicate)]
    [TestCase("\"result\": \"passed\", \"failedItems\": 1.0", "\"failedItems\": 1, \"result\": \"passed\"", Repeat.Duplicate)]
    [TestCase("\"result\": \"passed\", \"failedItems\": 100", "\"failedItems\": 1e2, \"result\": \"passed\"", Repeat.Duplicate)]
    [TestCase("\"result\": \"passed\", \"productCategory\": \"a\\u4e00\"", "\"result\": \"passed\", \"productCategory\": \"a一\"", Repeat.Duplicate)]
    [TestCase("\"result\": \"passed\"", "\"result\": \"failed\"", Repeat.Conflict)]
    [TestCase("\"result\": \"passed\"", "\"result\": \"passed\", \"failedItems\": 0", Repeat.Conflict)]
    public void The_same_content_is_a_duplicate_and_other_content_a_conflict(
        string kept, string arriving, Repeat repeat)
    {
        var first = CanonicalEvent.Of(EventText.Event(EventText.WithData(kept)));
        var second = CanonicalEvent.Of(EventText.Event(EventText.WithData(arriving)));
        Assert.That(second.Against(first), Is.EqualTo(repeat));
        Assert.That(second.Hash == first.Hash, Is.EqualTo(repeat == Repeat.Duplicate));
        Assert.That(second.Hash, Has.Length.EqualTo(64));
    }

    [TestCase("2")]
    [TestCase("2.0")]
    [TestCase("0.2e1")]
    public void What_is_said_of_a_number_does_not_depend_on_how_it_was_written(string written) => Assert.That(
        $"{EventText.Event(EventText.WithData($"\"result\": \"failed\", \"failedItems\": {written}"))["failedItems"]}",
        Is.EqualTo("2"));

    [Test]
    public void Another_id_is_another_event()
    {
        const string Acts = """, "actsOn": "e0" """;
        var one = CanonicalEvent.Of(EventText.Event(EventText.Line("annulled", Acts, "a")));
        var other = CanonicalEvent.Of(EventText.Event(EventText.Line("annulled", Acts, "b")));
        Assert.That(one.Against(other), Is.EqualTo(Repeat.None));
    }

    [TestCase("\"e0\"", "{ \"source\": \"s\", \"id\": \"e0\" }")]
    public void The_own_source_of_a_target_may_be_written_or_not(string one, string other) => Assert.That(
        CanonicalEvent.Of(EventText.Event(EventText.Line("annulled", $", \"actsOn\": {one}"))).Text,
        Is.EqualTo(CanonicalEvent.Of(EventText.Event(EventText.Line("annulled", $", \"actsOn\": {other}"))).Text));
}
