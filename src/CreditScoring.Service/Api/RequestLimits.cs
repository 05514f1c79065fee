using System.Net.Sockets;
using System.Net;
using System.Threading.RateLimiting;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Telemetry;

namespace CreditScoring.Service.Api;

/// <summary>
/// How many requests of one address, and of one person or program whichever key it shows, are answered in a
/// minute; of ten seconds' worth all may come at once. How the service does is always answered.
/// </summary>
public sealed class RequestLimits : IDisposable
{
    /// <summary>
    /// However many addresses come, they share so many places, by a hash that nobody outside can know: of a
    /// thousand at once some seven pairs share one.
    /// </summary>
    public const int Places = 1 << 16;

    /// <summary>Octets of an IPv6 address that one customer of a network has: the first 64 bits.</summary>
    private const int OwnOctets = 8;

    private readonly CreditMeter meter;
    private readonly PartitionedRateLimiter<IPAddress>? ofAddress;
    private readonly PartitionedRateLimiter<string>? ofCaller;

    public RequestLimits(Settings settings, CreditMeter meter)
    {
        this.meter = meter;
        ofAddress = Limiter<IPAddress, int>(settings.AddressPerMinute, PlaceOf);
        ofCaller = Limiter<string, string>(settings.CallerPerMinute, actor => actor);
    }

    /// <summary>Before it is asked who comes: also of those who show no key that is good.</summary>
    public static Task OfAddress(HttpContext context, RequestDelegate next)
    {
        var limits = context.RequestServices.GetRequiredService<RequestLimits>();
        var address = AddressShares.AddressOf(context.Connection.RemoteIpAddress);
        return limits.Passes(limits.ofAddress, address, "address", context, next);
    }

    /// <summary>
    /// Once it is known who comes; those of whom it is not do not use up each other's.
    /// </summary>
    public static Task OfCaller(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AccessLabel>()?.Wants is null)
        {
            return next(context);
        }

        var limits = context.RequestServices.GetRequiredService<RequestLimits>();
        var actor = context.RequestServices.GetRequiredService<CurrentCaller>().Caller.Actor;
        return limits.Passes(limits.ofCaller, actor, "caller", context, next);
    }

    /// <summary>In which of the places an address is counted.</summary>
    public static int PlaceOf(IPAddress address)
    {
        var hash = default(HashCode);
        hash.AddBytes(address.AddressFamily == AddressFamily.InterNetworkV6
            ? address.GetAddressBytes().AsSpan(0, OwnOctets) : address.GetAddressBytes());
        return hash.ToHashCode() & (Places - 1);
    }

    public void Dispose()
    {
        ofAddress?.Dispose();
        ofCaller?.Dispose();
    }

    private Task Passes<T>(
        PartitionedRateLimiter<T>? limiter, T who, string by, HttpContext context, RequestDelegate next)
    {
        if (limiter is null || HealthListener.Answers(context.Request.Path))
        {
            return next(context);
        }

        using var lease = limiter.AttemptAcquire(who);
        if (lease.IsAcquired)
        {
            return next(context);
        }

        meter.Limited(by);
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.Zero;
        return Problems.Limited(wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1))
            .ExecuteAsync(context);
    }

    /// <returns>Null: there is no limit.</returns>
    private static PartitionedRateLimiter<T>? Limiter<T, TKey>(int perMinute, Func<T, TKey> keyOf)
        where TKey : notnull => perMinute == 0 ? null : PartitionedRateLimiter.Create<T, TKey>(
        who => RateLimitPartition.GetTokenBucketLimiter(keyOf(who), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, perMinute / 6),
            TokensPerPeriod = Math.Max(1, perMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) * Math.Max(1, perMinute / 60) / perMinute,
            QueueLimit = 0,
        }));
}
