using CreditScoring.Enterprises;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Loops;

/// <summary>Whatever fails in a part that works in the background, the process and the others go on.</summary>
public class LoopTests
{
    private TempFolder folder = null!;
    private StoppedClock clock = null!;
    private bool fails;

    [SetUp]
    public void Prepare() => (folder, clock, fails) = (new TempFolder(), StoppedClock.At("2025-07-31"), true);

    [TearDown]
    public void Clean() => folder.Dispose();

    [Test]
    public void Every_part_that_works_in_the_background_is_a_loop() => Assert.That(
        typeof(Program).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && typeof(BackgroundService).IsAssignableFrom(type)
                && !typeof(Loop).IsAssignableFrom(type)),
        Is.Empty);

    [TestCase("SourcesAsync", "sequence-numbers")]
    [TestCase("SignAsync", "sweep")]
    [TestCase("ForgetAsync", "quarantine-retention")]
    public async Task A_fault_of_the_program_degrades_its_part_alone_and_is_over_when_it_is(string asked, string part)
    {
        await using var service = await RunningService.StartAsync(folder, clock, services =>
        {
            var settings = services.Select(each => each.ImplementationInstance).OfType<Settings>().Last();
            services.AddSingleton(settings with { QuarantineDays = 30 });
            RecordInFront.Doing(name => Fault(name == asked))(services);
        });
        await RunningService.Until(async () => (await service.MetricsAsync())[Failures(part)] > 1);
        Assert.That(await service.SendAsync(Sent.Failed("e1", "2025-07-01")), Is.EqualTo(new[] { "accepted" }));
        var metrics = await service.MetricsAsync();
        Assert.That(metrics[$"credit_degraded{{part={part}}}"], Is.EqualTo(1));
        Assert.That(metrics.Where(each => each.Key.StartsWith("credit_degraded") && each.Value > 0).Count(), Is.EqualTo(1));
        Assert.That(await service.Http.GetAsync("/health/ready").Result.Content.ReadAsStringAsync(),
            Does.Contain("InvalidOperationException").And.Not.Contain("a fault over").And.Not.Contain(Sent.Shop));

        Volatile.Write(ref fails, false);
        await RunningService.Until(async () =>
            (await service.MetricsAsync())[$"credit_degraded{{part={part}}}"] == 0);
        await Ready(service, "ready");
    }

    [Test]
    public async Task An_event_on_which_the_program_fails_is_in_quarantine_and_its_neighbours_are_kept()
    {
        await using var service = await RunningService.StartAsync(folder, clock, RecordInFront.Doing(
            _ => Task.CompletedTask,
            (name, given) => Fault(name == "ClaimAsync"
                && given is IReadOnlyCollection<NewEvent> events && events.Any(each => each.Id.Id == "e3"))));
        Assert.That(
            await service.SendAsync([.. Enumerable.Range(1, 9).Select(i => Sent.Failed($"e{i}", "2025-07-01"))]),
            Is.EqualTo(Enumerable.Range(1, 9).Select(i => i == 3 ? "quarantined" : "accepted")));
        Assert.That(await service.SendAsync(Sent.Failed("e3", "2025-07-01")), Is.EqualTo(new[] { "quarantined" }), "alone");
        var item = (await service.GetAsync("/v1/quarantine"))["items"]!.AsArray().Single()!;
        Assert.That(item.ToJsonString(), Does.Contain("intake-failed"));
        Assert.That((await service.MetricsAsync())[Failures("worker")], Is.GreaterThan(0));

        Volatile.Write(ref fails, false);
        Assert.That(await service.SendAsync(Sent.Failed("e3", "2025-07-01")), Is.EqualTo(new[] { "accepted" }), "mended");
    }

    [Test]
    public async Task If_the_program_fails_on_every_event_nothing_is_put_aside_for_ever()
    {
        await using var service = await RunningService.StartAsync(folder, clock, RecordInFront.Doing(
            _ => Task.CompletedTask, (name, _) => Fault(name == "ClaimAsync" || name == "CommitAsync")));
        var events = $"[{string.Join(',', Enumerable.Range(1, 40).Select(i => Sent.Failed($"e{i}", "2025-07-01")))}]";
        Assert.That((int)(await service.PostAsync(events, "application/json")).StatusCode, Is.EqualTo(500));
        Volatile.Write(ref fails, false);
        Assert.That((int)(await service.PostAsync(events, "application/json")).StatusCode, Is.EqualTo(200));
        Assert.That((await service.GetAsync("/v1/quarantine"))["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_file_on_which_the_program_fails_holds_up_no_other_at_the_turn_of_the_day()
    {
        fails = false;
        await using var service = await RunningService.StartAsync(folder, clock, RecordInFront.Doing(
            _ => Task.CompletedTask,
            (name, given) => Fault(name == "HoldAsync"
                && given is IReadOnlyDictionary<Subject, long> files && files.Keys.Any(each => each.Id == Sent.Shop))));
        await service.SendAsync(Sent.Failed("e1", "2025-07-01"), Sent.Failed("e2", "2025-07-01", Sent.Factory));
        await Ready(service, "ready");
        Volatile.Write(ref fails, true);
        clock.Turn("2027-07-02");
        await Ready(service, "degraded");
        Assert.That(await service.TierAsync(Sent.Factory), Is.EqualTo("A"));
        Assert.That((string?)(await service.ReadyAsync())["degraded"]![0]!["part"], Is.EqualTo("sweep"));
        var listed = (await service.GetAsync("/v1/enterprises"))["items"]!.AsArray();
        Assert.That(listed.Select(each => ((string?)each!["subject"], (bool)each["stale"]!)),
            Is.EquivalentTo(new[] { (Sent.Shop, true), (Sent.Factory, true) }), "not all is as of today");

        Volatile.Write(ref fails, false);
        clock.Turn("2027-07-03");
        await Ready(service, "ready");
        Assert.That(await service.TierAsync(), Is.EqualTo("A"));
    }

    private Task Fault(bool here) => here && Volatile.Read(ref fails)
        ? throw new InvalidOperationException($"a fault over {Sent.Shop}") : Task.CompletedTask;

    private static string Failures(string part) => $"credit_part_failures_total{{part={part}}}";

    private static Task Ready(RunningService service, string status) => RunningService.Until(async () =>
    {
        var answer = await service.Http.GetAsync("/health/ready");
        return answer.IsSuccessStatusCode
            && (await answer.Content.ReadAsStringAsync()).Contains($"\"status\":\"{status}\"");
    });
}
