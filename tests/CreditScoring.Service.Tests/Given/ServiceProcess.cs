using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace CreditScoring.Service.Tests.Given;

/// <summary>The built service as a process of its own, to be killed or stopped.</summary>
public sealed class ServiceProcess : IDisposable
{
    private const int Terminate = 15;
    private const int Stop = 19;

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource<Uri> serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ServiceProcess(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CreditScoring.Service.dll"));
        arguments.ToList().ForEach(start.ArgumentList.Add);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static ServiceProcess On(TempFolder folder, params string[] more) => new(
        [
            .. more.Contains("--postgres") ? [] : new[] { "--record", folder.In("credit.db") },
            "--rules", folder.In("rules"), "--urls", "http://127.0.0.1:0", .. more,
        ],
        // The system chooses the port, so that only a name says it is the same worker as before.
        ("CREDIT__Redis__Worker", folder.Path));

    public int Id => process.Id;

    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    public async Task<HttpClient> ServingAsync() =>
        new() { BaseAddress = await serving.Task.WaitAsync(TimeSpan.FromMinutes(1)) };

    /// <summary>SIGKILL: the process gets no chance to do anything.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP: it lives, and does nothing.</summary>
    public void Freeze() => kill(process.Id, Stop);

    /// <summary>SIGTERM, as a service manager stops it.</summary>
    public void AskToStop() => kill(process.Id, Terminate);

    public Task<int> ExitAsync() => ExitAsync(TimeSpan.FromMinutes(1));

    public async Task<int> ExitAsync(TimeSpan atMost)
    {
        using var patience = new CancellationTokenSource(atMost);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    [DllImport("libc", SetLastError = true)]
    private static extern int kill(int process, int signal);

    private void Hear(string? line)
    {
        lock (said)
        {
            said.AppendLine(line);
        }

        if (line?.IndexOf("serving on ", StringComparison.Ordinal) is >= 0 and var at)
        {
            serving.TrySetResult(new Uri(line[(at + "serving on ".Length)..].Split(' ', ';')[0]));
        }
    }
}
