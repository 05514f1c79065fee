using System.Runtime.InteropServices;
using CreditScoring.Service.Access;
using CreditScoring.Service.Backtests;
using CreditScoring.Service.Api;
using CreditScoring.Service.Commands;
using CreditScoring.Service.Corrections;
using CreditScoring.Service.Dashboard;
using CreditScoring.Service.Demo;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Intake.Folder;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RandomDraws;
using CreditScoring.Service.Planning;
using CreditScoring.Service.Postgres;
using CreditScoring.Service.Questions;
using CreditScoring.Service.Redis.Parts;
using CreditScoring.Service.Redis.Connecting;
using CreditScoring.Service.Redis.Outgoing;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.SecondOpinions;
using CreditScoring.Service.Sqlite;
using CreditScoring.Service.Starting;
using CreditScoring.Service.Systemd;
using CreditScoring.Service.TablesIn;
using CreditScoring.Service.Gauges;
using CreditScoring.Service.Webhooks;
using CreditScoring.Service.Work;
using Microsoft.AspNetCore.Connections;

namespace CreditScoring.Service;

/// <summary>The only place where concrete adapters and the real clock are named.</summary>
public static class Program
{
    /// <summary>SIGXFSZ.</summary>
    private const int FileTooLarge = 25;

    public static async Task<int> Main(string[] arguments)
    {
        Settings? settings = null;
        OwnerOnly();
        using var full = NoEndByFullFiles();
        try
        {
#pragma warning disable RS0030 // Here, and only here.
            var clock = TimeProvider.System;
#pragma warning restore RS0030
            if (MaintenanceCommands.Run(arguments, clock, Neighbours) is { } done)
            {
                return await done;
            }

            await using var app = Build(
                arguments, arguments.Contains("--demo") ? DemoFeed.ClockFor(clock) : clock);
            settings = app.Services.GetRequiredService<Settings>();
            var running = app.Services.GetServices<IHostedService>().ToList();
            await app.RunToEndAsync();
            return ServiceHost.TellFaults(running);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            Console.Error.WriteLine($"{taken.Message} Name another one with --urls.");
            return 1;
        }
        catch (Refusal refusal)
        {
            (refusal.ExitCode == 0 ? Console.Out : Console.Error).WriteLine(refusal.Message);
            return refusal.ExitCode;
        }
        finally
        {
            settings?.RemoveDemoData();
        }
    }

