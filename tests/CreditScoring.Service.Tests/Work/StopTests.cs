using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Intake.Body;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Tests.Given;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Tests.Work;

/// <summary>A stop keeps what was handed in before it: the record is held back until the stop has begun.</summary>
public class StopTests
{
    private const int Handed = 20;

    private TempFolder folder = null!;

    [SetUp]
    public void Prepare()
    {
        folder = new TempFolder();
        TestRules.WriteTo(folder);
    }

    [TearDown]
    public void Clean() => folder.Dispose();

    [Test]
    public async Task Requests_under_way_at_SIGTERM_are_answered_and_there_after_a_restart()
    {
        using var process = ServiceProcess.On(folder);
        using var http = await process.ServingAsync();
        await RunningService.Until(async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode);
        Task<HttpResponseMessage>[] sending;
        using (new RecordLock(folder))
        {
            sending = [.. Enumerable.Range(0, Handed).Select(number => Post(http, number))];
            await RunningService.Until(async () => PrometheusParser.Read(
                await http.GetStringAsync("/metrics"))["credit_inbox_submissions"] == Handed);
            process.AskToStop();
            await RunningService.Until(() => Task.FromResult(process.Said.Contains("stopping")));
        }

        var answers = await Task.WhenAll(sending);
        Assert.That(answers.Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(await process.ExitAsync(), Is.Zero, process.Said);

        using var again = ServiceProcess.On(folder);
        using var questions = await again.ServingAsync();
        foreach (var number in Enumerable.Range(0, Handed))
        {
            var known = await (await Post(questions, number)).Content.ReadFromJsonAsync<JsonNode>();
            Assert.That((string?)known!["events"]![0]!["outcome"], Is.EqualTo("duplicate"));
        }
    }

    /// <summary>Streams and folders hand in without a request that the web server would wait for.</summary>
    [Test]
    public async Task What_waits_in_the_inbox_when_the_worker_is_stopped_is_still_kept()
    {
        var service = await RunningService.StartAsync(folder, StoppedClock.At("2025-07-31"));
        await RunningService.Until(async () => (await service.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
        var inbox = service.Services.GetRequiredService<InboxQueue>();
        var book = service.Services.GetRequiredService<Shelf>().Book;
        var worker = service.Services.GetRequiredService<SupervisionWorker>();
        Task<IReadOnlyList<Arrival>>[] handed;
        Task stopped;
        using (new RecordLock(folder))
        {
            // The first is taken, and waits for the record; the others wait in the inbox.
            handed = [Hand(0)];
            await RunningService.Until(() => Task.FromResult(inbox.Submissions == 1));
            await Task.Delay(300);
            handed = [.. handed, .. Enumerable.Range(1, Handed).Select(Hand)];
            stopped = worker.StopAsync(CancellationToken.None);
        }

        foreach (var arrivals in await Task.WhenAll(handed))
        {
            Assert.That(arrivals.Single().Outcome, Is.EqualTo(Outcome.Accepted));
        }

        await stopped;
        await service.DisposeAsync();

        Task<IReadOnlyList<Arrival>> Hand(int number) => inbox.KeepAsync(
            EventBody.Read(book, Event(number).ToJsonString(), BodyForm.Json, 10_000, Sender.Unnamed, out _)!, CancellationToken.None);
    }

    private static Task<HttpResponseMessage> Post(HttpClient http, int number) =>
        http.PostAsJsonAsync("/v1/events", Event(number));

    private static JsonObject Event(int number) =>
        Sent.Failed($"e{number}", "2025-07-01", Codes.Of(number));
}
