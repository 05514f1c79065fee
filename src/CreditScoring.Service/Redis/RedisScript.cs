using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace CreditScoring.Redis;

/// <summary>
/// A Lua script that the server runs as one step; sent in full only when it is not known.
/// </summary>
public sealed class RedisScript(string text)
{
#pragma warning disable CA5350 // The name that Redis gives to a script, not a protection.
    private readonly string name =
        Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350

    public async Task<RedisResult> RunAsync(
        RedisConnection redis, IReadOnlyCollection<string> keys, IEnumerable<object> values)
    {
        object[] rest = [keys.Count, .. keys, .. values];
        try
        {
            return await redis.AskAsync("EVALSHA", [name, .. rest]);
        }
        catch (RedisUnavailable unknown) when (unknown.Says("NOSCRIPT"))
        {
            // After a restart or SCRIPT FLUSH: EVAL makes it known again.
            return await redis.AskAsync("EVAL", [text, .. rest]);
        }
    }
}
