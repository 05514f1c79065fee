using CreditScoring.Service.Access;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Tests.Given;
using Microsoft.AspNetCore.Routing;

namespace CreditScoring.Service.Tests.Access;

/// <summary>What is asked, who may, how far regions matter, and the status of who may.</summary>
public sealed record MatrixRow(string Ask, string Who, Extent Extent, int Status)
{
    public string Method => Ask.Split(' ')[0];

    public string Path => Ask.Split(' ')[1];

    public static implicit operator MatrixRow((string Ask, string Who, Extent Extent, int Status) row) =>
        new(row.Ask, row.Who, row.Extent, row.Status);

    public bool IsFor(Role role) => Who.Split(' ').Contains(role.Word());

    /// <summary>The file that is asked for is of 350100; who is competent elsewhere is not told of it.</summary>
    public int Expected(Role role, string region) => !IsFor(role) || (Extent == Extent.Whole && region.Length > 0) ? 403
        : Extent == Extent.Subject && region == "44" ? 404 : Status;
}

/// <summary>Tests of every role of every region against every endpoint, on one service that wants to know who asks.</summary>
public abstract class MatrixTest
{
    protected const string Everybody = "viewer officer ingest scheduler author approver corrector auditor admin";

    protected static readonly string[] Regions = ["", "3501", "44"];

    private TempFolder folder = null!;

    protected RunningService Service { get; private set; } = null!;

    protected IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. Service.Services.GetServices<EndpointDataSource>().SelectMany(each => each.Endpoints).OfType<RouteEndpoint>()];

    [OneTimeSetUp]
    public async Task Start()
    {
        folder = new TempFolder();
        var clock = StoppedClock.At("2025-07-31");
        await using (var open = await RunningService.StartAsync(folder, clock))
        {
            await open.SendAsync(Sent.Failed("e1", "2025-07-01"));
            await open.PostAsync("{\"id\": 7}", "application/json");
        }

        Service = await RunningService.StartAsync(folder, clock, Persons.Cheaply);
        await RunningService.Until(async () => (string?)(await Service.GetAsync("/health/ready"))["status"] == "ready");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await Service.DisposeAsync();
        folder.Dispose();
    }
}
