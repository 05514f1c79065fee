namespace CreditScoring.Service.Hosting;

/// <summary>
/// The service will not start as it was asked to; the message says why and what to do.
/// </summary>
/// <param name="exitCode">1: what it was given is flawed; 2: it was asked wrongly.</param>
public sealed class Refusal(string message, int exitCode) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
