using System.Net;
using System.Text;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Telemetry;

public class MetricsTests : ServiceTest
{
    [Test]
    public async Task Counters_move_with_the_events_that_come()
    {
        var before = await Service.MetricsAsync();
        Assert.That(before["credit_events_total{outcome=accepted}"], Is.Zero, "told before it rises");
        await Service.SendAsync(
            Sent.Failed("e1", "2025-07-01"), Sent.Failed("e2", "2025-07-02", Sent.Factory));
        await Service.SendAsync(
            Sent.Failed("e1", "2025-07-01"), Sent.Failed("e2", "2025-07-03"), Sent.Failed("e9", "2025-08-09"));
        var after = await Service.MetricsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(after["credit_events_total{outcome=accepted}"], Is.EqualTo(2));
            Assert.That(after["credit_events_total{outcome=duplicate}"], Is.EqualTo(1));
            Assert.That(after["credit_events_total{outcome=conflict}"], Is.EqualTo(1));
            Assert.That(after["credit_events_total{outcome=quarantined}"], Is.EqualTo(1));
            Assert.That(after["credit_batches_total{result=kept}"], Is.EqualTo(2));
            Assert.That(after["credit_batch_duration_seconds_count"], Is.EqualTo(2));
            Assert.That(after["credit_files_assessed_total"], Is.EqualTo(2));
            Assert.That(after["credit_inbox_submissions"], Is.Zero);
            Assert.That(after["credit_inbox_text_bytes"], Is.Zero);
            Assert.That(after["credit_ready"], Is.EqualTo(1));
            Assert.That(after["credit_sweeps_total"], Is.GreaterThan(0));
            Assert.That(after["credit_record_failures_total"], Is.Zero);
            Assert.That(after.Keys, Has.One.StartsWith("credit_rules_info{book="));
            Assert.That(after["credit_build_info{version=0.1.0}"], Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Requests_are_told_by_route_and_never_by_path()
    {
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        await Service.StandingAsync();
        await Service.Http.GetAsync($"/v1/enterprises/{Sent.Factory}");
        await Service.Http.GetAsync($"/v1/persons/{Sent.Shop}");
        const string Asked = "http_server_request_duration_seconds_count{http_request_method=GET,"
            + "http_response_status_code=";
        await RunningService.Until(async () => (await Service.MetricsAsync()).Keys.Any(
            key => key == $"{Asked}404}}"));
        var text = await Service.Http.GetStringAsync("/metrics");
        var found = PrometheusParser.Read(text);
        Assert.That(found[$"{Asked}200,http_route=/v1/enterprises/{{id}}}}"], Is.EqualTo(1));
        Assert.That(found[$"{Asked}404,http_route=/v1/enterprises/{{id}}}}"], Is.EqualTo(1));
        Assert.That(text, Does.Not.Contain(Sent.Shop).And.Not.Contain(Sent.Factory).And.Not.Contain("bureau"));
    }

    [Test]
    public async Task What_the_runtime_allocates_and_holds_is_told_too()
    {
        const string Allocated = "dotnet_gc_heap_total_allocated_bytes_total";
        var before = await Service.MetricsAsync();
        await Service.SendAsync(Sent.Failed("e1", "2025-07-01"));
        var after = await Service.MetricsAsync();
        Assert.That(after[Allocated], Is.GreaterThan(before[Allocated]));
        Assert.That(after["dotnet_process_memory_working_set_bytes"], Is.GreaterThan(10_000_000));
        Assert.That(after.Keys, Has.Some.StartsWith("dotnet_process_cpu_time_seconds_total{cpu_mode="));
    }

    [Test]
    public async Task The_answer_says_which_format_it_has()
    {
        var answer = await Service.Http.GetAsync("/metrics");
        Assert.That(answer.Content.Headers.ContentType!.ToString(),
            Is.EqualTo("text/plain; version=0.0.4; charset=utf-8"));
    }
}

/// <summary>What is sent to a collector; a listener of ours stands for one.</summary>
public class OtlpTests
{
    [Test]
    public async Task A_collector_is_sent_the_same_metrics_and_one_that_is_away_stops_nothing()
    {
        using var folder = new TempFolder();
        TestRules.WriteTo(folder);
        using var collector = new HttpListener();
        var port = RedisServer.FreePort();
        collector.Prefixes.Add($"http://127.0.0.1:{port}/");
        collector.Start();
        using var process = new ServiceProcess(
            ["--record", folder.In("credit.db"), "--rules", folder.In("rules"), "--urls", "http://127.0.0.1:0"],
            ("CREDIT__Telemetry__Otlp", $"http://127.0.0.1:{port}/v1/metrics"));
        using var http = await process.ServingAsync();
        var body = new StringContent(
            Sent.Failed("e1", "2025-07-01").ToJsonString(), Encoding.UTF8, "application/json");
        Assert.That((await http.PostAsync("/v1/events", body)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        process.AskToStop();
        var asked = await collector.GetContextAsync().WaitAsync(TimeSpan.FromMinutes(1));
        using var sent = new MemoryStream();
        await asked.Request.InputStream.CopyToAsync(sent);
        asked.Response.Close();
        collector.Close();
        Assert.That(await process.ExitAsync(), Is.Zero, process.Said);
        var told = Encoding.Latin1.GetString(sent.ToArray());
        Assert.That(asked.Request.Url!.AbsolutePath, Is.EqualTo("/v1/metrics"));
        Assert.That(told, Does.Contain("credit.events").And.Contain("accepted").And.Contain("credit.inbox.text")
            .And.Contain("http.server.request.duration"));
        Assert.That(told, Does.Not.Contain(Sent.Shop).And.Not.Contain("kestrel"));
    }
}
