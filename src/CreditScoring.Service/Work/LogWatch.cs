using System.Diagnostics;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Work;

/// <summary>
/// Has the log of the record shortened where it grows beyond <c>Record:LogMiB</c>, and says so when a
/// reader has kept it from that for longer than <c>Record:ReadSeconds</c>. Questions of the service are
/// then cut; of another program only its owner can end what it reads.
/// </summary>
public sealed partial class LogWatch(
    IWorkingRecord record, Settings settings, LoopHealth health, ILogger<LogWatch> log)
    : Loop(Part, health, log)
{
    public const string Part = "record-log";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private readonly Stopwatch held = new();

    protected override async Task RunAsync(CancellationToken stop)
    {
        await Wait(Every, stop);
        var state = await record.TidyAsync();
        if (!state.Held)
        {
            held.Reset();
            Works();
            return;
        }

        held.Start();
        if (held.Elapsed > settings.ReadTime && Health.Fails(Part,
            $"a reader of another program keeps {settings.RecordPath}-wal from being shortened"))
        {
            LogHeld(state.Octets >> 20, $"{settings.RecordPath}-wal");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "日志文件 {File} 已有 {MiB} MiB，因有程序（如 sqlite3 或备份）一直在读而无法缩短，请结束该读取。"
            + "{File} has {MiB} MiB and cannot be shortened, since a program (sqlite3, a backup) goes on "
            + "reading: end it; it is shortened by itself then")]
    private partial void LogHeld(long miB, string file);
}
