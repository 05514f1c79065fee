using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using static CreditScoring.Service.Tests.Given.Batches;

namespace CreditScoring.Service.Tests.Ports;

/// <summary>What the record can be asked about itself: numbers, chain, and what may go.</summary>
public abstract partial class RecordContract
{
    [Test]
    public async Task Numbers_that_a_source_gave_and_that_are_not_there_are_told()
    {
        await Record.KeepAsync(new RecordBatch(At) { Files = [File(Shop)] },
            Numbered("e1", 7), Numbered("e2", 8), Numbered("e3", 11), Numbered("e4", 20), Event("e5", Shop),
            Numbered("f1", 1, "other"));
        await Record.KeepAsync(new RecordBatch(At.AddMinutes(1)), Numbered("e6", 9), Numbered("e7", 20));
        var sources = await Record.SourcesAsync(null, 9, 1);
        Assert.Multiple(() =>
        {
            Assert.That(sources.Select(each => each.Source), Is.EqualTo(new[] { "bureau", "other" }));
            Assert.That(sources[0] with { Gaps = [] },
                Is.EqualTo(new SourceNumbers("bureau", 7, 20, 9, 1, At.AddMinutes(1)) { Gaps = [] }));
            Assert.That(sources[0].Gaps, Is.EqualTo(new[] { new SequenceGap(10, 10) }), "as many as asked for");
            Assert.That((sources[1].Missing, sources[1].Gaps.Count), Is.EqualTo((0L, 0)));
        });
        Assert.That((await Record.SourcesAsync(null, 9, 9))[0].Gaps[1], Is.EqualTo(new SequenceGap(12, 19)));
        Assert.That((await Record.SourcesAsync(null, 1, 1)).Single().Source, Is.EqualTo("bureau"));
        Assert.That((await Record.SourcesAsync("bureau", 9, 1)).Single().Source, Is.EqualTo("other"));
        Assert.That(await Record.SourcesAsync("other", 9, 1), Is.Empty);
    }

    [Test]
    public async Task Every_batch_is_in_the_chain_with_the_content_that_its_rows_have()
    {
        await Record.KeepAsync(
            new RecordBatch(At)
            {
                Files = [File(Shop, posted: [Row(1), Row(2, reverses: 1)], advice: Advice(Shop, 1))],
                Quarantine = [new TurnedAwayEvent(Id("q"), "{", "json-broken", "[]")],
                Replays = [new Replay(1, "quarantined", "[]")],
            },
            Event("e1", Shop, Factory), Event("m1", actsOn: "e9"));
        await Record.KeepAsync(new RecordBatch(At.AddDays(1)) { Files = [File(Shop)] });
        var links = new List<(Link Link, string? Content)>();
        await foreach (var each in Record.ChainAsync())
        {
            links.Add(each);
        }

        var (length, broken) = await Proof.OfAsync(Record.ChainAsync(), []);
        Assert.Multiple(async () =>
        {
            Assert.That((length, broken.Count), Is.EqualTo((2L, 0)), string.Join('\n', broken));
            Assert.That(links[0].Content, Is.EqualTo(links[0].Link.Content));
            Assert.That(links[1].Content, Is.Null, "a batch that adds no rows for ever");
            Assert.That(await Record.RootAsync(), Is.EqualTo(links[1].Link));
        });
    }

    [Test]
    public async Task Texts_in_quarantine_are_forgotten_and_the_chain_holds()
    {
        await Record.KeepAsync(new RecordBatch(At)
        {
            Quarantine = [new TurnedAwayEvent(Id("q"), "a person's name", "json-broken", "[7]")],
        });
        Assert.That(await Record.ForgetAsync(At), Is.Zero, "too young");
        Assert.That(await Record.ForgetAsync(At.AddSeconds(1)), Is.EqualTo(1));
        Assert.That(await Record.ForgetAsync(At.AddSeconds(1)), Is.Zero);
        var left = (await Record.QuarantineAsync(0, 9)).Single().Turned;
        Assert.That(left, Is.EqualTo(new TurnedAwayEvent(Id("q"), "", "json-broken", "[]")));
        Assert.That((await Proof.OfAsync(Record.ChainAsync(), [])).Found, Is.Empty);
    }
}
