using CreditScoring.Service.Loops;
using CreditScoring.Service.Work;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Systemd;

/// <summary>
/// Tells systemd when the service serves, when it stops, and, as long as the worker makes its rounds,
/// that it lives. A process that answers requests while its worker hangs keeps nothing, so it is the
/// worker's rounds that feed the watchdog.
/// </summary>
public sealed class SystemdNotice(
    NotifySocket socket, Progress progress, IHostApplicationLifetime lifetime, LoopHealth health,
    ILogger<SystemdNotice> log)
    : Loop("systemd", health, log)
{
    protected override async Task RunAsync(CancellationToken stop)
    {
        // Serving, not caught up: how far the files are is told by /health/ready.
        using var started = lifetime.ApplicationStarted.Register(
            () => socket.Tell("READY=1\nSTATUS=serving"));
        using var stopping = lifetime.ApplicationStopping.Register(
            () => socket.Tell("STOPPING=1\nSTATUS=keeping what was handed in"));
        using var timer = new PeriodicTimer((socket.Watchdog ?? TimeSpan.FromDays(1)) / 4);
        var told = -1L;
        do
        {
            var made = progress.Rounds;
            if (socket.Watchdog is not null && made != told)
            {
                socket.Tell("WATCHDOG=1");
                told = made;
            }

            Works();
        }
        while (await timer.WaitForNextTickAsync(stop));
    }
}
