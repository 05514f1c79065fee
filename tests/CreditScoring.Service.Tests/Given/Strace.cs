using System.Diagnostics;

namespace CreditScoring.Service.Tests.Given;

/// <summary>
/// The record host under strace, which lets a chosen system call fail, or kills the process in it.
/// </summary>
public static class Strace
{
    /// <summary>The calls by which SQLite changes a file or forces it to the disk.</summary>
    public const string Writes = "pwrite64,fdatasync,fsync";

    public static bool IsThere { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Any(folder => File.Exists(Path.Combine(folder, "strace")));

    /// <summary>A test that needs it fails where it is not there.</summary>
    public static void Need()
    {
        if (!IsThere)
        {
            Tool.IsMissing("strace");
        }
    }

    /// <summary>Runs the host on a record.</summary>
    /// <param name="what">Switches of strace, such as <c>-e inject=...</c>.</param>
    /// <returns>Its exit code (137: killed), what it said it kept, and what strace saw.</returns>
    public static (int Code, string[] Kept, string[] Seen) Run(
        TempFolder folder, string record, string mode, params string[] what)
    {
        var log = folder.In($"{record}.strace");
        var start = new ProcessStartInfo("strace")
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        string[] arguments =
        [
            "-f", "-o", log, "-e", $"trace={Writes},write", .. what, "dotnet", Host,
            folder.In(record), folder.In("rules"), folder.In("events.ndjson"), "20",
        ];
        arguments.ToList().ForEach(start.ArgumentList.Add);
        if (mode.Length > 0)
        {
            start.ArgumentList.Add(mode);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        Assert.That(process.WaitForExit(TimeSpan.FromMinutes(2)), Is.True, "hangs");
        Assert.That(error.Result, Does.Not.Contain("Unhandled exception"));
        return (process.ExitCode, said.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            File.ReadAllLines(log));
    }

    // Beside our own output: .../CreditScoring.RecordHost/bin/Release/net10.0
    private static string Host => Path.Combine(
        AppContext.BaseDirectory.Replace("CreditScoring.Service.Tests", "CreditScoring.RecordHost"),
        "CreditScoring.RecordHost.dll");
}
