using System.Diagnostics;
using Npgsql;

namespace CreditScoring.Service.Tests.Given;

/// <summary>A real pgbouncer before a server, on a free port of this machine.</summary>
public sealed class PgBouncer : IDisposable
{
    private const string Program = "/usr/sbin/pgbouncer";

    private readonly TempFolder folder = new();
    private readonly int port = RedisServer.FreePort();
    private Process? process;

    /// <param name="server">A connection string of the database.</param>
    /// <param name="mode">transaction or session.</param>
    public static async Task<PgBouncer> StartAsync(string server, string mode)
    {
        if (!File.Exists(Program))
        {
            Tool.IsMissing("pgbouncer");
        }

        var bouncer = new PgBouncer();
        var to = new NpgsqlConnectionStringBuilder(server);
        File.WriteAllText(bouncer.folder.In("users.txt"), "\"postgres\" \"\"\n");
        File.WriteAllText(bouncer.folder.In("pgbouncer.ini"), $"""
            [databases]
            * = host=127.0.0.1 port={to.Port}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {bouncer.port}
            unix_socket_dir =
            auth_type = any
            auth_file = {bouncer.folder.In("users.txt")}
            pool_mode = {mode}
            ignore_startup_parameters = options,extra_float_digits
            """.Replace("auth_type = any", "auth_type = trust"));
        string[] run = [Program, bouncer.folder.In("pgbouncer.ini")];
        if (Environment.UserName == "root")
        {
            // It does not run as root.
            Process.Start("chown", ["-R", "postgres", bouncer.folder.Path]).WaitForExit();
            run = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. run];
        }

        bouncer.process = Process.Start(new ProcessStartInfo(run[0], run[1..])
        {
            RedirectStandardError = true, WorkingDirectory = "/",
        })!;
        bouncer.process.ErrorDataReceived += (_, _) => { };
        bouncer.process.BeginErrorReadLine();
        await RunningService.Until(async () =>
        {
            try
            {
                await using var connection = new NpgsqlConnection($"{bouncer.Connection(server)};Pooling=false");
                await connection.OpenAsync();
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        });
        return bouncer;
    }

    /// <summary>The same database, by way of this.</summary>
    public string Connection(string server) =>
        new NpgsqlConnectionStringBuilder(server) { Port = port }.ConnectionString;

    public void Dispose()
    {
        process?.Kill();
        process?.WaitForExit();
        folder.Dispose();
    }
}
