using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.Systemd;

/// <summary>The service as a unit of Type=notify; a socket of the test's stands for systemd.</summary>
public class SystemdTests
{
    private const string Interval = "2000000";

    private TempFolder folder = null!;
    private Socket socket = null!;

    [SetUp]
    public void Listen()
    {
        folder = new TempFolder();
        TestRules.WriteTo(folder);
        socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    }

    [TearDown]
    public void Close()
    {
        socket.Dispose();
        folder.Dispose();
    }

    [TestCase(false)]
    [TestCase(true, "a name that is in no file system")]
    public async Task It_tells_that_it_serves_lives_and_stops(bool hidden, string reason = "")
    {
        using var process = Started(hidden ? $"@{folder.Path}" : folder.In("notify"));
        using var http = await process.ServingAsync();
        await Hear("READY=1");
        await Hear("WATCHDOG=1");
        await Hear("WATCHDOG=1");
        process.AskToStop();
        await Hear("STOPPING=1");
        Assert.That(await process.ExitAsync(), Is.Zero, reason + process.Said);
    }

    [Test]
    public async Task A_worker_that_hangs_feeds_no_watchdog_though_requests_are_answered()
    {
        using var process = Started(folder.In("notify"));
        using var http = await process.ServingAsync();
        await Hear("WATCHDOG=1");
        using (new RecordLock(folder))
        {
            var sending = http.PostAsJsonAsync("/v1/events", Sent.Failed("e1", "2025-07-01"));
            // However long it takes until the worker hangs: then nothing is told any more.
            var until = DateTime.UtcNow.AddSeconds(20);
            bool told;
            while ((told = socket.Poll(TimeSpan.FromSeconds(2), SelectMode.SelectRead)) && DateTime.UtcNow < until)
            {
                await Heard();
            }

            Assert.That(told, Is.False, "it was told that it lives");
            Assert.That((await http.GetAsync("/health/live")).IsSuccessStatusCode, Is.True);
        }

        await Hear("WATCHDOG=1");
    }

    [Test]
    public async Task Without_systemd_nothing_is_told_and_nothing_is_missing()
    {
        using var process = ServiceProcess.On(folder);
        using var http = await process.ServingAsync();
        process.AskToStop();
        Assert.That(await process.ExitAsync(), Is.Zero);
    }

    [Category(Tool.Systemd)]
    [Test]
    public async Task The_unit_is_one_that_systemd_understands()
    {
        var unit = File.ReadAllText(Deployed.Path("credit-scoring.service"));
        // The program is not installed where the tests run.
        File.WriteAllText(folder.In("credit-scoring.service"),
            unit.Replace("/opt/credit-scoring/CreditScoring.Service", "/bin/true"));
        Process check;
        try
        {
            check = Process.Start(new ProcessStartInfo(
                "systemd-analyze", ["verify", "--man=no", folder.In("credit-scoring.service")])
            {
                RedirectStandardError = true,
            })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Tool.IsMissing("systemd-analyze");
            return;
        }

        using (check)
        {
            var said = await check.StandardError.ReadToEndAsync();
            await check.WaitForExitAsync();
            Assert.That(said.Split('\n').Where(line => line.Contains("credit-scoring")), Is.Empty);
            Assert.That(check.ExitCode, Is.Zero, said);
        }
    }

    [Test]
    public void The_unit_bounds_what_it_takes_and_whom_it_speaks_to_and_ends_before_the_databases()
    {
        var unit = File.ReadAllLines(Deployed.Path("credit-scoring.service"));
        string Of(string name) => unit.Single(line => line.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];
        Assert.Multiple(() =>
        {
            Assert.That(Of("MemoryMax"), Is.Not.EqualTo("infinity"));
            Assert.That(Of("IPAddressDeny"), Is.EqualTo("any"));
            Assert.That(Of("IPAddressAllow"), Is.EqualTo("localhost"));
            Assert.That(int.Parse(Of("OOMScoreAdjust")), Is.Positive);
            Assert.That(Of("ProtectSystem"), Is.EqualTo("strict"));
            Assert.That(File.ReadAllText(Deployed.Path("README.md")),
                Does.Match(@"ReadWritePaths=(\S+)\nEnvironment=CREDIT__Inbox__Folder=\1\n"));
        });
    }

    private ServiceProcess Started(string name)
    {
        socket.Bind(new UnixDomainSocketEndPoint(name[0] == '@' ? $"\0{name[1..]}" : name));
        return new ServiceProcess(
            ["--record", folder.In("credit.db"), "--rules", folder.In("rules"), "--urls", "http://127.0.0.1:0"],
            ("NOTIFY_SOCKET", name), ("WATCHDOG_USEC", Interval));
    }

    private async Task Hear(string line)
    {
        while (!(await Heard()).Split('\n').Contains(line))
        {
        }
    }

    private async Task<string> Heard()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        var heard = new byte[4096];
        var length = await socket.ReceiveAsync(heard, patience.Token);
        return Encoding.UTF8.GetString(heard, 0, length);
    }
}
