using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using CreditScoring.Service.Telemetry;

namespace CreditScoring.Service.Webhooks;

/// <summary>How the webhooks do that this worker sends, for its metrics; another worker has none.</summary>
public sealed class WebhookStates
{
    private readonly ConcurrentDictionary<string, State> states = new(StringComparer.Ordinal);

    public WebhookStates(IMeterFactory factory)
    {
        var meter = factory.Create(CreditMeter.Name);
        meter.CreateObservableGauge(
            "credit.webhook.position", () => Each(state => state.Position), null,
            "The position of the feed up to which a webhook was sent");
        meter.CreateObservableGauge(
            "credit.webhook.waiting", () => Each(state => state.WaitingSeconds), "s",
            "For how long its receiver has not taken what it is sent; 0: it takes it");
    }

    /// <summary>The first that waits, and why; null: none.</summary>
    public (string Id, DeliveryFault Fault)? Waiting => states
        .Where(each => each.Value.Fault is not null).OrderBy(each => each.Key, StringComparer.Ordinal)
        .Select(each => ((string, DeliveryFault)?)(each.Key, each.Value.Fault!)).FirstOrDefault();

    public void Reached(string id, long position) => states[id] = new State(position, null, 0);

    public void Waits(string id, DeliveryFault fault) => states.AddOrUpdate(
        id, _ => new State(0, fault, Stopwatch.GetTimestamp()),
        (_, before) => before with
        {
            Fault = fault, Since = before.Fault is null ? Stopwatch.GetTimestamp() : before.Since,
        });

    /// <summary>It is sent from here no longer.</summary>
    public void Forget(string id) => states.TryRemove(id, out _);

    private IEnumerable<Measurement<long>> Each(Func<State, long> value) => states.Select(each =>
        new Measurement<long>(value(each.Value), new KeyValuePair<string, object?>("webhook", each.Key)));

    private sealed record State(long Position, DeliveryFault? Fault, long Since)
    {
        public long WaitingSeconds =>
            Fault is null ? 0 : Math.Max(1, (long)Stopwatch.GetElapsedTime(Since).TotalSeconds);
    }
}
