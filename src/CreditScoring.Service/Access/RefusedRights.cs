using System.Collections.Concurrent;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Access;

/// <summary>
/// Tells in the record who wanted what he may not (越权访问): once a minute of the same one and path, since
/// nobody shall fill the record by asking.
/// </summary>
public sealed class RefusedRights(IWorkingRecord record, TimeProvider clock)
{
    public const string What = "right-refused";

    private const int MostRemembered = 10_000;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Actor, string Path), long> told = new();

    /// <param name="path">Method and pattern, which names no subject.</param>
    /// <exception cref="RecordUnavailable">It was not kept.</exception>
    public async Task TellAsync(Caller caller, string path, string code)
    {
        var now = clock.GetTimestamp();
        if (told.TryGetValue((caller.Actor, path), out var last) && clock.GetElapsedTime(last, now) < Every)
        {
            return;
        }

        if (told.Count >= MostRemembered)
        {
            told.Clear();
        }

        told[(caller.Actor, path)] = now;
        await record.KeepAsync(
            new Act(caller.Actor, What, path) { Body = $"{{\"code\":\"{code}\"}}" }, clock);
    }
}
