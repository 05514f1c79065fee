using CreditScoring.Service.Access;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Workbench.Invented;

namespace CreditScoring.Service.Tests.Dashboard;

/// <summary>
/// Tests of pages, on one service with the sample of the shipped rules: three years of invented enterprises
/// up to 2025-12-31.
/// </summary>
public abstract class DeskTest
{
    protected const string Points = "cn/product-quality-points";

    private TempFolder folder = null!;

    protected RunningService Service { get; private set; } = null!;

    protected StoppedClock Clock { get; private set; } = null!;

    protected virtual int Enterprises => 150;

    /// <summary>Whether one has to say who he is.</summary>
    protected virtual bool WantsKeys => false;

    [OneTimeSetUp]
    public async Task Start()
    {
        folder = new TempFolder();
        Clock = StoppedClock.At("2025-12-31");
        var rules = Path.Combine(AppContext.BaseDirectory, "rules");
        await using (var open = await RunningService.StartAsync(folder, Clock, "--rules", rules))
        {
            await open.PostAsync(
                string.Join('\n', SampleHistory.Lines(
                    new SamplePlan(Enterprises, 3, Seed: 1, new DateOnly(2025, 12, 31)))),
                "application/x-ndjson");
            await open.PostAsync("{\"id\": 7}", "application/json");
        }

        Service = await RunningService.StartAsync(folder, Clock, WantsKeys ? Persons.Cheaply : Keyed.WithOpenDraws, "--rules", rules);
        await RunningService.Until(async () => (string?)(await Service.GetAsync("/health/ready"))["status"] == "ready");
        if (WantsKeys)
        {
            await Service.KeyOf("one", [Role.Admin]);
        }
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await Service.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>One of those who stand in a tier of a regime, the worst first.</summary>
    protected async Task<string> OneInAsync(string tier, string regime = Points)
    {
        var found = await Service.GetAsync($"/v1/enterprises?regime={regime}&tier={tier}&limit=1&sort=-points");
        return (string)found["items"]![0]!["subject"]!;
    }
}
