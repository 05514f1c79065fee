using CreditScoring.Law.Seconding;
using CreditScoring.Api;
using CreditScoring.Records;
using CreditScoring.RuleShelf;
using CreditScoring.Telemetry.Logs;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service;

/// <summary>
/// What the host is told, whatever adapters it gets: limits, hosts, logs, time to stop.
/// </summary>
public static partial class Hosting
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
            server.ConfigureEndpointDefaults(listener => listener.Use(new ConnectionShares(AddressConnections).Admit));
            server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(30);
            server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            server.Limits.MinRequestBodyDataRate = new MinDataRate(2048, TimeSpan.FromSeconds(10));
            // What is sent ahead by a request that still waits for room: 128 MB at the worst.
            server.Limits.MaxRequestBufferSize = 128 << 10;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeToStop);
        builder.Services.AddRequestDecompression();
        builder.Services.AddOpenApi();
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
        app.Lifetime.ApplicationStopping.Register(() => LogStopping(app.Logger));
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

    /// <exception cref="Refusal">The rules have errors; all of them are in the message.</exception>
    public static Shelf OpenShelf(Settings settings, Seconding? seconding, TimeProvider clock)
    {
        var documents = RuleFolder.Read(settings.RulesPath);
        if (Shelf.Open(
            documents, new Activation(settings.AcceptRecalled, seconding), clock.GetUtcNow(), out var flaws) is { } shelf)
        {
            return Whole(shelf, settings, [], shelf.State.Idle);
        }

        var errors = Shelf.Errors(flaws);
        throw new Refusal(string.Join('\n', errors.Select(flaw => flaw.ToString()).Append(
            $"{errors.Count} errors in {settings.RulesPath}: "
            + "the service judges nobody by flawed rules")),
            exitCode: 1);
    }

    /// <summary>Regimes in which the record has somebody stand are in use.</summary>
    /// <exception cref="Refusal">The rules lack one of them.</exception>
    public static void RefuseWithdrawn(Shelf shelf, IRecord record, Settings settings)
    {
        var regimes = new List<string>();
        try
        {
            while (record.StandingsAsync(After(regimes)).GetAwaiter().GetResult() is [var next])
            {
                regimes.Add(next.Regime);
            }

            Whole(shelf, settings, regimes, []);
        }
        catch (Exception why)
        {
            (record as IDisposable)?.Dispose();
            throw why is RecordUnavailable ? new Refusal($"the record: {why.Message}", exitCode: 1) : why;
        }

        // Beyond whoever may stand in the regime before.
        static StandingQuery After(List<string> seen) => new(1)
        {
            HeadsOnly = true,
            After = seen.Count == 0 ? null
                : new StandingKey(seen[^1], new Enterprises.Subject("\uffff", "")),
        };
    }

    private static Shelf Whole(
        Shelf shelf, Settings settings, IEnumerable<string> regimes, IReadOnlyList<string> idle) =>
        Withdrawal.Of(shelf.Book, regimes, [], settings.RulesPath, Withdrawal.Accepted(settings.RulesPath))
            is { } flaw
            ? throw new Refusal(
                $"{flaw}\nthe service judges nobody by rules that are not whole"
                + (idle.Count == 0 ? "" : $"\nnot in use, see Rules:AcceptRecalled: {string.Join(", ", idle)}"),
                exitCode: 2)
            : shelf;

    /// <exception cref="Refusal">The record must not be used, or cannot be.</exception>
    public static IRecord Opening(Settings settings, Func<Settings, IRecord> open)
    {
        try
        {
            return open(settings);
        }
        catch (Exception why) when (why is RecordRefused or RecordUnavailable)
        {
            var setting = settings.Postgres is null ? "Record:Path" : "Record:Postgres";
            throw new Refusal($"{setting}: {why.Message}", exitCode: 1);
        }
    }

    [LoggerMessage(Level = LogLevel.Information,
        Message = "serving on {Urls}; record {Record}, rules {Rules}, book {Book}")]
    private static partial void LogServing(
        ILogger logger, string urls, string record, string rules, string book);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "stopping: what was handed in is kept first")]
    private static partial void LogStopping(ILogger logger);
}
