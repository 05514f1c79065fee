using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Dashboard;

/// <summary>All proposals of the law, the last first, and whether the rules folder is another law.</summary>
/// <param name="FolderDiffers">Whether what stands in the folder is not what is, or is about to be, in
/// force.</param>
/// <param name="Asked">What came of what was asked for just now; null: nothing was.</param>
/// <param name="Packs">Those of which a next version can be written.</param>
/// <param name="Kinds">The kinds of subjects that a new regime can be of.</param>
public sealed record ProposalsModel(
    IReadOnlyList<Proposal> Proposals, bool FolderDiffers, string Folder, LawDecision? Asked,
    IReadOnlyList<BenchPack> Packs, IReadOnlyList<SubjectKind> Kinds);

/// <summary>
/// /proposals: what is proposed as law, and what was in force; a draft is begun of the rules folder.
/// </summary>
public static class ProposalsPage
{
    public const string Path = "/proposals";

    public static readonly Wording Title = new("规则的变更", "Changes of the law");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Get).For(Right.ReadProposals, Extent.Whole).AsPage();
        routes.MapPost(Path, Draft).For(Right.DraftLaw, Extent.Whole).AsPage();
    }

    public static string AddressOf(Proposal proposal) => $"{Path}/{proposal.Id}";

    private static Task<PageResult> Get(LawDesk desk, DraftDesk drafts, Settings settings) =>
        ShownAsync(null, desk, drafts, settings);

    private static async Task<IResult> Draft(
        HttpRequest request, LawDesk desk, DraftDesk drafts, Settings settings, CurrentCaller who)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var asked = await desk.DraftAsync(
            null, form["title"].ToString(), form["reason"].ToString(), null, who.Caller);
        return asked.IsDone ? Results.LocalRedirect(AddressOf(asked.Proposal!))
            : await ShownAsync(asked, desk, drafts, settings);
    }

    private static async Task<PageResult> ShownAsync(
        LawDecision? asked, LawDesk desk, DraftDesk drafts, Settings settings)
    {
        var ground = await drafts.GroundAsync();
        var gazette = await desk.CurrentAsync();
        var folder = LawTexts.Of(RuleFolder.Read(settings.RulesPath)).Book;
        return Page.Of<ProposalsView, ProposalsModel>(
            Title, new ProposalsModel(
                [.. gazette.Proposals.Values.OrderByDescending(each => each.Number)],
                folder != gazette.Base, settings.RulesPath, asked,
                [.. ground.Folders.Select(each => BenchLawPage.PackOf(ground, ground, each))],
                RegimeForm.KindsOf(ground)),
            asked is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }
}
