using CreditScoring.Records;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Redis;

/// <summary>
/// A part of the service that lives with Redis: when Redis or the record fails it says so once,
/// waits a little, and begins again from what is on disk.
/// </summary>
public abstract partial class RedisPart(string part, RedisHealth health, ILogger log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected sealed override async Task ExecuteAsync(CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stop);
            }
            catch (Exception down) when (down is RedisUnavailable or RecordUnavailable)
            {
                if (health.Fails(part, down.Message))
                {
                    LogDown(part, down.Message);
                }

                await Wait(Pause, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Works until the stop, or until something that it leans on fails.</summary>
    protected abstract Task RunAsync(CancellationToken stop);

    /// <summary>To be called after each round that went well.</summary>
    protected void Works()
    {
        if (health.Works(part))
        {
            LogUp(part);
        }
    }

    protected static async Task Wait(TimeSpan time, CancellationToken stop)
    {
        try
        {
            await Task.Delay(time, stop);
        }
        catch (OperationCanceledException)
        {
            // The caller's loop looks.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Part}: {Why}; tried again until it works")]
    private partial void LogDown(string part, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Part}: works again")]
    private partial void LogUp(string part);
}
