using System.Diagnostics;
using CreditScoring.Service.Access;

namespace CreditScoring.Service.Tests.Contract;

/// <summary>A client that is made of the committed contract by a tool (Kiota) works.</summary>
public class GeneratedClientTests : ContractTest
{
    [Test]
    public async Task A_generated_client_sends_events_reads_a_standing_follows_the_feed_and_knows_a_refusal()
    {
        var project = Path.Combine(Root, "tests", "CreditScoring.ApiClient");
        var (built, said) = await RunAsync(Root, "build", project, "-c", "Release", "-v", "q", "-nologo");
        Assert.That(built, Is.Zero, said);
        var (status, told) = await RunAsync(
            Root, Path.Combine(project, "bin", "Release", "net10.0", "CreditScoring.ApiClient.dll"),
            $"{Service.Http.BaseAddress}", Keys[Role.Ingest], Keys[Role.Viewer]);
        Assert.That(told.Trim().Split('\n'), Is.EqualTo(new[]
        {
            "sent: 1 accepted, Accepted", "standings of 91350100M000100Y43: True", "feed to its end: True",
            "refused: 403 right-missing",
        }), told);
        Assert.That(status, Is.Zero);
    }

    private static string Root
    {
        get
        {
            var folder = TestContext.CurrentContext.TestDirectory;
            while (!File.Exists(Path.Combine(folder, "CreditScoring.sln")))
            {
                folder = Path.GetDirectoryName(folder)!;
            }

            return folder;
        }
    }

    private static async Task<(int Status, string Said)> RunAsync(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
            // A build of its own: no server of the build that runs the tests, and none that outlives it.
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["UseSharedCompilation"] = "false" },
        })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var faults = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        return (process.ExitCode, await said + await faults);
    }
}
