using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Workbench.Invented;
using NUnit.Framework;

namespace CreditScoring.Tests.Events;

/// <summary>Events in which nothing is unusual are read in one pass, and come out as they always did.</summary>
public class QuickReadingTests
{
    private const int Seed = 20261130;
    private const int Rounds = 40_000;

    /// <summary>Octets an event of the sample: its values and what holds them, and no tokens or drafts.</summary>
    private const int MostAllocated = 1_300;

    private static readonly EventCatalogue Whole = RepositoryFiles.Catalogue("rules");

    private static readonly string[] Sample =
        [.. SampleHistory.Lines(new SamplePlan(400, 3, 1, new DateOnly(2025, 12, 31)))];

    [Test]
    public void Damaged_events_are_read_as_the_thorough_reader_reads_them([Values] bool kept)
    {
        var random = new Random(Seed);
        var (usual, thorough) = Readers(TestCatalogue.Whole, kept);
        var taken = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var seed = DamagedEvents.Seeds[round % DamagedEvents.Seeds.Length];
            var text = round % 3 == 0 && usual.Read(new SourceText("e", seed)).Event is { } sound
                ? CanonicalEvent.Of(sound).Text : seed;
            var source = new SourceText("e", DamagedEvents.Of(text, random));
            taken += SeeSame(usual.Read(source), thorough.Read(source)) ? 1 : 0;
        }

