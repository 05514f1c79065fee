using System.Net;
using System.Net.Sockets;
using System.Text;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Intake.Body;

/// <summary>
/// One sender announces much and sends slowly, or sends all that it may: all others are served, and
/// folder and stream go on.
/// </summary>
public class SlowSenderTests : RedisTest
{
    private const long Limit = 1 << 20;

    private readonly List<TcpClient> senders = [];

    [SetUp]
    public async Task Restart()
    {
        await Stopped();
        Service = await RunningService.StartAsync(
            Folder, Clock,
            services =>
            {
                var settings = (Settings)services
                    .Last(each => each.ServiceType == typeof(Settings)).ImplementationInstance!;
                services.AddSingleton(settings with { WaitingText = Limit, Patience = TimeSpan.FromSeconds(0.2) });
            },
            "--redis", Redis.Address, "--inbox", Folder.In("feed"));
    }

    [TearDown]
    public void Hang()
    {
        senders.ForEach(each => each.Dispose());
        senders.Clear();
    }

    [Test]
    public async Task Ten_that_announce_32_MB_and_send_300_octets_a_second_keep_nobody_waiting()
    {
        var slow = Enumerable.Range(0, 10).Select(_ => Begun("127.0.0.2", 32 << 20)).ToList();
        await Task.WhenAll(slow);
        for (var second = 0; second < 3; second++)
        {
            senders.ForEach(each => each.GetStream().Write(new byte[300].Select(_ => (byte)' ').ToArray()));
            await Task.Delay(300);
        }

        await OthersAreServed();
        var room = Service.Services.GetRequiredService<InboxQueue>().Room;
        Assert.That(room.Taken, Is.InRange(1, 10 * (32 << 10)), "by what has come");
    }

    [Test]
    public async Task An_address_that_fills_all_room_that_it_gets_keeps_no_other_out()
    {
        var room = Service.Services.GetRequiredService<InboxQueue>().Room;
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Begun("127.0.0.2", 32 << 20)));
        // Two octets a character: all of it would be more than twice the room.
        var full = new byte[100_000];
        full.AsSpan().Fill((byte)' ');
        senders.ForEach(each => each.GetStream().Write(full));
        await RunningService.Until(() => Task.FromResult(room.Taken > Limit / 2));
        await Task.Delay(500);
        await OthersAreServed();
        Assert.That(room.Taken, Is.LessThanOrEqualTo(Limit * 3 / 4));
    }

    [Test]
    public async Task Where_requests_have_all_the_room_folder_and_stream_go_on()
    {
        using var all = Service.Services.GetRequiredService<InboxQueue>().Room.Enter();
        Assert.That(await all.HasAsync(Limit, TimeSpan.Zero, default), Is.True);
        await OwnWaysGoOn(0);
    }

    [Test]
    public async Task An_address_that_takes_every_connection_that_it_gets_leaves_some_for_others()
    {
        for (var each = 0; each < 1000; each++)
        {
            senders.Add(new TcpClient(new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0)));
            await senders[^1].ConnectAsync(IPAddress.Loopback, Service.Http.BaseAddress!.Port);
        }

        using var other = new HttpClient { BaseAddress = Service.Http.BaseAddress };
        Assert.That((await other.GetAsync("/health/live")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task OthersAreServed()
    {
        for (var number = 0; number < 5; number++)
        {
            Assert.That(
                await Service.SendAsync(Sent.Failed($"h{number}", "2025-07-01")), Is.EqualTo(new[] { "accepted" }));
        }

        await OwnWaysGoOn(5);
    }

    private async Task OwnWaysGoOn(int before)
    {
        await Redis.AddAsync(Sent.Failed("s", "2025-07-01").ToJsonString());
        await File.WriteAllTextAsync(Folder.In("feed/inbox/f.ndjson"), Sent.Failed("f", "2025-07-01").ToJsonString());
        await Kept(before + 2);
        await RunningService.Until(() => Task.FromResult(File.Exists(Folder.In("feed/done/f.ndjson"))));
    }

    private async Task Begun(string from, int announced)
    {
        var sender = new TcpClient(new IPEndPoint(IPAddress.Parse(from), 0));
        await sender.ConnectAsync(IPAddress.Loopback, Service.Http.BaseAddress!.Port);
        await sender.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            "POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {announced}\r\n\r\n"));
        lock (senders)
        {
            senders.Add(sender);
        }
    }
}
