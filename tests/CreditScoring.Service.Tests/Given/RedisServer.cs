using System.Diagnostics;
using System.Net.Sockets;
using System.Net;
using System.Runtime.InteropServices;
using CreditScoring.Service.Redis.Connecting;
using StackExchange.Redis;

namespace CreditScoring.Service.Tests.Given;

/// <summary>A real redis-server on a free port of this machine, to be killed, frozen and started again.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const int Freezing = 19;
    private const int Thawing = 18;

    private readonly TempFolder folder = new();
    private readonly int port = FreePort();
    private Process? process;

    // A test asks once, and waits longer than the service would: a busy machine is no fault of the server.
    private RedisServer() => Redis = new RedisConnection(
        RedisAddress.Parse(Address, false, out _, TimeSpan.FromMinutes(1))!);

    public int Port => port;

    public string Address => $"127.0.0.1:{port}";

    public RedisConnection Redis { get; }

    /// <summary>Skips the test where there is no Redis; a build server has one, so there it fails.</summary>
    public static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer();
        try
        {
            await server.RestartAsync();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Tool.IsMissing("redis-server");
        }

        return server;
    }

    /// <summary>Starts it on what its folder holds: nothing, or the last snapshot.</summary>
    public async Task RestartAsync()
    {
        var start = new ProcessStartInfo("redis-server") { RedirectStandardOutput = true };
        foreach (var argument in new[]
        {
            "--port", $"{port}", "--bind", "127.0.0.1", "--dir", folder.Path, "--save", "", "--daemonize", "no",
        })
        {
            start.ArgumentList.Add(argument);
        }

        process = Process.Start(start)!;
        process.BeginOutputReadLine();
        // The client that is refused once waits for its whole patience of a minute before it asks again.
        await RunningService.Until(ListensAsync);
        await RunningService.Until(async () =>
        {
            try
            {
                return (string?)await Redis.AskAsync("PING") == "PONG";
            }
            catch (RedisUnavailable)
            {
                return false;
            }
        });
    }

    private async Task<bool> ListensAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    public void Freeze() => kill(process!.Id, Freezing);

    public void Thaw() => kill(process!.Id, Thawing);

    public async Task AddAsync(params IEnumerable<string> events) =>
        await Redis.AskAllAsync("XADD", events.Select(text => new object[] { "credit:events", "*", "event", text }));

    public async Task<long> CountAsync(string command, params object[] arguments) =>
        (long)await Redis.AskAsync(command, arguments);

    public async Task<string?> TextAsync(string command, params object[] arguments) =>
        (string?)await Redis.AskAsync(command, arguments);

    /// <summary>Entries of a stream: its id and its fields and values by turns.</summary>
    public async Task<List<(string Id, string[] Fields)>> StreamAsync(string key) =>
        [.. ((RedisResult[])(await Redis.AskAsync("XRANGE", key, "-", "+"))!)
            .Select(entry => (RedisResult[])entry!)
            .Select(entry => ((string)entry[0]!, (string[])entry[1]!))];

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await Redis.DisposeAsync();
        folder.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int process, int signal);
}
