using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Intake;

/// <summary>More comes than the record can keep; the record is slow, and its adapter is the real one.</summary>
public class OverloadTests
{
    private const int Senders = 200;
    private const int Portion = 20;
    private const long Limit = 512 << 10;

    private TempFolder folder = null!;
    private SemaphoreSlim turns = null!;
    private int begun;

    [SetUp]
    public void Prepare()
    {
        folder = new TempFolder();
        turns = new SemaphoreSlim(0);
        begun = 0;
    }

    [TearDown]
    public void Clean()
    {
        folder.Dispose();
        turns.Dispose();
    }

    [Test]
    public async Task Of_ten_times_too_much_some_is_refused_nothing_accepted_is_lost_and_memory_is_bounded()
    {
        await using var service = await StartedAsync(patience: 0.2);
        var inbox = service.Services.GetRequiredService<InboxQueue>();
        var (accepted, refused) = (new ConcurrentBag<int>(), new ConcurrentBag<int>());
        var (most, mostText) = (0L, 0L);
        using var ended = new CancellationTokenSource();
        var record = GivingTurns(ended.Token);
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async sender =>
        {
            for (var portion = 0; portion < 5; portion++)
            {
                var number = (sender * 5) + portion;
                var answer = await Post(service, number);
                Most(ref most, inbox.Events);
                Most(ref mostText, inbox.Room.Taken);
                (answer.StatusCode == HttpStatusCode.OK ? accepted : refused).Add(number);
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
                    Assert.That(answer.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
                    Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
                    Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("inbox-full"));
                }
            }
        }));
        turns.Release(1_000_000);
        Assert.That(refused, Is.Not.Empty);
        Assert.That(accepted, Is.Not.Empty);
        Assert.That(mostText, Is.LessThanOrEqualTo(Limit));
        Assert.That(most, Is.LessThanOrEqualTo(Limit / 16384 * Portion), "events in memory");
        foreach (var number in accepted)
        {
            Assert.That(await Outcomes(service, number), Is.All.EqualTo("duplicate"), "on disk, as was answered");
        }

        foreach (var number in refused)
        {
            Assert.That(await Outcomes(service, number), Is.All.EqualTo("accepted"), "nothing of it was kept");
        }

        var metrics = await service.MetricsAsync();
        Assert.That(metrics["credit_inbox_refused_total"], Is.EqualTo(refused.Count));
        Assert.That(inbox.Room.Taken, Is.Zero, "all room was given back");
        await ended.CancelAsync();
        await record;
        TestContext.Out.WriteLine($"{accepted.Count} accepted, {refused.Count} refused of {Senders * 5}; "
            + $"at most {most} events and {mostText} octets in memory");
    }

    [Test]
    public async Task A_moment_of_fullness_is_waited_out()
    {
        await using var service = await StartedAsync(patience: 60);
        var sending = Enumerable.Range(0, 60).Select(number => Post(service, number)).ToList();
        // Full is when nothing more goes in: how much room is left then depends on who came first.
        var before = -1.0;
        await RunningService.Until(async () =>
        {
            var now = (double)(await service.MetricsAsync())["credit_inbox_text_bytes"];
            var full = now == before && now > Limit / 2;
            before = now;
            return full;
        });
        turns.Release(1_000_000);
        Assert.That((await Task.WhenAll(sending)).Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Where_there_is_room_but_no_place_the_rest_is_refused_and_not_kept()
    {
        await using var service = await StartedAsync(patience: 0.5, limit: 64 << 20);
        var first = Post(service, 1000);
        await RunningService.Until(() => Task.FromResult(Volatile.Read(ref begun) == 2));
        // The worker holds the first and waits for the record: 64 places are left.
        var answers = Enumerable.Range(0, 100).Select(number => Post(service, number)).ToList();
        await RunningService.Until(() => Task.FromResult(answers.Count(each => each.IsCompleted) == 36));
        turns.Release(1_000_000);
        var codes = (await Task.WhenAll(answers)).Select(answer => answer.StatusCode).ToList();
        Assert.That(codes.Count(code => code == HttpStatusCode.TooManyRequests), Is.EqualTo(36));
        Assert.That((await first).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        for (var number = 0; number < codes.Count; number++)
        {
            Assert.That(await Outcomes(service, number), Is.All.EqualTo(
                codes[number] == HttpStatusCode.OK ? "duplicate" : "accepted"));
        }
    }

    [Test]
    public async Task A_body_that_tells_no_length_takes_room_as_it_is_read_and_gives_it_back()
    {
        await using var service = await StartedAsync(patience: 0.2);
        var inbox = service.Services.GetRequiredService<InboxQueue>();
        using var hold = inbox.Room.Enter();
        Assert.That(await hold.HasAsync(Limit - 100_000, TimeSpan.Zero, default), Is.True);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/events")
        {
            Content = new StringContent(new string(' ', 200_000), null, "application/json"),
        };
        request.Headers.TransferEncodingChunked = true;
        Assert.That((await service.Http.SendAsync(request)).StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(inbox.Room.Taken, Is.EqualTo(Limit - 100_000));
    }

    /// <summary>The record takes a batch every 50 ms; the senders ask for ten times as much.</summary>
    private Task GivingTurns(CancellationToken ended) => Task.Run(
        async () =>
        {
            while (!ended.IsCancellationRequested)
            {
                turns.Release();
                await Task.Delay(50, CancellationToken.None);
            }
        }, CancellationToken.None);

    /// <summary>From here on the record takes nothing until it is given a turn.</summary>
    private async Task<RunningService> StartedAsync(double patience, long limit = Limit)
    {
        var slow = RecordInFront.Doing(name =>
        {
            if (name != "BeginAsync")
            {
                return Task.CompletedTask;
            }

            var turn = turns.WaitAsync();
            Interlocked.Increment(ref begun);
            return turn;
        });
        turns.Release(3);
        var service = await RunningService.StartAsync(folder, StoppedClock.At("2025-07-31"), services =>
        {
            var settings = (Settings)services.Last(each => each.ServiceType == typeof(Settings)).ImplementationInstance!;
            services.AddSingleton(settings with { WaitingText = limit, Patience = TimeSpan.FromSeconds(patience) });
            slow(services);
        });
        // What starting leaves over would let whole batches through before the test has begun.
        await RunningService.Until(() => Task.FromResult(Volatile.Read(ref begun) == 1));
        while (turns.Wait(0))
        {
        }

        return service;
    }

    private static Task<HttpResponseMessage> Post(RunningService service, int number) => service.PostAsync(
        new JsonArray([.. Events(number)]).ToJsonString(), "application/json");

    private static Task<string[]> Outcomes(RunningService service, int number) =>
        service.SendAsync([.. Events(number)]);

    private static IEnumerable<JsonNode> Events(int number) => Enumerable.Range(number * Portion, Portion)
        .Select(each => Sent.Failed($"e{each}", "2025-07-01", Codes.Of(each)));

    private static void Most(ref long most, long now)
    {
        for (var seen = Volatile.Read(ref most); now > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, now, seen);
        }
    }
}
