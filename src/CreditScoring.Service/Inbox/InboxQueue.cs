using System.Threading.Channels;
using CreditScoring.Telemetry;

namespace CreditScoring.Inbox;

/// <summary>
/// Where every way in (HTTP, folder, stream, the demo) hands events to the one worker. Bounded by
/// places and by text: a stream that is faster than the record waits, and a request that has waited
/// for a moment is refused.
/// </summary>
public sealed class InboxQueue(Service.Settings settings, CreditMeter meter)
{
    private const int Places = 64;

    private readonly Channel<Submission> channel = Channel.CreateBounded<Submission>(
        new BoundedChannelOptions(Places) { SingleReader = true });

    private long submissions;
    private long events;

    public WaitingRoom Room { get; } = new(settings.WaitingText);

    /// <summary>How long a request waits before it is refused.</summary>
    public TimeSpan Patience => settings.Patience;

    /// <summary>Handed in and not answered yet.</summary>
    public long Submissions => Interlocked.Read(ref submissions);

    /// <summary>Events of these.</summary>
    public long Events => Interlocked.Read(ref events);

    /// <summary>
    /// Hands events in and waits until they are on disk; for room it waits as long as it takes.
    /// </summary>
    /// <exception cref="Records.RecordUnavailable">Nothing of them was kept; send them
    /// again.</exception>
    /// <exception cref="ChannelClosedException">The service is stopping.</exception>
    public async Task<IReadOnlyList<Arrival>> KeepAsync(
        Submission submission, CancellationToken stop)
    {
        using var stay = Room.Enter();
        await stay.HasAsync(submission.TextOctets, Timeout.InfiniteTimeSpan, stop);
        await channel.Writer.WriteAsync(submission, stop);
        return await Kept(submission);
    }

    /// <summary>As KeepAsync, for a request, whose text has its room already.</summary>
    /// <exception cref="InboxFull">No place in time; nothing is kept.</exception>
    public async Task<IReadOnlyList<Arrival>> KeepSoonAsync(
        Submission submission, CancellationToken gone)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(gone);
        patience.CancelAfter(Patience);
        try
        {
            if (!channel.Writer.TryWrite(submission))
            {
                await channel.Writer.WriteAsync(submission, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested)
        {
            throw Full();
        }

        return await Kept(submission);
    }

    /// <summary>A request is refused, and counted.</summary>
    public InboxFull Full()
    {
        meter.Refused();
        return new InboxFull();
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
        var clock = new BatchClock(meter);
        var count = 0;
        while (count < enough && channel.Reader.TryRead(out var next))
        {
            next.Taken(clock);
            taken.Add(next);
            count += next.Arrivals.Count;
        }

        return taken;
    }

    /// <summary>No more comes in; what is in the queue is still kept.</summary>
    public void Close() => channel.Writer.TryComplete();

    private async Task<IReadOnlyList<Arrival>> Kept(Submission submission)
    {
        var count = submission.Arrivals.Count;
        Interlocked.Increment(ref submissions);
        Interlocked.Add(ref events, count);
        try
        {
            return await submission.Kept;
        }
        finally
        {
            Interlocked.Decrement(ref submissions);
            Interlocked.Add(ref events, -count);
        }
    }
}
