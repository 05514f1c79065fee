using CreditScoring.Service.Api;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Logs;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Starting;

/// <summary>
/// What the host is told, whatever adapters it gets: limits, hosts, logs, time to stop.
/// </summary>
public static partial class ServiceHost
{
    private const int Connections = 1000;
    private const int AddressConnections = Connections / 10 * 9;

    /// <summary>Within the 20 seconds that a stop may take.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(15);

    public static WebApplicationBuilder Builder()
    {
        // Not the working directory: `dotnet run` sets that to the project's folder.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddEnvironmentVariables("CREDIT__");
        builder.Configuration["AllowedHosts"] ??= "localhost;127.0.0.1;[::1]";
        builder.Logging.ClearProviders();
        builder.Logging.AddForm(builder.Configuration["Logging:Form"]);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = EventsResource.LargestBody;
            // Of each listener: who takes them all leaves those of Health:Urls. None takes them all.
            server.Limits.MaxConcurrentConnections = Connections;
            server.ConfigureEndpointDefaults(
                listener => listener.Use(new ConnectionShares(AddressConnections).Admit));
            server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(30);
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            server.Limits.MinRequestBodyDataRate = new MinDataRate(2048, TimeSpan.FromSeconds(10));
            // What is sent ahead by a request that still waits for room: 128 MB at the worst.
            server.Limits.MaxRequestBufferSize = 128 << 10;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeToStop);
        builder.Services.AddRequestDecompression();
        builder.Services.AddResponseCompression();
        return builder;
    }

    /// <summary>
    /// Says in one line where it listens and what it works on, and in another that it stops.
    /// </summary>
    public static void Announce(this WebApplication app, Settings settings, Shelf shelf)
    {
        app.Lifetime.ApplicationStarted.Register(() => LogServing(
            app.Logger, string.Join(' ', app.Urls), settings.RecordName, settings.RulesPath,
            shelf.Book.Hash[..12]));
        if (shelf.State.Law.Source == LawSource.Awaited)
        {
            app.Lifetime.ApplicationStarted.Register(() => LogAwaited(app.Logger));
        }

        app.Lifetime.ApplicationStopping.Register(() => LogStopping(app.Logger));
    }

    /// <summary>
    /// Until it is asked to stop. A start that fails midway, as when the address is taken, has begun the
    /// worker already: it is stopped before anything it works with is closed.
    /// </summary>
    public static async Task RunToEndAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.StopAsync();
            throw;
        }

        await app.WaitForShutdownAsync();
    }

    /// <summary>What broke off in the background, and the exit code that follows.</summary>
    public static int TellFaults(IEnumerable<IHostedService> ended)
    {
        var faults = ended.OfType<BackgroundService>()
            .Select(service => service.ExecuteTask?.Exception?.InnerException)
            .Where(fault => fault is not null and not OperationCanceledException).ToList();
        faults.ForEach(fault => Console.Error.WriteLine(
            $"the service has failed: {LogForms.Thrown(fault)}"));
        return faults.Count == 0 ? 0 : 1;
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "serving on {Urls}; record {Record}, rules {Rules}, book {Book}")]
    private static partial void LogServing(
        ILogger logger, string urls, string record, string rules, string book);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "no law is in force in this record: nobody is judged and no events are taken until an "
            + "author has proposed one, and another person has approved and published it (docs/law.md)")]
    private static partial void LogAwaited(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "stopping: what was handed in is kept first")]
    private static partial void LogStopping(ILogger logger);
}
