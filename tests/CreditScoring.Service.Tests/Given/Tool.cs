namespace CreditScoring.Service.Tests.Given;

/// <summary>
/// A program that tests need and that may not be installed. What needs one is of its category, by which
/// tests/run.sh leaves it out, and says so, where the program cannot be had.
/// </summary>
public static class Tool
{
    public const string Redis = "needs_redis_server";
    public const string Postgres = "needs_postgresql";
    public const string PgBouncer = "needs_pgbouncer";
    public const string Strace = "needs_strace";
    public const string Systemd = "needs_systemd";
    public const string Chromium = "needs_chromium";
    public const string Prlimit = "needs_util_linux";

    /// <summary>A test that was asked for and cannot run has failed.</summary>
    public static void IsMissing(string tool) =>
        Assert.Fail($"needs {tool} (not installed); tests/run.sh installs it, or leaves out what needs it");
}
