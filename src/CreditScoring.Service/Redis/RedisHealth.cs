using System.Collections.Concurrent;

namespace CreditScoring.Redis;

/// <summary>
/// What is wrong on the side of Redis, by part (inbox, tiers, recommendations); nothing: all is
/// well. Written by the parts, read by /health/ready: a fault here degrades the service and does
/// not stop it.
/// </summary>
public sealed class RedisHealth
{
    private readonly ConcurrentDictionary<string, string> faults = new(StringComparer.Ordinal);

    public IReadOnlyList<(string Part, string Why)> Faults =>
        [.. faults.OrderBy(fault => fault.Key, StringComparer.Ordinal)
            .Select(fault => (fault.Key, fault.Value))];

    /// <returns>Whether it had failed.</returns>
    public bool Works(string part) => faults.TryRemove(part, out _);

    /// <returns>Whether this is news, so that a fault that lasts is logged once.</returns>
    public bool Fails(string part, string why)
    {
        var news = !faults.TryGetValue(part, out var known) || known != why;
        faults[part] = why;
        return news;
    }
}
