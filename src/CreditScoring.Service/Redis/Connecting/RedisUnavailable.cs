using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Redis.Connecting;

/// <summary>
/// Redis could not be reached, did not answer in time, or refused. Nothing is lost by it: Redis is
/// a copy and a transport, so the work is done again later.
/// </summary>
public sealed class RedisUnavailable(string message, Exception? inner = null)
    : TransportUnavailable(message, inner)
{
    /// <summary>
    /// Whether the server's refusal begins with a word, such as NOGROUP or BUSYGROUP.
    /// </summary>
    public bool Says(string word) => Message.StartsWith(word, StringComparison.Ordinal);
}
