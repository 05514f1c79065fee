using CreditScoring.Service.Access;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Webhooks;

/// <summary>
/// Sends all webhooks, each by itself, so that a slow or failing receiver holds up no other. Of many workers
/// one does it.
/// </summary>
public sealed class WebhookDispatch(
    IRecord record, RegisterDesk desk, WebhookDelivery delivery, WebhookStates states, LoopHealth health,
    ILogger<WebhookDispatch> log)
    : Loop(Part, health, log)
{
    public const string Part = "webhooks";

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<string, Task> running = new(StringComparer.Ordinal);

    protected override async Task RunAsync(CancellationToken stop)
    {
        while ((await desk.CurrentAsync()).Webhooks.IsEmpty)
        {
            Works();
            await Task.Delay(LookEvery, stop);
        }

        await using var lead = await Leading.WaitAsync(record, Part, Works, stop);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            while (!stop.IsCancellationRequested && !lead.Lost)
            {
                await LookAsync(ending.Token);
                await Wait(LookEvery, stop);
            }
        }
        finally
        {
            await ending.CancelAsync();
            await EndAsync();
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        foreach (var (id, ended) in running.Where(each => each.Value.IsCompleted).ToList())
        {
            running.Remove(id);
            states.Forget(id);
            await ended;
        }

        foreach (var id in (await desk.CurrentAsync()).Webhooks.Keys.Where(id => !running.ContainsKey(id)))
        {
            running[id] = Task.Run(() => delivery.RunAsync(id, fault => Tell(id, fault), stop), stop);
        }

        if (states.Waiting is null)
        {
            Works();
        }
    }

    private void Tell(string id, DeliveryFault fault) => Fails(new Untaken(id, fault));

    private async Task EndAsync()
    {
        await Task.WhenAll(running.Values).ContinueWith(_ => { }, TaskScheduler.Default);
        foreach (var id in running.Keys)
        {
            states.Forget(id);
        }

        running.Clear();
    }

    /// <summary>As the operator is told that a receiver does not take what it is sent.</summary>
    private sealed class Untaken(string id, DeliveryFault fault)
        : Hosting.OutsideFault($"the webhook {id} waits: {fault.Why.En}");
}
