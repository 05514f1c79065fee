using System.Text.Json.Nodes;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;
using Microsoft.Extensions.Logging.Abstractions;

namespace CreditScoring.Service.Tests.Intake;

[TestFixture(On.Sqlite)]
[TestFixture(On.Postgres, Category = Tool.Postgres)]
public class SequenceTests(On on) : ServiceTest(on)
{
    [Test]
    public async Task A_gap_is_told_once_when_it_was_seen_twice_and_no_longer_when_it_is_filled()
    {
        var watch = new SequenceWatch(
            (IRecord)Service.Services.GetService(typeof(IRecord))!, new LoopHealth(), NullLogger<SequenceWatch>.Instance);
        await Service.SendAsync(Numbered("e1", 1), Numbered("e4", 4));
        Assert.That(await watch.LookAsync(), Is.Empty, "events may come in any order");
        Assert.That(await watch.LookAsync(), Is.EqualTo(new[] { ("bureau", new SequenceGap(2, 3)) }));
        Assert.That(await watch.LookAsync(), Is.Empty, "told");
        var source = (await Service.GetAsync("/v1/sources"))["items"]![0]!;
        Assert.That(((long)source["missing"]!, (long)source["gaps"]![0]!["first"]!, (long)source["gaps"]![0]!["last"]!),
            Is.EqualTo((2L, 2L, 3L)));

        await Service.SendAsync(Numbered("e2", 2), Numbered("e3", 3));
        Assert.That(await watch.LookAsync(), Is.Empty);
        Assert.That((long)(await Service.GetAsync("/v1/sources"))["items"]![0]!["missing"]!, Is.Zero);
    }

    [Test]
    public async Task Numbers_from_both_ends_of_what_a_source_may_give_are_a_gap_like_any_other()
    {
        await Service.SendAsync(
            Numbered("e0", 0), Numbered("e9", long.MaxValue), Numbered("e8", long.MaxValue));
        var source = (await Service.GetAsync("/v1/sources"))["items"]![0]!;
        Assert.That(((long)source["missing"]!, (long)source["repeated"]!, (long)source["gaps"]![0]!["first"]!,
            (long)source["gaps"]![0]!["last"]!),
            Is.EqualTo((long.MaxValue - 1, 1L, 1L, long.MaxValue - 1)));
        Assert.That(source["gaps"]!.AsArray(), Has.Count.EqualTo(1), "a number that comes twice opens none");
    }

    private static JsonObject Numbered(string id, long sequence) =>
        Sent.Failed(id, "2025-07-01").With("sequence", sequence);
}
