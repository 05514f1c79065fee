using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.Workbench.Editing;
using Newtonsoft.Json.Linq;
using StreamJsonRpc;

namespace CreditScoring.Cli.LanguageServer;

/// <summary>What an editor asks about a place, a file or a case.</summary>
public sealed partial class Session
{
    private const string RunCase = "credit.runCase";

    [JsonRpcMethod("textDocument/completion", UseSingleObjectParameterDeserialization = true)]
    public JObject? Completion(JObject ask) => AtCaret(
        ask, (_, document, help) => Lsp.Completion(help.Completion, document, Spoken));

    [JsonRpcMethod("textDocument/hover", UseSingleObjectParameterDeserialization = true)]
    public JObject? Hover(JObject ask) => AtCaret(
        ask, (_, document, help) => help.Hover is { } card ? Lsp.Hover(card, document, Spoken) : null);

    [JsonRpcMethod("textDocument/definition", UseSingleObjectParameterDeserialization = true)]
    public JObject? Definition(JObject ask) => AtCaret(
        ask, (desk, _, help) => help.Declaration is { } place && Document(desk, place.File) is { } there
            ? new JObject { ["uri"] = desk.UriOf(place.File), ["range"] = Lsp.Range(there, place) } : null);

    [JsonRpcMethod("textDocument/documentSymbol", UseSingleObjectParameterDeserialization = true)]
    public JArray? DocumentSymbol(JObject ask) => Ask(
        ask, (desk, file) => Document(desk, file) is { } document
        ? new JArray(Outline.Of(document).Select(each => Lsp.Symbol(each, document, Spoken))) : null);

    [JsonRpcMethod("textDocument/codeLens", UseSingleObjectParameterDeserialization = true)]
    public JArray? CodeLens(JObject ask) => Ask(ask, (desk, file) => Document(desk, file) is { } document
        ? new JArray(EditedCase.Of(desk.Rules, file).Select(each => new JObject
        {
            ["range"] = Lsp.Range(document, each.Place),
            ["command"] = new JObject
            {
                ["title"] = Outcome(each).In(Spoken),
                ["command"] = RunCase,
                ["arguments"] = new JArray(desk.UriOf(file), each.Name),
            },
        })) : null);

    /// <summary>Runs a case: its arguments are the file and the case's name.</summary>
    /// <returns>Its name, whether it passed, what differs, and why it came out so.</returns>
    [JsonRpcMethod("workspace/executeCommand", UseSingleObjectParameterDeserialization = true)]
    public JObject? ExecuteCommand(JObject ask) =>
        (string?)ask["command"] != RunCase || ask["arguments"] is not JArray { Count: 2 } arguments ? null
            : Ask(Named(arguments[0]), (desk, file) => Run(desk, file, (string)arguments[1]!));

    private static JObject Named(JToken uri) =>
        new() { ["textDocument"] = new JObject { ["uri"] = uri.DeepClone() } };

    private JObject? Run(Desk desk, string file, string name)
    {
        if (EditedCase.Of(desk.Rules, file).FirstOrDefault(each => each.Name == name) is not { } tried)
        {
            _ = client.ShowAsync(LspPhrases.Of(name, LspPhrases.NoSuchCase).In(Spoken), isError: true);
            return null;
        }

        var passed = tried.Result?.Passed == true;
        var why = tried.Explanation(Spoken);
        _ = client.ShowAsync(LspPhrases.Of(name, Outcome(tried)).In(Spoken), isError: !passed);
        _ = client.LogAsync(why);
        return new JObject
        {
            ["name"] = name,
            ["passed"] = passed,
            ["differences"] = new JArray((tried.Result?.Differences ?? [])
                .Select(each => LspPhrases.Difference(each).In(Spoken))),
            ["explanation"] = why,
        };
    }

    private static Wording Outcome(EditedCase each) => each.Result is not { } result ? LspPhrases.NotRun
        : result.Passed ? LspPhrases.Passed : LspPhrases.Failed(result);
}
