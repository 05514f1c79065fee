using System.Text.Json.Nodes;
using CreditScoring.Inbox;
using CreditScoring.Records;
using CreditScoring.Service.Tests.Given;
using Microsoft.Extensions.Logging.Abstractions;

namespace CreditScoring.Service.Tests.Inbox;

public class SequenceTests : ServiceTest
{
    [Test]
    public async Task A_gap_is_told_once_when_it_was_seen_twice_and_no_longer_when_it_is_filled()
    {
        var watch = new SequenceWatch(
            (IRecord)Service.Services.GetService(typeof(IRecord))!, Clock, NullLogger<SequenceWatch>.Instance);
        await Service.SendAsync(Numbered("e1", 1), Numbered("e4", 4));
        Assert.That(await watch.LookAsync(), Is.Empty, "events may come in any order");
        Assert.That(await watch.LookAsync(), Is.EqualTo(new[] { ("bureau", new SequenceGap(2, 3)) }));
        Assert.That(await watch.LookAsync(), Is.Empty, "told");
        var source = (await Service.GetAsync("/v1/sources"))["sources"]![0]!;
        Assert.That(((long)source["missing"]!, (long)source["gaps"]![0]!["first"]!, (long)source["gaps"]![0]!["last"]!),
            Is.EqualTo((2L, 2L, 3L)));

        await Service.SendAsync(Numbered("e2", 2), Numbered("e3", 3));
        Assert.That(await watch.LookAsync(), Is.Empty);
        Assert.That((long)(await Service.GetAsync("/v1/sources"))["sources"]![0]!["missing"]!, Is.Zero);
    }

    private static JsonObject Numbered(string id, int sequence) =>
        Sent.Failed(id, "2025-07-01").With("sequence", sequence);
}
