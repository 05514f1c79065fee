using CreditScoring.Documents;
using CreditScoring.Workbench.Editing;
using Newtonsoft.Json.Linq;
using StreamJsonRpc;

namespace CreditScoring.Cli.LanguageServer;

/// <summary>
/// What an editor asks and tells, one message after another. Whatever a text makes us stumble over is
/// written to standard error; the editor gets no answer to that one question, and all others.
/// </summary>
public sealed partial class Session : IAsyncDisposable
{
    private readonly Dictionary<string, Desk> desks = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<int> ended =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Client client;
    private readonly Publisher publisher;
    private string? language;
    private bool refreshes;
    private bool shut;

    internal Session(Client client, string? language)
    {
        (this.client, this.language) = (client, language);
        publisher = new Publisher(client, () => Spoken, () => refreshes);
    }

    /// <summary>Ends with the exit code: 1 where the editor left without a word.</summary>
    internal Task<int> Ended => ended.Task;

    /// <summary>Chinese unless the editor, or whoever started us, speaks another language.</summary>
    private string Spoken => language ?? "zh";

    public async ValueTask DisposeAsync() => await publisher.DisposeAsync();

    [JsonRpcMethod("initialize", UseSingleObjectParameterDeserialization = true)]
    public JObject Initialize(JObject ask)
    {
        language ??= ask["locale"]?.Value<string>() is { } locale
            && !locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "en" : "zh";
        refreshes = ask.SelectToken("capabilities.workspace.codeLens.refreshSupport")?.Value<bool>() == true;
        return new JObject
        {
            ["serverInfo"] = new JObject { ["name"] = "credit" },
            ["capabilities"] = new JObject
            {
                ["positionEncoding"] = "utf-16",
                ["textDocumentSync"] = new JObject { ["openClose"] = true, ["change"] = 1, ["save"] = true },
                ["completionProvider"] = new JObject { ["triggerCharacters"] = new JArray(".", "\"", "#") },
                ["hoverProvider"] = true,
                ["definitionProvider"] = true,
                ["documentSymbolProvider"] = true,
                ["codeLensProvider"] = new JObject(),
                ["executeCommandProvider"] = new JObject { ["commands"] = new JArray(RunCase) },
            },
        };
    }

    [JsonRpcMethod("initialized", UseSingleObjectParameterDeserialization = true)]
    public void Initialized(JObject ask)
    {
    }

    [JsonRpcMethod("shutdown")]
    public object? Shutdown()
    {
        shut = true;
        return null;
    }

    [JsonRpcMethod("exit")]
    public void Leave() => ended.TrySetResult(shut ? Exit.Done : Exit.Findings);

    [JsonRpcMethod("textDocument/didOpen", UseSingleObjectParameterDeserialization = true)]
    public void DidOpen(JObject told) => Tell(told, (desk, file) => desk.Show(
        file, (string)told["textDocument"]!["uri"]!, (string)told["textDocument"]!["text"]!));

    [JsonRpcMethod("textDocument/didChange", UseSingleObjectParameterDeserialization = true)]
    public void DidChange(JObject told) => Tell(told, (desk, file) => desk.Take(
        file, (string)told["contentChanges"]!.Last!["text"]!));

    [JsonRpcMethod("textDocument/didSave", UseSingleObjectParameterDeserialization = true)]
    public void DidSave(JObject told) => Tell(told, (desk, _) => desk.Reread());

    [JsonRpcMethod("textDocument/didClose", UseSingleObjectParameterDeserialization = true)]
    public void DidClose(JObject told) => Tell(told, (desk, file) => desk.Close(file));

    /// <summary>What follows a change: it is taken, and looked at in the background.</summary>
    private void Tell(JObject told, Action<Desk, string> take) => Ask<object?>(told, (desk, file) =>
    {
        take(desk, file);
        publisher.Look(desk);
        return null;
    });

    /// <summary>Answers about a file of a rules folder; null for any other.</summary>
    private T? Ask<T>(JObject ask, Func<Desk, string, T?> answer)
    {
        try
        {
            var uri = new Uri((string)ask["textDocument"]!["uri"]!);
            return uri.IsFile && Desk.FolderOf(uri.LocalPath) is { } folder
                && DeskOf(folder) is var desk ? answer(desk, desk.FileOf(uri.LocalPath)) : default;
        }
        catch (Exception fault)
        {
            Console.Error.WriteLine(fault);
            return default;
        }
    }

    private Desk DeskOf(string folder) =>
        desks.TryGetValue(folder, out var known) ? known : desks[folder] = new Desk(folder);

    private static SourceText? Document(Desk desk, string file) =>
        desk.Rules.Documents.GetValueOrDefault(file);

    /// <summary>Answers about a caret.</summary>
    private T? AtCaret<T>(JObject ask, Func<Desk, SourceText, DocumentHelp, T?> answer) =>
        Ask(ask, (desk, file) => Document(desk, file) is { } document
            && DocumentHelp.At(desk.Rules, file, Lsp.Offset(document, ask["position"]!)) is { } help
                ? answer(desk, document, help) : default);
}
