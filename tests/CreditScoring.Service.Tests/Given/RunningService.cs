using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace CreditScoring.Service.Tests.Given;

/// <summary>
/// The whole service on a free port of this machine, with its own folder and clock.
/// </summary>
public sealed class RunningService : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningService(WebApplication app)
    {
        this.app = app;
        // Who asks before he sends much waits for the answer, however busy the machine is.
        Http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) })
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => app.Services;

    public static Task<RunningService> StartAsync(
        TempFolder folder, TimeProvider clock, params string[] switches) =>
        StartAsync(folder, clock, null, switches);

    /// <param name="more">Puts other parts in the place of some.</param>
    public static async Task<RunningService> StartAsync(
        TempFolder folder, TimeProvider clock, Action<IServiceCollection>? more, params string[] switches)
    {
        var rules = folder.In("rules");
        if (!Directory.Exists(rules))
        {
            TestRules.WriteTo(folder);
        }

        string[] record = switches.Contains("--postgres") ? [] : ["--record", folder.In("credit.db")];
        var app = Program.Build(
            [.. record, "--rules", rules, "--urls", "http://127.0.0.1:0", .. switches], clock, more);
        await app.StartAsync();
        return new RunningService(app);
    }

    /// <summary>Sends events and gives the outcome of each, in order.</summary>
    public async Task<string[]> SendAsync(params JsonNode[] events) =>
        [.. (await SendForAnswersAsync(events)).Select(each => (string)each!["outcome"]!)];

    public async Task<JsonArray> SendForAnswersAsync(params JsonNode[] events)
    {
        var text = $"[{string.Join(",", events.Select(each => each.ToJsonString()))}]";
        var answer = await PostAsync(text, "application/json");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["events"]!.AsArray();
    }

    public Task<HttpResponseMessage> PostAsync(string text, string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return Http.PostAsync("/v1/events", content);
    }

    public async Task<JsonNode> GetAsync(string path) =>
        JsonNode.Parse(await Http.GetStringAsync(path))!;

    /// <summary>
    /// What /health/ready says once it says it: a service just started, or with a new book, answers 503 until
    /// it has caught up, on a busy machine for longer than a test takes to its first question.
    /// </summary>
    public async Task<JsonNode> ReadyAsync()
    {
        JsonNode? ready = null;
        await Until(async () => (ready = await GetAsync("/health/ready")) is not null);
        return ready!;
    }

    /// <summary>The samples of /metrics, read by a parser that takes nothing amiss in silence.</summary>
    public async Task<Dictionary<string, double>> MetricsAsync() =>
        PrometheusParser.Read(await Http.GetStringAsync("/metrics"));

    /// <summary>The standing of a subject in the one regime of the test rules.</summary>
    public async Task<JsonNode> StandingAsync(string subject = Sent.Shop, string query = "") =>
        (await GetAsync($"/v1/enterprises/{subject}{query}"))["standings"]![0]!;

    public async Task<string?> TierAsync(string subject = Sent.Shop, string query = "") =>
        (string?)(await StandingAsync(subject, query))["tier"];

    /// <summary>
    /// Waits for something that the service does by itself; the limit is a hang's. An answer of 503
    /// is "not yet": while a new book or a new day is caught up with, it is the right one.
    /// </summary>
    public static async Task Until(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await HoldsAsync(holds); tries++)
        {
            Assert.That(tries, Is.LessThan(600), "waited for a minute");
            await Task.Delay(100);
        }
    }

    private static async Task<bool> HoldsAsync(Func<Task<bool>> holds)
    {
        try
        {
            return await holds();
        }
        catch (HttpRequestException fault) when (fault.StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
