using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Net;
using System.Runtime.InteropServices;
using Npgsql;

namespace CreditScoring.Service.Tests.Given;

/// <summary>
/// A real PostgreSQL on a free port of this machine, to be killed, frozen and started again. It does
/// not run as root: there it runs as the user postgres, who owns its folder.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const int Quit = 3;
    private const int Kill = 9;
    private const int Thawing = 18;
    private const int Freezing = 19;

    private readonly string folder = Directory.CreateTempSubdirectory("credit-pg-").FullName;
    private readonly int port = FreePort();
    private readonly string binaries;
    private int databases;
    private Process? process;

    private PostgresServer(string binaries) => this.binaries = binaries;

    /// <summary>Fails the test where there is none.</summary>
    public static async Task<PostgresServer> StartAsync(params string[] settings)
    {
        if (Binaries() is not { } binaries)
        {
            Tool.IsMissing("postgresql");
            return null!;
        }

        var server = new PostgresServer(binaries);
        if (Environment.UserName == "root")
        {
            await Done(Process.Start("chown", ["postgres", server.folder]));
        }

        await Done(server.Run("initdb", "-D", server.Data, "-U", "postgres", "--auth=trust",
            "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"));
        await server.RestartAsync(settings);
        return server;
    }

    private string Data => Path.Combine(folder, "data");

    public string Connection(string database) =>
        $"Host=127.0.0.1;Port={port};Username=postgres;Database={database};Command Timeout=20";

    /// <summary>An empty database of its own.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"credit{Interlocked.Increment(ref databases)}";
        await SayAsync("postgres", $"CREATE DATABASE {name}");
        return name;
    }

    public async Task SayAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"{Connection(database)};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> AskAsync<T>(string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"{Connection(database)};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Starts it on what its folder holds.</summary>
    public async Task RestartAsync(params string[] settings)
    {
        await RunningService.Until(async () =>
        {
            // After a kill the memory that its children share may still be in use for a moment.
            if (process is null or { HasExited: true })
            {
                process = Run("postgres",
                [
                    "-D", Data, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1",
                    "-c", "unix_socket_directories=", "-c", "max_connections=200",
                    .. settings.SelectMany(each => new[] { "-c", each }),
                ]);
            }

            try
            {
                return await AskAsync<int>("postgres", "SELECT 1") == 1;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        });
    }

    /// <summary>SIGKILL to the postmaster; its children see it and end by themselves.</summary>
    public async Task KillAsync()
    {
        kill(Postmaster(), Kill);
        await process!.WaitForExitAsync();
    }

    public void Freeze() => Signal(Freezing);

    public void Thaw() => Signal(Thawing);

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            kill(Postmaster(), Quit);
            await process.WaitForExitAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>To the postmaster and all its children.</summary>
    private void Signal(int signal)
    {
        var postmaster = Postmaster();
        foreach (var each in Children(postmaster).Append(postmaster))
        {
            kill(each, signal);
        }
    }

    private static IEnumerable<int> Children(int parent) => File
        .ReadAllText($"/proc/{parent}/task/{parent}/children")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(each => int.Parse(each, CultureInfo.InvariantCulture));

    private int Postmaster() => int.Parse(
        File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private Process Run(string program, params string[] arguments)
    {
        var path = Path.Combine(binaries, program);
        var start = Environment.UserName == "root"
            ? new ProcessStartInfo("setpriv",
                ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.WorkingDirectory = "/";
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private readonly System.Collections.Concurrent.ConcurrentQueue<string> said = new();

    /// <summary>What it wrote to its log.</summary>
    public string Said => string.Join('\n', said);

    private static async Task Done(Process process)
    {
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, process.StartInfo.FileName);
    }

    /// <summary>Debian keeps them in a folder of their own, one a version.</summary>
    private static string? Binaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql")
            .Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "postgres"))).Max()
        : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int process, int signal);
}
