using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Access;

/// <summary>Keeps an act by itself, as what was done has no other rows.</summary>
public static class ActKeeping
{
    /// <exception cref="RecordUnavailable">It was not kept, and so it must not be done.</exception>
    public static async Task KeepAsync(this IWorkingRecord record, Act act, TimeProvider clock)
    {
        await using var work = await record.BeginAsync(CancellationToken.None);
        var at = await work.InstantAsync(clock.GetUtcNow());
        await work.CommitAsync(new RecordBatch(at)
        {
            // A new secret takes the place of an older one of the same target.
            Acts = [act], ForgetSecretsOf = act.Secret is null ? [] : [act.Target],
        });
    }

    /// <summary>Keeps acts that have no secrets: all of them, or none.</summary>
    public static async Task KeepAsync(
        this IWorkingRecord record, IReadOnlyList<Act> acts, TimeProvider clock)
    {
        await using var work = await record.BeginAsync(CancellationToken.None);
        await work.CommitAsync(new RecordBatch(await work.InstantAsync(clock.GetUtcNow())) { Acts = acts });
    }
}
