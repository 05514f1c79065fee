using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.Workbench.Cases;
using CreditScoring.Workbench.Editing;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Cli.LanguageServer;

/// <summary>
/// What we know in the words of the Language Server Protocol 3.17. Lines and characters count from 0, in
/// UTF-16 units.
/// </summary>
internal static class Lsp
{
    public static int Offset(SourceText document, JToken position) =>
        document.OffsetOf((int)position["line"]! + 1, (int)position["character"]! + 1);

    public static JObject Range(SourceText document, int start, int end) =>
        new()
        {
            ["start"] = Position(document.At(start)), ["end"] = Position(document.At(Math.Max(start, end))),
        };

    public static JObject Range(SourceText document, Place place)
    {
        var start = document.OffsetOf(place.Line, place.Column);
        return Range(document, start, start + document.LengthAt(place));
    }

    public static JObject Diagnostic(Flaw flaw, SourceText document, string language) => new()
    {
        ["range"] = Range(document, flaw.Place),
        ["severity"] = flaw.Severity switch { Severity.Error => 1, Severity.Warning => 2, _ => 3 },
        ["code"] = flaw.Name,
        ["source"] = "credit",
        ["message"] = $"{flaw.What.In(language)}\n{Phrases.Mend(flaw.Mend).In(language)}",
    };

    public static JObject Diagnostic(Difference each, SourceText document, string language) => new()
    {
        ["range"] = Range(document, each.Place),
        ["severity"] = 1,
        ["code"] = "case-differs",
        ["source"] = "credit",
        ["message"] = LspPhrases.Difference(each).In(language),
    };

    public static JObject Completion(Completion found, SourceText document, string language)
    {
        var range = Range(document, found.Start, found.End);
        return new JObject
        {
            ["isIncomplete"] = false,
            ["items"] = new JArray(found.Suggestions.Select((each, place) => new JObject
            {
                ["label"] = each.Text,
                ["kind"] = Kind(each.Kind),
                ["detail"] = each.Detail.In(language),
                ["documentation"] = each.Meaning?.In(language),
                ["sortText"] = $"{place:0000}",
                ["filterText"] = each.Text,
                ["textEdit"] = new JObject { ["range"] = range.DeepClone(), ["newText"] = each.Insert },
            })),
        };
    }

    public static JObject Hover(HoverCard card, SourceText document, string language) => new()
    {
        ["contents"] = new JObject { ["kind"] = "markdown", ["value"] = card.Text.In(language) },
        ["range"] = Range(document, card.Start, card.End),
    };

    public static JObject Symbol(OutlineEntry entry, SourceText document, string language) => new()
    {
        ["name"] = entry.Name.Length > 0 ? entry.Name : "-",
        ["detail"] = entry.Title?.In(language) ?? "",
        ["kind"] = Kind(entry.Kind),
        ["range"] = Range(document, entry.Start, entry.End),
        ["selectionRange"] = Range(document, entry.NameStart, entry.NameEnd),
        ["children"] = new JArray(entry.Inside.Select(each => Symbol(each, document, language))),
    };

    private static JObject Position(Place place) =>
        new() { ["line"] = place.Line - 1, ["character"] = place.Column - 1 };

    /// <summary>CompletionItemKind.</summary>
    private static int Kind(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Function => 3,
        SuggestionKind.Field => 5,
        SuggestionKind.Name => 6,
        SuggestionKind.NamedValue => 21,
        SuggestionKind.Property => 10,
        SuggestionKind.Article => 18,
        _ => 12,
    };

    /// <summary>SymbolKind.</summary>
    private static int Kind(OutlineKind kind) => kind switch
    {
        OutlineKind.Rule => 12,
        OutlineKind.NamedValue => 14,
        OutlineKind.Case => 24,
        OutlineKind.Article => 15,
        OutlineKind.Row => 18,
        OutlineKind.Kind => 5,
        OutlineKind.Field => 8,
        _ => 7,
    };
}
