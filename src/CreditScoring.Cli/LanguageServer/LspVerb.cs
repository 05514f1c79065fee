using System.CommandLine;
using CreditScoring.Cli.Words;
using StreamJsonRpc;

namespace CreditScoring.Cli.LanguageServer;

/// <summary>
/// <c>credit lsp</c>: gives editors what <c>lint</c>, <c>test</c> and the manual give, while one types. It
/// speaks the Language Server Protocol over standard input and output.
/// </summary>
public static class LspVerb
{
    public static Command Create()
    {
        var language = RuleArguments.Language();
        var verb = new Command("lsp")
        {
            language,
            // Editors say so of themselves; there is no other way.
            new Option<bool>("--stdio"),
        };
        verb.SetAction((parsed, stop) => Serve(
            parsed.GetResult(language) is { Implicit: false } ? parsed.GetValue(language) : null, stop));
        return verb;
    }

    private static async Task<int> Serve(string? language, CancellationToken stop)
    {
        // Whatever else is said must not stand among the messages.
        var (input, output) = (Console.OpenStandardInput(), Console.OpenStandardOutput());
        Console.SetOut(Console.Error);
        using var rpc = new JsonRpc(new HeaderDelimitedMessageHandler(output, input, new PatientFormatter()));
        await using var session = new Session(new Client(rpc), language);
        rpc.AddLocalRpcTarget(session, new JsonRpcTargetOptions { AllowNonPublicInvocation = false });
        rpc.CancelLocallyInvokedMethodsWhenConnectionIsClosed = true;
        rpc.StartListening();
        await Task.WhenAny(session.Ended, rpc.Completion, Task.Delay(Timeout.Infinite, stop));
        return session.Ended.IsCompletedSuccessfully ? await session.Ended
            : stop.IsCancellationRequested ? Exit.Stopped : Exit.Findings;
    }
}
