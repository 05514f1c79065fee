using System.Net;
using System.Net.Sockets;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Api;

public class HealthListenerTests
{
    [Test]
    public async Task Health_and_metrics_are_answered_when_all_other_connections_are_taken()
    {
        using var folder = new TempFolder();
        TestRules.WriteTo(folder);
        var health = new Uri($"http://127.0.0.1:{FreePort()}");
        using var service = new ServiceProcess(
            ["--record", folder.In("credit.db"), "--rules", folder.In("rules"), "--urls", "http://127.0.0.1:0"],
            ("CREDIT__Health__Urls", health.ToString()));
        using var usual = await service.ServingAsync();
        var idle = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 1000; i++)
            {
                var each = new TcpClient();
                await each.ConnectAsync(IPAddress.Loopback, usual.BaseAddress!.Port);
                idle.Add(each);
            }

            using var http = new HttpClient { BaseAddress = health };
            foreach (var path in new[] { "/health/live", "/health/ready", "/metrics", "/version" })
            {
                await RunningService.Until(async () => (await http.GetAsync(path)).StatusCode == HttpStatusCode.OK);
            }

            Assert.That((await http.GetAsync("/v1/enterprises")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }
        finally
        {
            idle.ForEach(each => each.Dispose());
        }

        await RunningService.Until(async () => await AnswersAsync(usual));
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync("/health/live")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
