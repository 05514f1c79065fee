using System.Net;
using CreditScoring.Service.Hosting;
using StackExchange.Redis;

namespace CreditScoring.Service.Redis.Connecting;

/// <summary>
/// Where Redis is (<c>Redis:Connection</c>), and how this client has to be set to be safe.
/// </summary>
public sealed class RedisAddress : ServerAddress
{
    /// <summary>The first version with XAUTOCLAIM and XTRIM MINID.</summary>
    public static readonly Version Lowest = new(6, 2);

    private readonly string text;

    private RedisAddress(string text) => this.text = text;

    /// <summary>
    /// After how long a server that accepts but does not answer counts as down: five seconds unless told.
    /// </summary>
    public TimeSpan Patience { get; private init; }

    /// <param name="allowPlain">Whether passwords and events may cross a network
    /// unencrypted.</param>
    /// <param name="flaw">Why it cannot be used; never repeats the password.</param>
    /// <param name="patience">Null: five seconds.</param>
    public static RedisAddress? Parse(
        string text, bool allowPlain, out string? flaw, TimeSpan? patience = null)
    {
        flaw = null;
        try
        {
            var options = ConfigurationOptions.Parse(text);
            var open = options.EndPoints.FirstOrDefault(end => !IsLoopback(end));
            flaw = options.EndPoints.Count == 0
                ? "Redis:Connection names no server, such as 127.0.0.1:6379"
                : open is not null && !options.Ssl && !allowPlain
                    ? $"Redis:Connection: {open} is another machine and the connection is "
                        + "not encrypted; add ssl=true, "
                        + "or set Redis:AllowPlain=true on a network that you trust"
                : null;
        }
        catch (ArgumentException)
        {
            flaw = "Redis:Connection cannot be read; write it as host:port,password=...,ssl=true";
        }

        return flaw is not null ? null
            : new RedisAddress(text) { Patience = patience ?? TimeSpan.FromSeconds(5) };
    }

    internal ConfigurationOptions Options()
    {
        var options = ConfigurationOptions.Parse(text);
        // We connect again ourselves, and then begin anew from what is on disk: what was asked of
        // one run of the server must never be sent to the next, which may know less.
        options.AbortOnConnectFail = true;
        options.ConnectRetry = 1;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ConnectTimeout = (int)Patience.TotalMilliseconds;
        options.SyncTimeout = options.ConnectTimeout;
        options.AsyncTimeout = options.ConnectTimeout;
        // Under the third protocol streams answer with maps where we read lists.
        options.Protocol = RedisProtocol.Resp2;
        // The client counts INFO among the commands of an administrator.
        options.AllowAdmin = true;
        // Of a server that does not say its version.
        options.DefaultVersion = Lowest;
        return options;
    }

    private static bool IsLoopback(EndPoint end) => end switch
    {
        IPEndPoint ip => IPAddress.IsLoopback(ip.Address),
        DnsEndPoint name => name.Host == "localhost",
        _ => true, // A socket in the file system.
    };
}
