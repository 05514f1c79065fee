using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests;

/// <summary>Tests of a running service beside a real Redis, on the day 2025-07-31.</summary>
[Parallelizable(ParallelScope.Fixtures)]
[Category(Tool.Redis)]
public abstract class RedisTest
{
    protected TempFolder Folder { get; private set; } = null!;

    protected StoppedClock Clock { get; private set; } = null!;

    protected RedisServer Redis { get; private set; } = null!;

    protected RunningService Service { get; set; } = null!;

    [SetUp]
    public async Task Start()
    {
        Redis = await RedisServer.StartAsync();
        Folder = new TempFolder();
        Clock = StoppedClock.At("2025-07-31");
        Service = await RunningService.StartAsync(Folder, Clock, "--redis", Redis.Address);
    }

    [TearDown]
    public async Task Stop()
    {
        // Nothing was started where there is no server.
        if (Service is not null)
        {
            await Service.DisposeAsync();
            Folder.Dispose();
            await Redis.DisposeAsync();
        }
    }

    protected async Task Stopped() => await Service.DisposeAsync();

    /// <param name="more">Puts other parts in the place of some.</param>
    protected async Task Started(Action<IServiceCollection>? more = null) =>
        Service = await RunningService.StartAsync(Folder, Clock, more, "--redis", Redis.Address);

    protected Task Kept(long events) =>
        RunningService.Until(async () => (long)(await Service.GetAsync("/health/ready"))["events"]! == events);

    protected Task Status(string status) => RunningService.Until(
        async () => (string?)(await Service.GetAsync("/health/ready"))["status"] == status);

    protected Task<string?> Line(string subject) =>
        Redis.TextAsync("GET", $"credit:tier:{TestRules.Regime}:{subject}");

    protected Task LineIs(string subject, string line) =>
        RunningService.Until(async () => await Line(subject) == line);

    protected Task Acknowledged() => RunningService.Until(async () =>
        (long)((StackExchange.Redis.RedisResult[])(await Redis.Redis.AskAsync("XPENDING", "credit:events", "credit"))!)[0] == 0);
}
