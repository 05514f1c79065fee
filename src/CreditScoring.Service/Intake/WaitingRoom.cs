namespace CreditScoring.Service.Intake;

/// <summary>
/// How much text may be in memory at once, being read or waiting to be kept. Who comes first is let
/// in first; who has begun to read goes before who has not.
/// </summary>
/// <param name="limit">
/// In octets, two a character. A text that is larger than all of it is read alone.
/// </param>
public sealed class WaitingRoom(long limit)
{
    private readonly Lock gate = new();
    private readonly LinkedList<Asking> asking = [];
    private long taken;

    public long Limit => limit;

    public long Taken => Interlocked.Read(ref taken);

    /// <summary>A stay that takes no room yet.</summary>
    public Stay Enter() => new(this);

    /// <summary>Takes more room.</summary>
    /// <returns>False: there was none in time, and none is taken.</returns>
    private async Task<bool> TakeAsync(
        long octets, bool ahead, TimeSpan patience, CancellationToken stop)
    {
        var asked = new LinkedListNode<Asking>(new Asking(octets));
        Queue(asked, ahead);
        try
        {
            await asked.Value.LetIn.Task.WaitAsync(patience, stop);
            return true;
        }
        catch (Exception end) when (end is TimeoutException or OperationCanceledException)
        {
            GiveUp(asked);
            return end is TimeoutException ? false : throw new OperationCanceledException(stop);
        }
    }

    private void Queue(LinkedListNode<Asking> asked, bool ahead)
    {
        lock (gate)
        {
            if (ahead)
            {
                asking.AddFirst(asked);
            }
            else
            {
                asking.AddLast(asked);
            }

            LetIn();
        }
    }

    private void GiveUp(LinkedListNode<Asking> asked)
    {
        lock (gate)
        {
            if (asked.List is null)
            {
                // Let in at the very moment of giving up.
                taken -= asked.Value.Octets;
            }
            else
            {
                asking.Remove(asked);
            }

            LetIn();
        }
    }

    private void Leave(long octets)
    {
        lock (gate)
        {
            taken -= octets;
            LetIn();
        }
    }

    private void LetIn()
    {
        while (asking.First is { } next && taken + next.Value.Octets <= limit)
        {
            asking.RemoveFirst();
            taken += next.Value.Octets;
            next.Value.LetIn.SetResult();
        }
    }

    /// <summary>The room of one text; given back when it is disposed.</summary>
    public sealed class Stay(WaitingRoom room) : IDisposable
    {
        private long held;

        /// <summary>Has room for so many octets in all.</summary>
        /// <returns>False: there was none in time.</returns>
        public async Task<bool> HasAsync(long octets, TimeSpan patience, CancellationToken stop)
        {
            var more = Math.Min(octets, room.Limit) - held;
            if (more > 0)
            {
                if (!await room.TakeAsync(more, ahead: held > 0, patience, stop))
                {
                    return false;
                }

                held += more;
            }

            return true;
        }

        public void Dispose()
        {
            room.Leave(held);
            held = 0;
        }
    }

    private sealed record Asking(long Octets)
    {
        public TaskCompletionSource LetIn { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