        Assert.That(taken, Is.InRange(Rounds / 20, Rounds), "both outcomes are met");
    }

    [TestCaseSource(nameof(Twice))]
    public void What_stands_twice_or_where_it_may_not_is_no_event(string text)
    {
        var (usual, thorough) = Readers(TestCatalogue.Whole, kept: false);
        Assert.That(SeeSame(usual.Read(new SourceText("e", text)), thorough.Read(new SourceText("e", text))), Is.False);
    }

    [TestCaseSource(nameof(Unusual))]
    public void What_is_written_otherwise_is_the_same_event(string text)
    {
        var (usual, thorough) = Readers(TestCatalogue.Whole, kept: false);
        Assert.That(SeeSame(usual.Read(new SourceText("e", text)), thorough.Read(new SourceText("e", text))), Is.True);
    }

    [Test]
    public void Each_event_of_the_sample_is_the_same_as_sent_and_as_kept([Values] bool kept)
    {
        var (usual, thorough) = Readers(Whole, kept);
        foreach (var line in Sample)
        {
            var source = new SourceText("e", line);
            Assert.That(SeeSame(usual.Read(source), thorough.Read(source)), Is.True, line);
            var canonical = new SourceText("e", CanonicalEvent.Of(usual.Read(source).Event!).Text);
            Assert.That(SeeSame(usual.Read(canonical), thorough.Read(canonical)), Is.True, canonical.Text);
        }
    }

    [Test]
    public void Reading_an_event_allocates_little_more_than_the_event()
    {
        var (usual, thorough) = Readers(Whole, kept: false);
        var sources = Sample.Select(line => new SourceText("e", line)).ToList();
        long Of(EventReader reader)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            sources.ForEach(source => reader.Read(source));
            return (GC.GetAllocatedBytesForCurrentThread() - before) / sources.Count;
        }

        Of(usual);
        Assert.That(Of(usual), Is.LessThan(MostAllocated));
        Assert.That(Of(thorough), Is.GreaterThan(MostAllocated), "the other way would not pass");
    }

    private static IEnumerable<string> Twice()
    {
        yield return EventText.Line(more: EventText.Operator + """, "region": "44", "region": null, "data": { "result": "failed" }""");
        yield return EventText.Line(more: """, "subject": { "kind": "operator", "kind": "operator", "id": "91350100M000100Y43" }, "data": { "result": "failed" }""");
        yield return EventText.Line(more: """, "subject": { "kind": "nobody", "kind": "operator", "id": "91350100M000100Y43" }, "data": { "result": "failed" }""");
        yield return EventText.Line(more: """, "subject": { "role": null, "role": "seller", "kind": "operator", "id": "91350100M000100Y43" }, "data": { "result": "failed" }""");
        yield return EventText.WithData(""" "result": "failed", "failedItems": null, "failedItems": 1 """);
        yield return EventText.WithData(""" "result": "failed" """) + " {}";
        yield return EventText.WithData(""" "result": null """);
        yield return EventText.Line("recheck-result", EventText.Operator + """, "actsOn": "e1", "data": { "result": "passed" }""");
        yield return EventText.Line("recheck-result", EventText.Operator + """, "actsOn": { "source": "t", "source": "t", "id": "e0" }, "data": { "result": "passed" }""");
        yield return EventText.Line("recheck-result", EventText.Operator + """, "actsOn": { "id": "e0" }, "data": { "result": "passed" }""");
        yield return EventText.Line("annulled", EventText.Operator + """, "actsOn": "e0", "data": {}""");
        yield return EventText.Line("annulled", """, "data": {}""");
        yield return EventText.Line("sampling-result", EventText.Operator + """, "actsOn": "e0", "data": { "result": "failed" }""");
        yield return EventText.Line("duty-missed", EventText.Operator);
        yield return EventText.Line("sampling-result", """, "data": { "result": "failed" }""");
        yield return EventText.Line("sampling-result", EventText.Operator);
        yield return EventText.Line("sampling-result", """, "subjects": [], "data": { "result": "failed" }""");
        yield return EventText.Line("sampling-result", EventText.Operator + """, "subjects": [ { "kind": "product", "id": "91350100M000100Y43/a" } ], "data": { "result": "failed" }""");
        yield return EventText.WithData(""" "result": "failed" """).Replace("2025-03-01", "1899-12-31", StringComparison.Ordinal);
        yield return EventText.WithData(""" "result": "failed" """).Replace("2025-03-01", "2025-02-29", StringComparison.Ordinal);
        yield return EventText.WithData(""" "result": "failed", "failedItems": 0123 """);
        yield return EventText.WithData(""" "result": "failed", "failedItems": 12345678901234567890123456789 """);
        yield return EventText.WithData(""" "result": "failed", "productCategory": "a\u0000b" """);
        yield return EventText.WithData(""" "result": "failed", "productCategory": "" """);
    }

    private static IEnumerable<string> Unusual()
    {
        // Data before its kind; null said of what may be left out; numbers and texts in other words.
        yield return """{ "data": { "result": "failed" }, "kind": "sampling-result", "source": "s", "id": "e", "occurredOn": "2025-03-01", "subject": { "id": "91350100M000100Y43", "kind": "operator" } }""";
        yield return EventText.Line(more: EventText.Operator + """, "region": null, "region": "44", "data": { "result": "failed", "failedItems": null }""");
        yield return EventText.WithData(""" "result": "failed", "failedItems": 1e2 """);
        yield return EventText.WithData(""" "result": "failed", "failedItems": -0 """);
        yield return EventText.WithData(""" "result": "failed", "failedItems": -0.0 """);
        yield return EventText.WithData(""" "result": "failed", "failedItems": 3500.00 """);
        yield return EventText.WithData(""" "result": "failed", "failedItems": 1234567890123456789012345678 """);
        yield return EventText.WithData(""" "result": "failed", "failedItems": 0.123456789012345678901234567 """);
        yield return EventText.WithData(""" "result": "f\u0061iled", "productCategory": "\ud83d\ude00" """);
        yield return EventText.WithData(""" "result": "failed", "productCategory": "\"a\\b\"" """);
        yield return EventText.WithData(""" "res\u0075lt": "failed" """);
        yield return EventText.Line("penalty", EventText.Operator + """, "data": { "kinds": [ "fine" ], "follows": "e0" }""");
        yield return EventText.Line("amended", """, "actsOn": "e0", "data": { "fine": null }""");
        yield return EventText.Line("inspection", EventText.Operator + """, "data": null""");
        yield return EventText.Line("step-taken", EventText.Operator + """, "data": { "step": "suspended" }""");
    }

    private static (EventReader Usual, EventReader Thorough) Readers(EventCatalogue catalogue, bool kept) => (
        kept ? EventReader.OfKept(catalogue) : new EventReader(catalogue), EventReader.Thorough(catalogue, kept));

    /// <returns>Whether it is an event, to both.</returns>
    private static bool SeeSame(EventReading usual, EventReading thorough)
    {
        Assert.That(
            usual.Flaws.Select(flaw => flaw.ToString()), Is.EqualTo(thorough.Flaws.Select(flaw => flaw.ToString())),
            usual.Text);
        Assert.That(usual.Id, Is.EqualTo(thorough.Id), usual.Text);
        Assert.That(usual.Event is null, Is.EqualTo(thorough.Event is null), usual.Text);
        if (usual.Event is not { } one || thorough.Event is not { } other)
        {
            return false;
        }

        Assert.That(one.Subjects, Is.EqualTo(other.Subjects), usual.Text);
        Assert.That(one.Values, Is.EqualTo(other.Values), usual.Text);
        Assert.That(Bits(one.Values), Is.EqualTo(Bits(other.Values)), usual.Text);
        Assert.That(one with { Values = other.Values, Subjects = other.Subjects }, Is.EqualTo(other), usual.Text);
        return true;
    }

    /// <summary>1.0 and 1 are equal, and not the same.</summary>
    private static IEnumerable<string> Bits(IEnumerable<object?> values) => values.SelectMany(value => value switch
    {
        decimal number => [string.Join(',', decimal.GetBits(number))],
        object?[][] rows => rows.SelectMany(Bits),
        _ => (IEnumerable<string>)[],
    });
}
