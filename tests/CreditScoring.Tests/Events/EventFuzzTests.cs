using CreditScoring.Documents;
using CreditScoring.Events;
using NUnit.Framework;

namespace CreditScoring.Tests.Events;

/// <summary>Events damaged at random, from a stated seed.</summary>
public class EventFuzzTests
{
    private const int Seed = 20250301;

    private static readonly string[] Seeds =
    [
        EventText.Sampling,
        EventText.WithData("\"result\": \"passed\", \"failedItems\": 1.50"),
        EventText.Line("penalty", EventText.Operator
            + """, "data": { "kinds": [ "warning", "fine" ], "fine": 1250.50, "publishedOn": "2025-04-01", "follows": { "source": "t", "id": "e0" } }"""),
        EventText.Line("inspection", EventText.Operator
            + """, "data": { "items": [ { "code": "a", "score": -1e2 }, { "critical": true, "code": "\u4e00\"\\" } ] }"""),
        EventText.Line("amended", """, "actsOn": "e0", "data": { "result": "refused", "fine": 10 }"""),
        EventText.Line(more: """, "subjects": [ { "role": "seller", "kind": "operator", "id": "91350100M000100Y43" }, { "kind": "product", "id": "91350100M000100Y43/电动自行车" } ], "data": { "result": "failed" }"""),
    ];

    private static readonly string[] Pieces =
    [
        "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "-", "1e999", "NaN", "\\ud800",
        "\ud800", "\0", "\u2028", "//", "/*", "'", "\"id\":", "\"data\":{", "\n", "\r", "\t", " ",
        "0x", "00", "undefined", "\"kind\":\"penalty\",", "2025-02-30", "\uFEFF", "长", "new Date(",
    ];

    [Test]
    public void Twenty_thousand_damaged_events_are_each_an_event_or_flaws_at_a_place_in_the_text()
    {
        var random = new Random(Seed);
        var taken = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var text = new SourceText("e", Damage(Seeds[round % Seeds.Length], random));
            foreach (var reading in new[] { EventText.Reader.Read(text) }
                .Concat(EventText.Reader.ReadAny(text)))
            {
                SeeOutcome(reading, text, round);
                taken += reading.Event is null ? 0 : 1;
            }
        }

        Assert.That(taken, Is.InRange(1_000, 39_000), "both outcomes are met");
    }

    [Test]
    public void Canonical_text_is_read_back_to_the_same_content()
    {
        var random = new Random(Seed + 1);
        foreach (var text in Seeds.Concat(Enumerable.Range(0, 5_000)
            .Select(round => Damage(Seeds[round % Seeds.Length], random))))
        {
            if (EventText.Read(text).Event is { } read)
            {
                SeeRoundTrip(read);
            }
        }
    }

    private static void SeeOutcome(EventReading reading, SourceText text, int round)
    {
        var lines = text.Text.Count(character => character is '\n' or '\r') + 1;
        var sound = reading.Event is not null
            ? reading.Flaws.Count == 0
            : reading.Flaws.Count > 0 && reading.Flaws.All(flaw =>
                flaw.Place.Line >= 1 && flaw.Place.Line <= lines && flaw.Place.Column >= 1
                && flaw.What.Zh.Length > 0 && flaw.Mend.En.Length > 0);
        Assert.That(sound, Is.True, () => $"seed {Seed}, round {round}: {text.Text}");
    }

    private static void SeeRoundTrip(RegulatoryEvent read)
    {
        var canonical = CanonicalEvent.Of(read);
        var again = EventText.Event(canonical.Text);
        Assert.That(CanonicalEvent.Of(again).Text, Is.EqualTo(canonical.Text));
        Assert.That(again.Values, Is.EqualTo(read.Values));
        Assert.That(again.Subjects, Is.EqualTo(read.Subjects));
        Assert.That(
            again with { Values = read.Values, Subjects = read.Subjects }, Is.EqualTo(read));
    }

    private static string Damage(string text, Random random)
    {
        for (var cuts = random.Next(0, 4); cuts > 0; cuts--)
        {
            var at = random.Next(text.Length);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 9), text.Length - at)),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text[..at] + (char)random.Next(0x20, 0x7F) + text[(at + 1)..],
                _ => text.Insert(at, text.Substring(at, Math.Min(random.Next(1, 30), text.Length - at))),
            };
        }

        return text;
    }
}
