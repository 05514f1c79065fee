using System.Diagnostics;

namespace CreditScoring.Service.Tests.Given;

/// <summary>The command line <c>credit</c> as a process of its own.</summary>
public static class CreditCommand
{
    public static async Task<(int Exit, string Out, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "credit.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said, await error);
    }
}
