using System.Text.Json.Nodes;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Service.Tests.Governance;

namespace CreditScoring.Service.Tests.Backtests;

/// <summary>
/// A governed service over a record of thirty, of whom ten have no failed sampling, ten one and ten two.
/// </summary>
public sealed class ShadowedService : IAsyncDisposable
{
    public const int Subjects = 30;

    private readonly TempFolder folder = new();

    private ShadowedService() => Rules = TestRules.WriteTo(folder);

    public StoppedClock Clock { get; } = StoppedClock.At("2025-07-31");

    public RunningService Service { get; private set; } = null!;

    public Governance.Law Law { get; private set; } = null!;

    public string Rules { get; }

    public static async Task<ShadowedService> StartAsync(On on, Action<IServiceCollection>? inFront = null)
    {
        var given = new ShadowedService();
        string[] record = [];
        if (on == On.Postgres)
        {
            var server = await SharedPostgres.Server;
            record = ["--postgres", server.Connection(await server.NewDatabaseAsync())];
        }

        await using (var before = await RunningService.StartAsync(given.folder, given.Clock, record))
        {
            await before.SendAsync([.. Enumerable.Range(0, Subjects).SelectMany(given.Events)]);
        }

        given.Service = await RunningService.StartAsync(given.folder, given.Clock, services =>
        {
            Persons.Cheaply(services);
            inFront?.Invoke(services);
        }, ["--trust-folder", "false", .. record]);
        given.Law = await given.Service.LawAsync();
        // What the other one leaves to be judged anew is done before anything is followed.
        given.Clock.Turn(given.Clock.GetUtcNow().AddMinutes(1));
        return given;
    }

    public Task<JsonNode> BeginAsync(string id, int days = 14) =>
        Law.DoneAsync(Law.Author, $"/v1/proposals/{id}/shadow", new JsonObject { ["days"] = days });

    /// <summary>One more failed sampling of a subject.</summary>
    public Task FailAsync(string id, int subject, string on = "2025-07-30") => Law.DoneAsync(Law.Sender, "/v1/events", new JsonArray(
        Sent.Failed(id, on, Codes.Of(subject)).With("source", "gd-samr")));

    public JsonObject Passed(string id, int subject) => Sent.Failed(id, "2025-07-30", Codes.Of(subject))
        .With("source", "gd-samr").With("data", new JsonObject { ["result"] = "passed" });

    /// <summary>The shadow of a proposal, once it is so.</summary>
    public async Task<JsonNode> UntilAsync(string id, Func<JsonNode, bool> holds)
    {
        JsonNode? shadow = null;
        await RunningService.Until(async () =>
            holds(shadow = (await Law.AskAsync(Law.Approver, $"/v1/proposals/{id}/shadow")).Body));
        return shadow!;
    }

    /// <summary>Once all that has changed is in it.</summary>
    public Task<JsonNode> FollowedAsync(string id) => UntilAsync(id, each => (long)each["behind"]! == 0);

    /// <summary>Another day comes, and is caught up with.</summary>
    public async Task TurnAsync(string day)
    {
        Clock.Turn(day);
        await RunningService.Until(async () => (string?)(await Law.AskAsync(Law.Author, "/health/ready")).Body["status"] == "ready");
    }

    public static IEnumerable<string> Tiers(JsonNode shadow) =>
        shadow["tiers"]!.AsArray().Select(each => $"{each!["before"]}->{each["after"]} {each["subjects"]}");

    public void Change(string file, Func<string, string> change)
    {
        var path = Path.Combine(Rules, "test/points/2020-01-01", file);
        File.WriteAllText(path, change(File.ReadAllText(path)));
    }

    /// <summary>A version to come.</summary>
    public void AddVersion(string day, Func<string, string> change)
    {
        Directory.CreateDirectory(Path.Combine(Rules, "test/points", day));
        foreach (var file in Directory.GetFiles(Path.Combine(Rules, "test/points/2020-01-01")))
        {
            File.WriteAllText(
                Path.Combine(Rules, "test/points", day, Path.GetFileName(file)),
                change(File.ReadAllText(file).Replace("\"inForceFrom\": \"2020-01-01\"", $"\"inForceFrom\": \"{day}\"")));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Service is not null)
        {
            await Service.DisposeAsync();
        }

        folder.Dispose();
    }

    private IEnumerable<JsonNode> Events(int subject)
    {
        yield return Passed($"i{subject}", subject);
        for (var failed = 0; failed < subject % 3; failed++)
        {
            yield return Sent.Failed($"e{subject}-{failed}", $"2025-06-0{failed + 1}", Codes.Of(subject));
        }
    }
}

/// <summary>What is asked of an enterprise by number.</summary>
internal static class ShadowedAnswers
{
    public static async Task<string?> TierOfAsync(this RunningService _, Governance.Law law, int subject) =>
        (string?)(await law.AskAsync(law.Sender, $"/v1/enterprises/{Codes.Of(subject)}")).Body["standings"]![0]!["tier"];
}
