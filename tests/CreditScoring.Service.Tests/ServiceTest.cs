using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests;

/// <summary>Tests that talk to a running service on the day 2025-07-31.</summary>
[Parallelizable(ParallelScope.Fixtures)]
public abstract class ServiceTest(On on = On.Sqlite)
{
    protected TempFolder Folder { get; private set; } = null!;

    protected StoppedClock Clock { get; private set; } = null!;

    protected RunningService Service { get; private set; } = null!;

    /// <summary>Switches that name another record than a SQLite file.</summary>
    private string[] record = [];

    [SetUp]
    public async Task Start()
    {
        Folder = new TempFolder();
        Clock = StoppedClock.At("2025-07-31");
        if (on == On.Postgres)
        {
            var server = await SharedPostgres.Server;
            record = ["--postgres", server.Connection(await server.NewDatabaseAsync())];
        }

        Service = await RunningService.StartAsync(Folder, Clock, record);
    }

    [TearDown]
    public async Task Stop()
    {
        // Nothing was started where the test was skipped.
        if (Service is not null)
        {
            await Service.DisposeAsync();
        }

        Folder.Dispose();
    }

    /// <summary>Another worker on the same record; whoever asks for it ends it.</summary>
    protected Task<RunningService> AnotherAsync(Action<IServiceCollection>? more = null) =>
        RunningService.StartAsync(Folder, Clock, more, record);

    protected Task Restart() => Restart(null);

    /// <param name="more">Puts other parts in the place of some.</param>
    protected async Task Restart(Action<IServiceCollection>? more)
    {
        await Service.DisposeAsync();
        Service = await RunningService.StartAsync(Folder, Clock, more, record);
    }
}
