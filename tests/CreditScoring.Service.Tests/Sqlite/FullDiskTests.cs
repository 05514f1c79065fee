using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Sqlite;

/// <summary>Files of the process may not grow any more, as on a disk that is full.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
[Category(Tool.Prlimit)]
public class FullDiskTests
{
    [Test]
    public async Task Where_the_record_cannot_grow_it_is_not_ready_and_works_again_by_itself()
    {
        if (!File.Exists("/usr/bin/prlimit"))
        {
            Tool.IsMissing("prlimit");
        }

        using var folder = new TempFolder();
        TestRules.WriteTo(folder);
        using var process = ServiceProcess.On(folder);
        using var http = await process.ServingAsync();
        Assert.That(await Post(http, 0), Is.EqualTo(HttpStatusCode.OK));
        Limit(process, "0");
        Assert.That(await Post(http, 1), Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        for (var looks = 0; looks < 5; looks++)
        {
            // Also when nobody sends anything.
            Assert.That((await http.GetAsync("/health/ready")).StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            await Task.Delay(500);
        }

        Assert.That(await http.GetStringAsync("/metrics"), Does.Contain("\ncredit_ready 0"));
        Assert.That((await http.GetAsync($"/v1/enterprises/{Codes.Of(0)}")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Limit(process, "unlimited");
        await RunningService.Until(async () =>
            (await http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK);
        Assert.That(await Post(http, 1), Is.EqualTo(HttpStatusCode.OK));
    }

    private static async Task<HttpStatusCode> Post(HttpClient http, int number)
    {
        var text = string.Join(",", Enumerable.Range(number * 50, 50)
            .Select(each => Sent.Failed($"e{each}", "2025-07-01", Codes.Of(each)).ToJsonString()));
        var answer = await http.PostAsync(
            "/v1/events", new StringContent($"[{text}]", Encoding.UTF8, "application/json"));
        return answer.StatusCode;
    }

    /// <summary>The soft limit alone, so that it can be taken away again.</summary>
    private static void Limit(ServiceProcess process, string octets)
    {
        using var limit = Process.Start(
            "/usr/bin/prlimit",
            ["--pid", process.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={octets}:"]);
        limit.WaitForExit();
        Assert.That(limit.ExitCode, Is.Zero);
    }
}
