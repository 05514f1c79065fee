using Newtonsoft.Json.Linq;
using StreamJsonRpc;

namespace CreditScoring.Cli.LanguageServer;

/// <summary>The editor, as far as it is told something without having asked.</summary>
internal sealed class Client(JsonRpc rpc)
{
    private const int Error = 1;
    private const int Information = 3;

    public Task PublishAsync(string uri, JArray diagnostics) => rpc.NotifyWithParameterObjectAsync(
        "textDocument/publishDiagnostics", new JObject { ["uri"] = uri, ["diagnostics"] = diagnostics });

    /// <summary>A sentence that the user sees at once.</summary>
    public Task ShowAsync(string message, bool isError) => rpc.NotifyWithParameterObjectAsync(
        "window/showMessage",
        new JObject { ["type"] = isError ? Error : Information, ["message"] = message });

    /// <summary>What the user finds where the editor keeps such things.</summary>
    public Task LogAsync(string message) => rpc.NotifyWithParameterObjectAsync(
        "window/logMessage", new JObject { ["type"] = Information, ["message"] = message });

    /// <summary>Lets the editor ask for its code lenses again.</summary>
    public async Task RefreshLensesAsync()
    {
        try
        {
            await rpc.InvokeAsync("workspace/codeLens/refresh");
        }
        catch (RemoteInvocationException)
        {
            // It had said that it can; its user does without.
        }
    }
}
