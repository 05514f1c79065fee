using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Starting;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Commands;

/// <summary>
/// <c>CreditScoring.Service rebuild-cache</c>: empties the tier cache and fills it from the record.
/// If a running service holds the record, the cache is emptied and that service fills it.
/// </summary>
public static class RebuildCommand
{
    public const string Name = "rebuild-cache";

    /// <exception cref="Refusal">There is no Redis, or no record.</exception>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, TimeProvider clock, Neighbours neighbours)
    {
        var settings = Settings.Read(
            ServiceHost.Builder().Configuration, Switches.Parse(arguments), neighbours.Addresses);
        if (settings.Redis is not { } address)
        {
            throw new Refusal("Redis:Connection is not set: there is no cache to rebuild", 2);
        }

        try
        {
            await neighbours.OnTiers(address, clock, cache => Run(() => neighbours.Open(settings), cache));
            return 0;
        }
        catch (TransportUnavailable down)
        {
            throw new Refusal($"Redis:Connection: {down.Message}", 1);
        }
    }

    private static async Task Run(Func<IRecord> open, ITierCache cache)
    {
        try
        {
            using var record = open();
            var (standings, _) = await CacheFilling.FillAsync(
                record, cache, clear: true, CancellationToken.None);
            Console.WriteLine($"{standings} standings in the cache");
        }
        catch (RecordRefused inUse)
        {
            await cache.BeginAsync(clear: true);
            Console.WriteLine(
                $"{inUse.Message}\nthe cache is empty; the service that runs fills it");
        }
    }
}
