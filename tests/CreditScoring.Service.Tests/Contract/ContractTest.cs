using System.Text.Json.Nodes;
using CreditScoring.Service.Access;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Workbench.Invented;

namespace CreditScoring.Service.Tests.Contract;

/// <summary>
/// The service with the rules that ship, keys of all roles, a history of invented enterprises, and things in
/// quarantine and waiting: whatever the contract names as an example is there.
/// </summary>
public abstract class ContractTest
{
    private TempFolder folder = null!;

    protected RunningService Service { get; private set; } = null!;

    /// <summary>A key for each role, of all regions.</summary>
    protected IReadOnlyDictionary<Role, string> Keys { get; private set; } = null!;

    /// <summary>The committed contract.</summary>
    protected static JsonNode Committed { get; } = JsonNode.Parse(File.ReadAllText(CommittedPath))!;

    protected static string CommittedPath => Path.Combine(TestContext.CurrentContext.TestDirectory, "openapi.json");

    [OneTimeSetUp]
    public async Task Start()
    {
        folder = new TempFolder();
        Copy(Path.Combine(AppContext.BaseDirectory, "rules"), folder.In("rules"));
        await using (var open = await RunningService.StartAsync(folder, StoppedClock.At("2026-03-20")))
        {
            await open.PostAsync((string)ExampleOf("/v1/events").ToJsonString(), "application/json");
            await open.PostAsync("{\"id\": 7}", "application/json");
            await open.PostAsync(string.Join('\n', SampleHistory.Lines(
                new SamplePlan(40, 2, Seed: 1, new DateOnly(2026, 3, 19)))), "application/x-ndjson");
            await open.PostAsync(
                """{"id":"w1","source":"fujian-inspection","kind":"annulled","occurredOn":"2026-03-02","actsOn":"none"}""",
                "application/json");
        }

        Service = await RunningService.StartAsync(folder, StoppedClock.At("2026-06-30"), Keyed.Wanted);
        await RunningService.Until(async () =>
            (string?)(await Service.GetAsync("/health/ready"))["status"] == "ready");
        var keys = new Dictionary<Role, string>();
        foreach (var role in Roles.All)
        {
            keys[role] = await Service.KeyOf(
                role.Word(), [role], source: "fujian-inspection", expires: new DateOnly(2026, 12, 31));
        }

        Keys = keys;
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await Service.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>The example of the body of a POST.</summary>
    protected static JsonNode ExampleOf(string path) =>
        Committed["paths"]![path]!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]!;

    /// <summary>The key of the first role that may use an operation; null: it wants none.</summary>
    protected async Task<string?> KeyForAsync(string method, string path)
    {
        foreach (var key in Keys.Values)
        {
            using var answer = await Service.AskAsync(key, new HttpMethod(method), path, "{}");
            if ((int)answer.StatusCode is not (401 or 403))
            {
                return key;
            }
        }

        return null;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
