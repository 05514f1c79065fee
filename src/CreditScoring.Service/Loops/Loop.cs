using CreditScoring.Service.Logs;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Loops;

/// <summary>
/// A part of the service that works in the background for as long as the process lives. Whatever
/// fails in it, but the stop, is counted, told once a cause, and tried again after a pause that
/// grows; the part alone is degraded meanwhile, and the process and its other parts go on.
/// </summary>
public abstract partial class Loop : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(500);

    /// <summary>2^6 times the shortest.</summary>
    private const int MostDoublings = 6;

    private readonly string part;
    private readonly ILogger log;
    private int failures;

    /// <param name="part">Its name in /health/ready and in the labels of metrics.</param>
    protected Loop(string part, LoopHealth health, ILogger log)
    {
        (this.part, Health, this.log) = (part, health, log);
        health.Has(part);
    }

    /// <summary>Of all parts; a loop may do the work of more than one.</summary>
    protected LoopHealth Health { get; }

    protected sealed override async Task ExecuteAsync(CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stop);
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Fails(fault);
                await Wait(PauseAfter(fault), stop);
            }
        }
    }

    /// <summary>
    /// Works until the stop, or until something fails; whoever comes back is called again at once.
    /// </summary>
    protected abstract Task RunAsync(CancellationToken stop);

    /// <summary>To be called after each round that went well.</summary>
    protected void Works()
    {
        failures = 0;
        if (Health.Works(part))
        {
            LogUp(part);
        }
    }

    /// <summary>Counts a fault, and tells it if it is news.</summary>
    protected void Fails(Exception fault)
    {
        failures = Math.Min(failures + 1, MostDoublings);
        var why = LoopHealth.Sentence(fault);
        if (!Health.Fails(part, why))
        {
            return;
        }

        if (LogForms.IsForeign(fault))
        {
            LogDown(part, why);
        }
        else
        {
            LogFault(fault, part);
        }
    }

    /// <summary>Waits, or until the stop; the caller's loop looks which.</summary>
    protected static async Task Wait(TimeSpan time, CancellationToken stop) =>
        await Task.Delay(time, stop).ContinueWith(_ => { }, TaskScheduler.Default);

    /// <summary>
    /// What is away may be back at any moment; a fault of the program will not mend itself.
    /// </summary>
    private TimeSpan PauseAfter(Exception fault) =>
        LogForms.IsForeign(fault) ? Shortest : Shortest * (1 << failures);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Part}: {Why}; tried again until it works")]
    private partial void LogDown(string part, string why);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "{Part}: a fault of the program; this part is tried again, the others go on")]
    private partial void LogFault(Exception fault, string part);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Part}: works again")]
    private partial void LogUp(string part);
}
