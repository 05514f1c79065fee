using System.Net;
using CreditScoring.Service.Intake;
using Microsoft.AspNetCore.Connections;

namespace CreditScoring.Service.Api;

/// <summary>
/// Of the connections that a listener takes no address has all: one beyond its share is closed at once.
/// </summary>
public sealed class ConnectionShares(int most)
{
    private readonly Lock gate = new();
    private readonly Dictionary<IPAddress, int> open = [];

    public ConnectionDelegate Admit(ConnectionDelegate next) => async connection =>
    {
        var from = AddressShares.AddressOf((connection.RemoteEndPoint as IPEndPoint)?.Address);
        if (!Opens(from))
        {
            // It is closed as ever: who is cut off by force may take it for a fault of the network.
            return;
        }

        try
        {
            await next(connection);
        }
        finally
        {
            Closes(from);
        }
    };

    private bool Opens(IPAddress from)
    {
        lock (gate)
        {
            var count = open.GetValueOrDefault(from);
            if (count < most)
            {
                open[from] = count + 1;
            }

            return count < most;
        }
    }

    private void Closes(IPAddress from)
    {
        lock (gate)
        {
            if (--open[from] == 0)
            {
                open.Remove(from);
            }
        }
    }
}
