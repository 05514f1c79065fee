using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Redis.Connecting;
using CreditScoring.Service.Redis.Incoming;
using CreditScoring.Service.Redis.Outgoing;

namespace CreditScoring.Service.Redis.Parts;

/// <summary>What runs beside the worker when Redis is configured.</summary>
public static class RedisParts
{
    public static IServiceCollection AddRedis(this IServiceCollection services, Settings settings)
    {
        if (settings.Redis is not RedisAddress address)
        {
            return services;
        }

        // Each part has its own connection, so that one which waits holds up nobody else.
        services.AddKeyedTransient(nameof(RedisParts), (_, _) => new RedisConnection(address));
        services.AddSingleton(all => new EventStream(Of(all), Of(all), settings.Worker));
        services.AddSingleton(all => new DeadLetters(Of(all), settings.DeadLetters));
        services.AddSingleton<IDeadLetters>(all => all.GetRequiredService<DeadLetters>());
        services.AddSingleton<Burial>();
        services.AddSingleton<ITierCache>(all => new RedisTierCache(
            Of(all), all.GetRequiredService<TimeProvider>()));
        services.AddSingleton(all => new RecommendationStream(Of(all)));
        services.AddKeyedSingleton(
            EventStream.Key, (all, _) => Trim(all, EventStream.Key, EventStream.Group));
        services.AddKeyedSingleton(
            RecommendationStream.Key, (all, _) => Trim(all, RecommendationStream.Key, null));
        services.AddSingleton(all => new CopyOwner(Of(all)));
        return services.AddHostedService<RedisStreamInbox>()
            .AddHostedService<TierRelay>().AddHostedService<RecommendationRelay>();
    }

    private static StreamTrim Trim(IServiceProvider services, string stream, string? own) =>
        new(Of(services), stream, own, services.GetRequiredService<TimeProvider>());

    private static RedisConnection Of(IServiceProvider services) =>
        services.GetRequiredKeyedService<RedisConnection>(nameof(RedisParts));
}
