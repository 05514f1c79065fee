using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Postgres;

/// <summary>
/// A worker that brings one event to the record in the steps of the BatchWork, and tries again when
/// others are in its way. <c>m&gt;e</c>: m acts on e; what acts on nothing goes into the file.
/// </summary>
internal sealed class Carrier(IRecord record, string written, string tag)
{
    private readonly Subject file = new("operator", tag);
    private readonly string[] names = written.Split('>');

    private EventId Name => Batches.Id(tag + names[0]);

    private EventId? Target => names.Length == 1 ? null : Batches.Id(tag + names[1]);

    /// <param name="holding">How long it thinks between claiming and keeping.</param>
    public async Task RunAsync(TimeSpan holding)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await Try(holding);
                return;
            }
            catch (RecordBusy) when (tries < 20)
            {
                await Task.Yield();
            }
        }
    }

    private async Task Try(TimeSpan holding)
    {
        await using var work = await record.BeginAsync(CancellationToken.None);
        var brought = Batches.Event(Name.Id, Target?.Id).New;
        await work.ClaimAsync([brought], Target is { } target ? [target] : [], Batches.At);
        var files = Target is { } held ? [.. (await work.HoldersAsync([held]))[held]]
            : new List<Subject> { file };
        var released = new List<ReleasedEvent>();
        for (List<EventId> filed = files.Count > 0 ? [Name] : []; filed.Count > 0;)
        {
            var next = (await work.WaitingForAsync(filed)).SelectMany(
                each => each.Select(kept => new ReleasedEvent(kept.Id, each.Key, files))).ToList();
            released.AddRange(next);
            filed = [.. next.Select(each => each.Id)];
        }

        await Task.Delay(holding);
        await work.HoldAsync(files.ToDictionary(each => each, _ => 0L));
        await work.CommitAsync(new RecordBatch(Batches.At)
        {
            Filed = [new FiledEvent(Name, Target, files)], Released = released,
            Files = [.. files.Select(each => Batches.File(each))],
        });
    }
}
