using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests;

/// <summary>Tests that talk to a running service on the day 2025-07-31.</summary>
[Parallelizable(ParallelScope.Fixtures)]
public abstract class ServiceTest
{
    protected TempFolder Folder { get; private set; } = null!;

    protected StoppedClock Clock { get; private set; } = null!;

    protected RunningService Service { get; private set; } = null!;

    [SetUp]
    public async Task Start()
    {
        Folder = new TempFolder();
        Clock = StoppedClock.At("2025-07-31");
        Service = await RunningService.StartAsync(Folder, Clock);
    }

    [TearDown]
    public async Task Stop()
    {
        await Service.DisposeAsync();
        Folder.Dispose();
    }

    protected async Task Restart()
    {
        await Service.DisposeAsync();
        Service = await RunningService.StartAsync(Folder, Clock);
    }
}
