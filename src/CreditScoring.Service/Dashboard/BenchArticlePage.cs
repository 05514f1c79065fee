using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Governance;
using CreditScoring.Workbench.Revising;

namespace CreditScoring.Service.Dashboard;

/// <summary>An article of a draft as it is filled in.</summary>
/// <param name="Anchor">Empty: a new one.</param>
/// <param name="Words">With the line of its mark.</param>
/// <param name="Asked">What came of what was asked for just now; null: nothing was.</param>
public sealed record BenchArticleModel(
    Proposal Proposal, string Folder, string Anchor, string Words, bool MayWrite, LawDecision? Asked);

/// <summary>/proposals/{id}/law/article: the words of an article, or a new one.</summary>
public static class BenchArticlePage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{BenchLawPage.Pattern}/article", Get).For(Right.ReadProposals, Extent.Whole).AsPage();
        routes.MapPost($"{BenchLawPage.Pattern}/article", Post).For(Right.DraftLaw, Extent.Whole).AsPage();
    }

    private static async Task<IResult> Get(
        string id, string? folder, string? anchor, DraftDesk drafts, CurrentCaller who) =>
        await LawOfAsync(id, folder, drafts) is not var (draft, law)
            || WordsOf(law, anchor ?? "") is not { } words ? ProposalsResource.Refused(BenchFaults.NoSpot)
            : Shown(draft, folder!, anchor ?? "", words, null, who);

    private static async Task<IResult> Post(
        string id, string? folder, string? anchor, HttpRequest request, DraftDesk drafts, CurrentCaller who)
    {
        if (await LawOfAsync(id, folder, drafts) is not var (draft, law))
        {
            return ProposalsResource.Refused(BenchFaults.NoSpot);
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var words = $"{form["words"]}";
        try
        {
            var revised = string.IsNullOrEmpty(anchor)
                ? ArticleRevision.Add(law, $"{form["mark"]}".Trim(), $"{form["heading"]}", words)
                : ArticleRevision.Apply(law, anchor, words);
            var asked = await drafts.SaveAsync(
                draft, SeenDraft.Of(form), draft.Files.With(revised), who.Caller);
            return asked.IsDone ? Results.LocalRedirect(BenchPath.Pack(asked.Proposal!, folder!))
                : Shown(draft, folder!, anchor ?? "", words, asked, who);
        }
        catch (ArgumentException)
        {
            return Shown(
                draft, folder!, anchor ?? "", words, new LawDecision(draft.Proposal, BenchFaults.NoAnchor),
                who);
        }
    }

    private static async Task<(DraftAtHand Draft, SourceText Law)?> LawOfAsync(
        string id, string? folder, DraftDesk drafts) =>
        folder is not null && await drafts.OfAsync(id) is { } draft && draft.Files.Folders.Contains(folder)
            ? (draft, draft.Files.At($"{folder}/law.md") ?? new SourceText($"{folder}/law.md", "")) : null;

    private static string? WordsOf(SourceText law, string anchor) =>
        anchor.Length == 0 ? "" : ArticleRevision.WordsOf(law, anchor)?.TrimEnd();

    private static PageResult Shown(
        DraftAtHand draft, string folder, string anchor, string words, LawDecision? asked,
        CurrentCaller who) =>
        Page.Of<BenchArticleView, BenchArticleModel>(
            BenchLawPage.Title,
            new BenchArticleModel(
                draft.Proposal, folder, anchor, words, BenchFaults.MayWrite(draft.Proposal, who), asked),
            asked is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
}
