using System.Net.Http.Headers;
using System.Text;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Webhooks;

/// <summary>Webhooks of a process that is killed, and of two workers on one record.</summary>
[Parallelizable(ParallelScope.Fixtures)]
public class WebhookDeathTests
{
    private const int Enterprises = 300;

    [Test]
    public async Task A_process_that_is_killed_while_it_sends_leaves_nothing_out_and_goes_on()
    {
        using var folder = new TempFolder();
        await using var receiver = await Receiver.StartAsync();
        var (admin, corrector) = await Registered(folder);
        using (var first = Start(folder, receiver))
        {
            using var http = await first.ServingAsync();
            await Ask(http, admin, "/v1/webhooks", $"{{\"owner\":\"system:dispatch\",\"address\":\"{receiver.Address}\"}}");
            // It is killed between taking a page and hearing that it was taken.
            receiver.Answer = async context =>
            {
                await Task.Delay(30);
                context.Response.StatusCode = 200;
            };
            await Ask(http, corrector, "/v1/events", $"[{string.Join(',', Enumerable.Range(0, Enterprises).Select(Event))}]");
            await RunningService.Until(() => Task.FromResult(receiver.Asked >= 2));
            await first.KillAsync();
        }

        using var second = Start(folder, receiver);
        using var again = await second.ServingAsync();
        await Ask(again, corrector, "/v1/events", $"[{Event(Enterprises)}]");
        await RunningService.Until(() => Task.FromResult(receiver.Positions.Contains(Enterprises + 1)));
        Assert.That(receiver.Positions.Distinct().Order(), Is.EqualTo(Enumerable.Range(1, Enterprises + 1)));
        Assert.That(FirstTimes(receiver.Positions), Is.Ordered);
    }

    [Test]
    [Category(Tool.Postgres)]
    public async Task Of_two_workers_one_sends_and_the_other_takes_over()
    {
        using var folder = new TempFolder();
        await using var receiver = await Receiver.StartAsync();
        var server = await SharedPostgres.Server;
        string[] record = ["--postgres", server.Connection(await server.NewDatabaseAsync())];
        var clock = StoppedClock.At("2025-07-31");
        var one = await RunningService.StartAsync(folder, clock, Allowing(receiver), record);
        await using var two = await RunningService.StartAsync(folder, clock, Allowing(receiver), record);
        var admin = await one.KeyOf("zhang", [Role.Admin]);
        var corrector = await one.KeyOf("wang", [Role.Corrector]);
        await one.KeyOf("dispatch", [Role.Scheduler], isSystem: true);
        await one.AskAsync(admin, HttpMethod.Post, "/v1/webhooks", $"{{\"owner\":\"system:dispatch\",\"address\":\"{receiver.Address}\"}}").ReadAsync();
        await two.KnowsWhatAsync(one);
        foreach (var number in Enumerable.Range(0, 20))
        {
            await two.AskAsync(corrector, HttpMethod.Post, "/v1/events", $"[{Event(number)}]").ReadAsync();
        }

        await RunningService.Until(() => Task.FromResult(receiver.Positions.Length >= 20));
        Assert.That(receiver.Positions, Is.EqualTo(Enumerable.Range(1, 20)), "each once, and in order");
        await RunningService.Until(async () => (string?)(await two.AskAsync(admin, HttpMethod.Get, "/v1/webhooks").ReadAsync())["items"]![0]!["position"]
            is { } position && position.EndsWith(".20", StringComparison.Ordinal));
        await one.DisposeAsync();
        await two.AskAsync(corrector, HttpMethod.Post, "/v1/events", $"[{Event(20)}]").ReadAsync();
        await RunningService.Until(() => Task.FromResult(receiver.Positions.Length >= 21));
        Assert.That(receiver.Positions, Is.EqualTo(Enumerable.Range(1, 21)));
    }

    private static Action<IServiceCollection> Allowing(Receiver receiver) => services =>
    {
        Keyed.Wanted(services);
        var settings = (Settings)services.Last(each => each.ServiceType == typeof(Settings)).ImplementationInstance!;
        services.AddSingleton(settings with
        {
            Webhooks = new WebhookSettings { Hosts = [receiver.Host], Private = WebhookSettings.NetworksOf("127.0.0.0/8")! },
        });
    };

    private static ServiceProcess Start(TempFolder folder, Receiver receiver) => new(
        ["--record", folder.In("credit.db"), "--rules", folder.In("rules"), "--urls", "http://127.0.0.1:0"],
        ("CREDIT__Access__Mode", "keys"), ("CREDIT__Webhooks__Hosts", receiver.Host),
        ("CREDIT__Webhooks__PrivateAddresses", "127.0.0.0/8"));

    /// <summary>Today, since a process has the real clock.</summary>
    private static async Task<(string Admin, string Corrector)> Registered(TempFolder folder)
    {
        await using var service = await RunningService.StartAsync(folder, TimeProvider.System, Keyed.Wanted);
        await service.KeyOf("dispatch", [Role.Scheduler], isSystem: true, expires: Soon);
        return (await service.KeyOf("zhang", [Role.Admin], expires: Soon), await service.KeyOf("wang", [Role.Corrector], expires: Soon));
    }

    private static DateOnly Soon => TimeProvider.System.Today().AddDays(30);

    private static string Event(int number) => Sent.Failed($"e{number}", "2025-07-01", Codes.Of(number)).ToJsonString();

    private static IEnumerable<long> FirstTimes(long[] positions) => positions.Distinct();

    private static async Task Ask(HttpClient http, string key, string path, string body)
    {
        await RunningService.Until(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            return (await http.SendAsync(request)).IsSuccessStatusCode;
        });
    }
}
