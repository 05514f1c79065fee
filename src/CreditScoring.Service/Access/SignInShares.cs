using System.Net;

namespace CreditScoring.Service.Access;

/// <summary>
/// Of the places for those whose passwords are compared one address has half at most: who asks from one
/// address alone keeps nobody else from signing in.
/// </summary>
public sealed class SignInShares
{
    public const int Most = PasswordHashing.MostWaiting / 2;

    private readonly Lock gate = new();
    private readonly Dictionary<IPAddress, int> waiting = [];

    /// <summary>Takes a place; given back when it is disposed of.</summary>
    /// <exception cref="SignInBusy">The address has its share already.</exception>
    public IDisposable Take(IPAddress address)
    {
        lock (gate)
        {
            var taken = waiting.GetValueOrDefault(address);
            waiting[address] = taken < Most ? taken + 1 : throw new SignInBusy();
        }

        return new Place(this, address);
    }

    private void GiveBack(IPAddress address)
    {
        lock (gate)
        {
            if (--waiting[address] == 0)
            {
                waiting.Remove(address);
            }
        }
    }

    private sealed class Place(SignInShares shares, IPAddress address) : IDisposable
    {
        private int given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref given, 1) == 0)
            {
                shares.GiveBack(address);
            }
        }
    }
}
