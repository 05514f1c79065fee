using System.Threading.Channels;

namespace CreditScoring.Inbox;

/// <summary>
/// Where every way in (HTTP, the demo, later files and streams) hands events to the one worker.
/// Bounded: who sends faster than the record can keep has to wait.
/// </summary>
public sealed class InboxQueue
{
    private const int Places = 64;

    private readonly Channel<Submission> channel = Channel.CreateBounded<Submission>(
        new BoundedChannelOptions(Places) { SingleReader = true });

    /// <summary>Hands events in and waits until they are on disk.</summary>
    /// <exception cref="Records.RecordUnavailable">Nothing of them was kept; send them
    /// again.</exception>
    /// <exception cref="ChannelClosedException">The service is stopping.</exception>
    public async Task<IReadOnlyList<Arrival>> KeepAsync(
        Submission submission, CancellationToken stop)
    {
        await channel.Writer.WriteAsync(submission, stop);
        return await submission.Kept;
    }

    /// <summary>Waits for something to come, at most a while.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(atMost);
        try
        {
            await channel.Reader.WaitToReadAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Nothing came, or the service stops: the caller looks which.
        }
    }

    /// <summary>
    /// What has come, whole submissions, until there are enough events for a batch.
    /// </summary>
    public List<Submission> Take(int enough)
    {
        var taken = new List<Submission>();
        var events = 0;
        while (events < enough && channel.Reader.TryRead(out var next))
        {
            taken.Add(next);
            events += next.Arrivals.Count;
        }

        return taken;
    }

    /// <summary>No more comes in; what is in the queue is still kept.</summary>
    public void Close() => channel.Writer.TryComplete();
}
