using CreditScoring.Service.Hosting;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Work;

/// <summary>
/// Blanks the texts in quarantine once they are older than <c>Record:QuarantineDays</c>: they may
/// hold anything, also about persons, and judge nobody. Off unless set. Accepted events are the record
/// itself, and no setting removes them.
/// </summary>
public sealed partial class QuarantineRetention(
    IWorkingRecord record, Settings settings, TimeProvider clock, LoopHealth health,
    ILogger<QuarantineRetention> log)
    : Loop("quarantine-retention", health, log)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task RunAsync(CancellationToken stop)
    {
        if (settings.QuarantineDays is { } days
            && await record.ForgetAsync(clock.GetUtcNow().AddDays(-days)) is > 0 and var gone)
        {
            LogForgotten(gone, days);
        }

        Works();
        await Wait(Every, stop);
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "{Items} texts in quarantine are older than {Days} days and were blanked")]
    private partial void LogForgotten(int items, int days);
}
