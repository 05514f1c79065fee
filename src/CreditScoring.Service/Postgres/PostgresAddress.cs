using System.Net;
using CreditScoring.Service.Hosting;
using Npgsql;

namespace CreditScoring.Service.Postgres;

/// <summary>
/// Where PostgreSQL is (<c>Record:Postgres</c>), and how its connections have to be set to be safe.
/// </summary>
public sealed class PostgresAddress : ServerAddress
{
    /// <summary>Seconds after which a server that does not answer counts as down.</summary>
    public const int Patience = 30;

    /// <summary>
    /// After these a server lets go of what a worker holds that is alive and does nothing.
    /// </summary>
    private const int Abandoned = 300;

    /// <summary>
    /// Every look of a work goes by key. The planner is told so, since it knows nothing of tables
    /// that have just been made and would read them whole.
    /// </summary>
    private const string ByKey =
        " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

    private readonly string text;

    private PostgresAddress(string text, bool allowUnsafe) =>
        (this.text, AllowUnsafe) = (text, allowUnsafe);

    /// <summary>
    /// Whether a server may be used that can lose what it has confirmed; off unless said.
    /// </summary>
    public bool AllowUnsafe { get; }

    /// <param name="allowPlain">Whether passwords and events may cross a network
    /// unencrypted.</param>
    /// <param name="flaw">Why it cannot be used; never repeats the password.</param>
    public static PostgresAddress? Parse(
        string text, bool allowPlain, bool allowUnsafe, out string? flaw)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(text);
            var open = settings.Host?.Split(',').FirstOrDefault(host => !IsLoopback(host));
            flaw = string.IsNullOrWhiteSpace(settings.Host)
                ? "Record:Postgres names no server, such as Host=127.0.0.1;Database=credit"
                : open is not null && settings.SslMode < SslMode.Require && !allowPlain
                    ? $"Record:Postgres: {open} is another machine and the connection is not "
                        + "encrypted; add SSL Mode=VerifyFull, "
                        + "or set Record:AllowPlain=true on a network that you trust"
                : null;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            flaw = "Record:Postgres cannot be read; write it as "
                + "Host=...;Port=5432;Database=credit;Username=...;Password=...";
        }

        return flaw is null ? new PostgresAddress(text, allowUnsafe) : null;
    }

    /// <summary>Server and database, without user and password.</summary>
    public override string ToString()
    {
        var settings = new NpgsqlConnectionStringBuilder(text);
        return $"postgres {settings.Host}:{settings.Port}/{settings.Database}";
    }

    /// <summary>For pieces of work: few, and each may hold what others wait for.</summary>
    internal string ForWork() => Settings(8, ByKey).ConnectionString;

    internal string ForQuestions() => Settings(20, "").ConnectionString;

    /// <summary>For what a connection holds as long as it lives.</summary>
    internal string ForLead() =>
        new NpgsqlConnectionStringBuilder(Settings(1, "").ConnectionString)
        {
            Pooling = false, KeepAlive = 10,
        }.ConnectionString;

    /// <summary>With the settings that the server has by itself.</summary>
    internal string ForPreparing() => new NpgsqlConnectionStringBuilder(text)
    {
        Pooling = false, Timeout = 5, GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    private NpgsqlConnectionStringBuilder Settings(int most, string planner)
    {
        var settings = new NpgsqlConnectionStringBuilder(text)
        {
            MaxPoolSize = most,
            MaxAutoPrepare = 60,
            AutoPrepareMinUsages = 2,
            Enlist = false,
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
        if (!settings.ContainsKey("Timeout"))
        {
            settings.Timeout = 5;
        }

        if (!settings.ContainsKey("Command Timeout"))
        {
            settings.CommandTimeout = Patience;
        }

        settings.Options = $"{settings.Options} -c synchronous_commit=on -c jit=off "
            + $"-c idle_in_transaction_session_timeout={Abandoned}s -c tcp_keepalives_idle=10 "
            + $"-c tcp_keepalives_interval=5 -c tcp_keepalives_count=3{planner}";
        return settings;
    }

    private static bool IsLoopback(string host)
    {
        // A name, an address, either with a port; or a socket in the file system.
        var name = host.Trim();
        name = IPAddress.TryParse(name, out _) ? name : name.Split(':')[0];
        return name.StartsWith('/') || name == "localhost"
            || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
    }
}
