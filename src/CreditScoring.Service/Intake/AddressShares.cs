using System.Net;

namespace CreditScoring.Service.Intake;

/// <summary>
/// What the requests of one address may have of the inbox at once: three quarters of the room and
/// <see cref="Places"/> places, so that no sender keeps all others out, however much or slowly it sends.
/// </summary>
public sealed class AddressShares(WaitingRoom room)
{
    /// <summary>Submissions of one address that may be in the queue.</summary>
    public const int Places = 64;

    private readonly Lock gate = new();
    private readonly Dictionary<IPAddress, Share> shares = [];

    private long Most => room.Limit / 4 * 3;

    /// <summary>A request comes; it takes no room yet.</summary>
    /// <param name="from">Null: the address cannot be told.</param>
    public Guest Enter(IPAddress? from) => new(this, room, Hold(AddressOf(from)));

    /// <summary>The same address in whichever way it is written.</summary>
    internal static IPAddress AddressOf(IPAddress? from) =>
        from is null ? IPAddress.None : from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from;

    private Share Hold(IPAddress address)
    {
        lock (gate)
        {
            var share = shares.TryGetValue(address, out var known) ? known
                : shares[address] = new Share(address, new WaitingRoom(Most));
            share.Users++;
            return share;
        }
    }

    private void LetGo(Share share)
    {
        lock (gate)
        {
            share.Users--;
            if (share.Users == 0)
            {
                shares.Remove(share.Address);
            }
        }
    }

    /// <summary>A request with its room; given back when it is disposed.</summary>
    public sealed class Guest : IDisposable
    {
        private readonly AddressShares owner;
        private readonly Share share;
        private readonly WaitingRoom.Stay ofAddress;
        private readonly WaitingRoom.Stay ofAll;

        internal Guest(AddressShares owner, WaitingRoom room, Share share)
        {
            (this.owner, this.share) = (owner, share);
            (ofAddress, ofAll) = (share.Room.Enter(), room.Enter());
        }

        /// <summary>
        /// Has room for so many octets in all; for a text larger than the share, the share.
        /// </summary>
        /// <returns>False: there was none in time.</returns>
        public async Task<bool> HasAsync(long octets, TimeSpan patience, CancellationToken stop)
        {
            var asked = Math.Min(octets, owner.Most);
            return await ofAddress.HasAsync(asked, patience, stop)
                && await ofAll.HasAsync(asked, patience, stop);
        }

        /// <summary>
        /// Takes a place in the queue, which is free again once what has it left the queue.
        /// </summary>
        /// <returns>What is to be called then.</returns>
        /// <exception cref="OperationCanceledException">There was none in time.</exception>
        public async Task<Action> PlaceAsync(CancellationToken patience)
        {
            await share.Free.WaitAsync(patience);
            // The share stays for as long as something of it is in the queue, also where the request ends.
            owner.Hold(share.Address);
            return () =>
            {
                share.Free.Release();
                owner.LetGo(share);
            };
        }

        public void Dispose()
        {
            ofAll.Dispose();
            ofAddress.Dispose();
            owner.LetGo(share);
        }
    }

    internal sealed class Share(IPAddress address, WaitingRoom room)
    {
        public IPAddress Address => address;

        public WaitingRoom Room => room;

        public SemaphoreSlim Free { get; } = new(Places);

        public int Users { get; set; }
    }
}