    /// <summary>
    /// Record, backups and rejected events are for the one who runs the service, however it was started.
    /// </summary>
    private static void OwnerOnly()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Umask(0x3f);
        }
    }

    /// <summary>
    /// A limit on the size of files is as a full disk: the write fails, and the service goes on.
    /// </summary>
    private static PosixSignalRegistration? NoEndByFullFiles() => OperatingSystem.IsWindows() ? null
        : PosixSignalRegistration.Create((PosixSignal)FileTooLarge, signal => signal.Cancel = true);

    /// <param name="mode">What new files do not allow: 0x3f is 077, group and others.</param>
    [DllImport("libc", EntryPoint = "umask")]
    private static extern int Umask(int mode);

    /// <summary>The adapters, as far as commands and settings ask for them.</summary>
    private static Neighbours Neighbours { get; } = new(
        new AddressReaders(PostgresSettings.Read, RedisSettings.Read), Open, SqliteCopy.Write, OnTiers);

    /// <param name="more">Puts other parts in the place of some, as tests do.</param>
    /// <exception cref="Refusal">The service will not start as it was asked to.</exception>
    public static WebApplication Build(
        string[] arguments, TimeProvider clock, Action<IServiceCollection>? more = null)
    {
        var builder = ServiceHost.Builder();
        var settings = Settings.Read(builder.Configuration, Switches.Parse(arguments), Neighbours.Addresses);
        var differences = new OpenDifferences(settings.SecondOpinion);
        var (shelf, record) = Opening.Of(settings, differences.Seconding, clock, Open);
        builder.WebHost.UseUrls(
            settings.HealthUrls is { } health ? $"{settings.Urls};{health}" : settings.Urls);
        builder.Services
            .AddSingleton(settings)
            .AddSingleton(clock)
            .AddSingleton(shelf)
            .AddSingleton(differences)
            // By a factory, so that the host closes it when it stops.
            .AddSingleton(_ => record)
            .AddSingleton<IWorkingRecord>(all => all.GetRequiredService<IRecord>())
            .AddSingleton<IRecordQuestions>(all => all.GetRequiredService<IRecord>())
            .AddSingleton<IShadowRecord>(all => all.GetRequiredService<IRecord>())
            .AddSingleton<ITableRecord>(all => all.GetRequiredService<IRecord>())
            .AddSingleton<IRecordProof>(all => all.GetRequiredService<IRecord>())
            .AddAccess(settings)
            .AddWork()
            .AddQuestions().AddCorrections().AddTables().AddGovernance(settings).AddPlanning()
            .AddSingleton<QuarantineReading>()
            .AddSingleton<RegisterCounter>()
            .AddWebhooks()
            .AddDesk()
            .AddLoops()
            .AddTelemetry(settings)
            .AddSystemd()
            .AddRedis(settings)
            .AddFeeds(settings);
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapApi();
        app.MapDesk();
        app.Announce(settings, shelf);
        return app;
    }

    /// <summary>Who may do what.</summary>
    private static IServiceCollection AddAccess(
        this IServiceCollection services, Settings settings) => services
        .AddSingleton<RegisterDesk>()
        .AddSingleton<RequestLimits>()
        .AddScoped<CurrentCaller>()
        .AddScoped<SubjectDoor>()
        .AddSessions(settings);

    /// <summary>What takes events in and assesses files, and knows how far it is.</summary>
    private static IServiceCollection AddWork(this IServiceCollection services) => services
        .AddSingleton<LoopHealth>()
        .AddSingleton<InboxQueue>()
        .AddSingleton<BatchWork>()
        .AddSingleton<DaySweep>()
        .AddSingleton<Progress>()
        .AddSingleton<WorkerRoll>()
        .AddSingleton<ClockSetBack>();

    private static IServiceCollection AddQuestions(this IServiceCollection services) => services
        .AddSingleton<FormerBooks>()
        .AddSingleton<SubjectQuestions>()
        .AddSingleton<DayTurned>()
        .AddSingleton<StandingLists>()
        .AddSingleton<StandingCounts>()
        .AddSingleton<StandingChanges>()
        .AddSingleton<DueLists>()
        .AddSingleton<RecommendationFeed>();

    private static IServiceCollection AddCorrections(this IServiceCollection services) => services
        .AddSingleton<CorrectionTrials>()
        .AddSingleton<CorrectionDesk>()
        .AddSingleton<CorrectionLog>();

    private static IServiceCollection AddTables(this IServiceCollection services) => services
        .AddSingleton<TableStore>()
        .AddSingleton<TableReading>()
        .AddSingleton<TablePreviews>()
        .AddSingleton<TableToMend>()
        .AddSingleton<TableDesk>()
        .AddHostedService<TableLoop>();

    /// <summary>
    /// What puts rules in force: the record's gazette, or the folder where that is trusted.
    /// </summary>
    private static IServiceCollection AddGovernance(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<GazetteDesk>().AddSingleton<LawTrials>().AddSingleton<LawDesk>()
            .AddSingleton<DraftDesk>().AddSingleton<DraftTrials>().AddSingleton<CasesInUse>()
            .AddSingleton<BacktestQuestions>()
            .AddSingleton<ShadowQuestions>().AddHostedService<BacktestLoop>().AddHostedService<ShadowLoop>();
        return settings.TrustsFolder ? services.AddHostedService<ShelfWatch>()
            : services.AddHostedService<LawWatch>();
    }

    private static IServiceCollection AddPlanning(this IServiceCollection services) => services
        .AddSingleton<InspectorRoll>()
        .AddSingleton<DrawLists>()
        .AddSingleton<DrawSeal>()
        .AddSingleton<DrawBook>()
        .AddSingleton<DrawDesk>()
        .AddSingleton<DrawFiles>()
        .AddSingleton<DrawSheet>()
        .AddSingleton<PlanDrafting>()
        .AddSingleton<EffectDesk>()
        .AddSingleton<DrawResults>()
        .AddSingleton<PlanResults>()
        .AddSingleton<PlanSheet>()
        .AddSingleton<PlanDesk>();

    /// <summary>The worker and the loops that run whatever the settings say.</summary>
    private static IServiceCollection AddLoops(this IServiceCollection services) => services
        .AddSingleton<SupervisionWorker>()
        .AddHostedService(all => all.GetRequiredService<SupervisionWorker>())
        .AddHostedService<QuarantineRetention>()
        .AddHostedService<LogWatch>()
        .AddHostedService<DifferenceWatch>()
        .AddHostedService<SequenceWatch>();

    /// <summary>What brings events beside HTTP and Redis, where the settings ask for it.</summary>
    private static void AddFeeds(this IServiceCollection services, Settings settings)
    {
        if (settings.Demo)
        {
            services.AddSingleton<DemoPersons>().AddHostedService<DemoFeed>();
        }

        if (settings.InboxFolder is not null)
        {
            services.AddHostedService<FolderWatch>();
        }
    }

    /// <summary>The record where the settings say that it is.</summary>
    private static IRecord Open(Settings settings) => settings.Postgres is PostgresAddress address
        ? PostgresRecord.OpenAsync(address).GetAwaiter().GetResult()
        : new SqliteRecord(settings.RecordPath, new SqliteBounds(settings.LogOctets, settings.ReadTime));

    private static async Task OnTiers(ServerAddress address, TimeProvider clock, Func<ITierCache, Task> work)
    {
        await using var redis = new RedisConnection((RedisAddress)address);
        await work(new RedisTierCache(redis, clock));
    }
}
