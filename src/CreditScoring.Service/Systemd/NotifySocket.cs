using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CreditScoring.Service.Systemd;

/// <summary>
/// The socket on which systemd listens to a unit of Type=notify. The package that knows it is not to
/// be had; it is one datagram a message.
/// </summary>
/// <param name="path">As in NOTIFY_SOCKET; '@' begins a name that is in no file system.</param>
public sealed class NotifySocket(string path) : IDisposable
{
    private readonly Socket socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    private readonly UnixDomainSocketEndPoint there = new(path[0] == '@' ? $"\0{path[1..]}" : path);

    /// <summary>After so long without a sign of life systemd ends us; null: never.</summary>
    public TimeSpan? Watchdog { get; private init; }

    /// <summary>The socket that the environment names; null: nobody listens.</summary>
    public static NotifySocket? OfEnvironment()
    {
        if (Environment.GetEnvironmentVariable("NOTIFY_SOCKET") is not ['/' or '@', _, ..] path)
        {
            return null;
        }

        // A watchdog of our parent's is not ours to feed.
        var whose = Environment.GetEnvironmentVariable("WATCHDOG_PID");
        var ours = whose is null or ""
            || whose == Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        return new NotifySocket(path)
        {
            Watchdog = ours && long.TryParse(
                Environment.GetEnvironmentVariable("WATCHDOG_USEC"), NumberStyles.None,
                CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0
                ? TimeSpan.FromMicroseconds(microseconds) : null,
        };
    }

    /// <summary>Tells; nobody listening is no reason to stop.</summary>
    public void Tell(string what)
    {
        try
        {
            socket.SendTo(Encoding.UTF8.GetBytes(what), there);
        }
        catch (SocketException)
        {
        }
    }

    public void Dispose() => socket.Dispose();
}
