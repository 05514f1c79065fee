using System.Threading.Channels;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Telemetry;

namespace CreditScoring.Service.Intake;

/// <summary>
/// Where every way in (HTTP, folder, stream, the demo) hands events to the one worker. Bounded by
/// places and by text: a stream that is faster than the record waits, and a request that has waited
/// for a moment is refused. Folder and stream have room of their own, whatever requests take.
/// </summary>
public sealed class InboxQueue
{
    /// <summary>More than one address can have.</summary>
    private const int Places = AddressShares.Places * 3 / 2;

    private readonly Settings settings;
    private readonly CreditMeter meter;
    private readonly AddressShares shares;
    private readonly WaitingRoom own;

    private readonly Channel<Submission> channel = Channel.CreateBounded<Submission>(
        new BoundedChannelOptions(Places) { SingleReader = true });

    private long submissions;
    private long events;

    public InboxQueue(Settings settings, CreditMeter meter)
    {
        (this.settings, this.meter) = (settings, meter);
        Room = new WaitingRoom(settings.WaitingText);
        shares = new AddressShares(Room);
        own = new WaitingRoom(settings.WaitingText / 4);
    }

    /// <summary>That of all requests.</summary>
    public WaitingRoom Room { get; }

    /// <summary>Octets of text that are read or wait, of requests and of folder and stream.</summary>
    public long Text => Room.Taken + own.Taken;

    /// <summary>How many there may be.</summary>
    public long MostText => Room.Limit + own.Limit;

    /// <summary>How long a request waits before it is refused.</summary>
    public TimeSpan Patience => settings.Patience;

    /// <summary>Handed in and not answered yet.</summary>
    public long Submissions => Interlocked.Read(ref submissions);

    /// <summary>Events of these.</summary>
    public long Events => Interlocked.Read(ref events);

    /// <summary>
    /// Hands events in and waits until they are on disk; for room it waits as long as it takes.
    /// </summary>
    /// <exception cref="RecordUnavailable">Nothing of them was kept; send them
    /// again.</exception>
    /// <exception cref="ChannelClosedException">The service is stopping.</exception>
    public async Task<IReadOnlyList<Arrival>> KeepAsync(
        Submission submission, CancellationToken stop)
    {
        using var stay = own.Enter();
        await stay.HasAsync(submission.TextOctets, Timeout.InfiniteTimeSpan, stop);
        await channel.Writer.WriteAsync(submission, stop);
        return await Kept(submission);
    }

    /// <summary>A request comes, from an address; null: it cannot be told.</summary>
    public AddressShares.Guest Enter(System.Net.IPAddress? from) => shares.Enter(from);

    /// <summary>As KeepAsync, for a request, whose text has its room already.</summary>
    /// <exception cref="InboxFull">No place in time; nothing is kept.</exception>
    public async Task<IReadOnlyList<Arrival>> KeepSoonAsync(
        Submission submission, AddressShares.Guest guest, CancellationToken gone)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(gone);
        patience.CancelAfter(Patience);
        try
        {
            submission.Left = await guest.PlaceAsync(patience.Token);
            await Queue(submission, patience.Token);
        }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested)
        {
            throw Full();
        }

        return await Kept(submission);
    }

    private async Task Queue(Submission submission, CancellationToken patience)
    {
        try
        {
            if (!channel.Writer.TryWrite(submission))
            {
                await channel.Writer.WriteAsync(submission, patience);
            }
        }
        catch
        {
            submission.Left!();
            throw;
        }
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
