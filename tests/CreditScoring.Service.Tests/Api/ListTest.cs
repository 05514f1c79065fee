using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Api;

/// <summary>Questions over all subjects, asked of one service a fixture; the clock begins on 2025-07-31.</summary>
public abstract class ListTest(On on)
{
    private TempFolder folder = null!;

    protected StoppedClock Clock { get; private set; } = null!;

    protected RunningService Service { get; private set; } = null!;

    protected virtual Action<IServiceCollection>? More => null;

    [OneTimeSetUp]
    public async Task Start()
    {
        (folder, Clock) = (new TempFolder(), StoppedClock.At("2025-07-31"));
        ListRules.WriteTo(folder);
        string[] record = [];
        if (on == On.Postgres)
        {
            var server = await SharedPostgres.Server;
            record = ["--postgres", server.Connection(await server.NewDatabaseAsync())];
        }

        Service = await RunningService.StartAsync(folder, Clock, More, record);
        await Fill();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (Service is not null)
        {
            await Service.DisposeAsync();
        }

        folder.Dispose();
    }

    protected abstract Task Fill();

    protected static JsonObject Profile(string id, string on, string subject, string? name, string? industry = null) => new()
    {
        ["id"] = id, ["source"] = "bureau", ["kind"] = "profile", ["occurredOn"] = on,
        ["subject"] = new JsonObject { ["kind"] = "operator", ["id"] = subject },
        ["data"] = new JsonObject(new[] { ("name", name), ("industry", industry) }.Where(each => each.Item2 is not null)
            .Select(each => KeyValuePair.Create(each.Item1, (JsonNode?)each.Item2))),
    };

    protected async Task Accept(params JsonNode[] events) =>
        Assert.That(await Service.SendAsync(events), Is.All.EqualTo("accepted"));

    protected async Task<JsonNode[]> Items(string path)
    {
        var answer = await Service.Http.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return [.. JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["items"]!.AsArray().Select(each => each!)];
    }

    /// <summary>The subjects of the one regime that are listed, by the names of the test.</summary>
    protected async Task<string> Listed(string query) => string.Join(' ', (await Items(
        $"/v1/enterprises?regime={TestRules.Regime}&{query}")).Select(each => (string?)each["name"] ?? "-"));
}
