using CreditScoring.Service.Loops;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Access;

/// <summary>
/// Warns, where keys or sessions are wanted, that no admin can be let in: at the start, and when it comes to
/// that later, as a key or an initial password expires by itself.
/// </summary>
public sealed partial class AdminWatch(
    RegisterDesk desk, TimeProvider clock, LoopHealth health, ILogger<AdminWatch> log)
    : Loop("admins", health, log)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    private bool isManaged = true;

    protected override async Task RunAsync(CancellationToken stop)
    {
        var was = isManaged;
        isManaged = (await desk.CurrentAsync()).AdminsAt(clock.GetUtcNow()).Any();
        if (was && !isManaged)
        {
            LogNobody();
        }

        Works();
        await Wait(Every, stop);
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "no admin has a key or a password that is good, and nobody can be let in: stop the service "
            + "where it has a file, and run first-admin or admin-password")]
    private partial void LogNobody();
}
