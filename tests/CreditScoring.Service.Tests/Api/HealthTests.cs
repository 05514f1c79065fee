using System.Net;
using System.Text.Json.Nodes;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Api;

public class HealthTests : ServiceTest
{
    [Test]
    public async Task What_runs_is_told_with_its_rules()
    {
        var version = await Service.GetAsync("/version");
        Assert.Multiple(() =>
        {
            Assert.That((string?)version["version"], Is.EqualTo("0.1.0"));
            Assert.That((string?)version["book"], Has.Length.EqualTo(64));
            var pack = version["packs"]!.AsArray().Single()!;
            Assert.That((string?)pack["regime"], Is.EqualTo(TestRules.Regime));
            Assert.That((string?)pack["pack"], Is.EqualTo("2020-01-01"));
            Assert.That((string?)pack["status"], Is.EqualTo("illustrative"));
            Assert.That((string?)pack["hash"], Has.Length.EqualTo(64));
            Assert.That(version["idle"]!.AsArray(), Is.Empty);
        });
    }

    [Test]
    public async Task Without_its_record_it_lives_is_not_ready_and_says_why()
    {
        var away = false;
        using var folder = new TempFolder();
        await using var service = await RunningService.StartAsync(
            folder, Clock, RecordInFront.Doing(_ => Volatile.Read(ref away)
                ? throw new RecordUnavailable($"the disk is gone, {Sent.Shop}") : Task.CompletedTask));
        await RunningService.Until(async () =>
            (await service.Http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK);
        Volatile.Write(ref away, true);
        var answer = await service.Http.GetAsync("/health/ready");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable), "at once, without an event");
        var why = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.That((string?)why["code"], Is.EqualTo("record-unavailable"));
        Assert.That((string?)why["title"], Does.Contain("the disk is gone").And.Not.Contain(Sent.Shop));
        Assert.That((await service.Http.GetAsync("/health/live")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Volatile.Write(ref away, false);
        Assert.That((await service.Http.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_record_that_can_be_read_and_not_written_is_not_ready_until_it_can_be_written_again()
    {
        var full = false;
        using var folder = new TempFolder();
        Task Write(bool writes) => writes && Volatile.Read(ref full)
            ? throw new RecordUnavailable("database or disk is full") : Task.CompletedTask;
        await using var service = await RunningService.StartAsync(folder, Clock, RecordInFront.Doing(
            name => Write(name == "ProbeAsync"), (name, _) => Write(name == "CommitAsync")));
        await service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        Volatile.Write(ref full, true);
        var answer = await service.PostAsync(Sent.Failed("e2", "2025-07-02").ToJsonString(), "application/json");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        for (var looks = 0; looks < 8; looks++)
        {
            var ready = await service.Http.GetAsync("/health/ready");
            Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(await ready.Content.ReadAsStringAsync(), Does.Contain("disk is full"));
            Assert.That((await service.MetricsAsync())["credit_ready"], Is.Zero);
            await Task.Delay(250);
        }

        Assert.That(await service.TierAsync(), Is.EqualTo("C"), "it can still be read");
        Volatile.Write(ref full, false);
        await RunningService.Until(async () =>
            (await service.Http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK);
        Assert.That((await service.MetricsAsync())["credit_ready"], Is.EqualTo(1), "by itself, without an event");
    }

    [Test]
    public async Task A_question_that_was_not_answered_says_so()
    {
        using var folder = new TempFolder();
        await using var service = await RunningService.StartAsync(folder, Clock, RecordInFront.Doing(
            name => name == "FileAsync" ? throw new RecordUnavailable("away") : Task.CompletedTask));
        var answer = await service.Http.GetAsync($"/v1/enterprises/{Sent.Shop}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await answer.Content.ReadAsStringAsync(),
            Does.Contain("was not answered").And.Not.Contain("nothing was kept"));
    }
}

public class HealthWithoutRedisTests : RedisTest
{
    [Test]
    public async Task Without_Redis_it_is_ready_degraded_takes_events_and_reads_from_the_record()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        await Status("ready");
        await Redis.KillAsync();
        await Status("degraded");
        await RunningService.Until(async () =>
            (await Service.GetAsync("/health/ready"))["degraded"]!.AsArray().Count == 3);
        Assert.That(await Service.SendAsync(Sent.Failed("e2", "2025-07-02")), Is.EqualTo(new[] { "accepted" }));
        Assert.That(await Service.TierAsync(), Is.EqualTo("D"));
        var metrics = await Service.MetricsAsync();
        Assert.That(metrics["credit_degraded{part=inbox}"], Is.EqualTo(1));
        Assert.That(metrics["credit_ready"], Is.EqualTo(1));
        Assert.That(metrics.Keys, Has.None.StartsWith("credit_relay_behind"), "not told as 0");
        await Redis.RestartAsync();
        await Status("ready");
        await LineIs(Sent.Shop, "D|12|2|2027-07-02|2020-01-01");
        Assert.That((await Service.MetricsAsync())["credit_degraded{part=inbox}"], Is.Zero);
    }

    [Test]
    public async Task How_far_the_streams_and_relays_are_is_told()
    {
        await Redis.AddAsync(Sent.Failed("e1", "2025-07-01").ToJsonString(), "{");
        await Kept(1);
        await RunningService.Until(async () =>
            (await Service.MetricsAsync()).GetValueOrDefault("credit_dead_letters") == 1);
        await RunningService.Until(async () =>
            (await Service.MetricsAsync())["credit_relay_position{relay=recommendations}"] == 1);
        var metrics = await Service.MetricsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(metrics["credit_stream_pending"], Is.Zero);
            Assert.That(metrics["credit_stream_lag"], Is.Zero);
            Assert.That(metrics["credit_dead_letters_limit"], Is.EqualTo(10_000));
            Assert.That(metrics["credit_dead_letters_added_total"], Is.EqualTo(1));
            Assert.That(metrics["credit_relay_behind{relay=tiers}"], Is.Zero);
            Assert.That(metrics["credit_relay_position{relay=tiers}"], Is.GreaterThan(0));
        });
    }
}
