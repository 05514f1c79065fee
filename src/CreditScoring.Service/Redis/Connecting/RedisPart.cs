using CreditScoring.Service.Loops;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Redis.Connecting;

/// <summary>
/// A part of the service that lives with Redis: when Redis or the record fails it begins again from
/// what is on disk.
/// </summary>
public abstract partial class RedisPart : Loop
{
    private readonly string part;
    private readonly ILogger log;

    protected RedisPart(string part, LoopHealth health, ILogger log) : base(part, health, log) =>
        (this.part, this.log) = (part, log);

    /// <summary>Removes what all groups have done with, and tells who holds it up.</summary>
    protected async Task TrimAsync(StreamTrim trim)
    {
        var (_, held) = await trim.RunAsync();
        Condition($"{part}-trim", held);
    }

    /// <summary>
    /// Something of this part that has to be told though it works; null: it is over.
    /// </summary>
    protected void Condition(string name, string? why)
    {
        if (why is null)
        {
            Health.Works(name);
        }
        else if (Health.FaultOf(name) is null)
        {
            Health.Fails(name, why);
            LogCondition(name, why);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Part}: {Why}")]
    private partial void LogCondition(string part, string why);
}
