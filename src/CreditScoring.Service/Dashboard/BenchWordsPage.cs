using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Governance;
using CreditScoring.Workbench.Editing;
using Newtonsoft.Json;

namespace CreditScoring.Service.Dashboard;

/// <summary>
/// POST /proposals/{id}/law/words: what can be written at the caret of an expression, and what the word there
/// means; for the script of the workbench, by what editors are told too (<c>credit lsp</c>).
/// </summary>
public static class BenchWordsPage
{
    private const int MostWords = 40;

    /// <summary>Characters of an expression, many times the longest.</summary>
    private const int Longest = 20_000;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost($"{BenchLawPage.Pattern}/words", Words)
        .For(Right.ReadProposals, Extent.Whole).AsPage();

    private static async Task<IResult> Words(string id, HttpRequest request, DraftDesk drafts)
    {
        if (await drafts.OfAsync(id) is not { } draft)
        {
            return ProposalsResource.Refused(GazetteFault.Unknown);
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var (file, text) = ($"{form["file"]}", $"{form["text"]}");
        if (draft.Files.At(file) is null || text.Length > Longest
            || !int.TryParse(
                $"{form["caret"]}", NumberStyles.None, CultureInfo.InvariantCulture, out var caret))
        {
            return ProposalsResource.Refused(BenchFaults.NoSpot);
        }

        var language = $"{form["language"]}" == "en" ? "en" : "zh";
        var told = await Task.Run(() => Told(
            ExpressionHelp.At(draft.Rules.Written, file, $"{form["way"]}", text, caret), text, language));
        return Results.Text(told, "application/json");
    }

    private static string Told(ExpressionHelp help, string text, string language)
    {
        var completion = help.Completion;
        var begun = text[completion.Start..Math.Min(completion.End, text.Length)];
        return JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.Property("start", completion.Start);
            json.Property("end", completion.End);
            json.List("words", Offered(completion, begun), (into, each) => Write(into, each, language));
            json.Property("meaning", help.Hover?.Text.In(language));
            json.WriteEndObject();
        });
    }

    /// <summary>Those that begin as the word does, then those that have it in them.</summary>
    private static IEnumerable<Suggestion> Offered(Completion completion, string begun) =>
        completion.Suggestions
        .Where(each => Has(each.Text, begun) || Has(each.Detail.Zh, begun)
            || Has(each.Meaning?.Zh ?? "", begun))
        .OrderBy(each => !each.Text.StartsWith(begun, StringComparison.OrdinalIgnoreCase)).Take(MostWords);

    private static bool Has(string text, string part) =>
        text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static void Write(JsonTextWriter json, Suggestion word, string language)
    {
        json.WriteStartObject();
        json.Property("text", word.Text);
        json.Property("insert", word.Insert);
        json.Property("about", word.Meaning?.In(language) ?? word.Detail.In(language));
        json.WriteEndObject();
    }
}
