using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Governance;

namespace CreditScoring.Service.Dashboard;

/// <summary>A file of a draft as it is written.</summary>
/// <param name="Folder">Of its pack; null: it is of none.</param>
/// <param name="CanBeTakenBack">Whether the law that the draft is written upon has it, and otherwise.</param>
/// <param name="Asked">What came of what was asked for just now; null: nothing was.</param>
public sealed record BenchTextModel(
    Proposal Proposal, string? Folder, SourceText Source, IReadOnlyList<Flaw> Flaws, bool CanBeTakenBack,
    bool MayWrite, LawDecision? Asked);

/// <summary>
/// /proposals/{id}/law/text: a whole file as it is written, to mend what no other page can show, such as one
/// that was brought in and is no JSON.
/// </summary>
public static class BenchTextPage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{BenchLawPage.Pattern}/text", Get).For(Right.ReadProposals, Extent.Whole).AsPage();
        routes.MapPost($"{BenchLawPage.Pattern}/text", Post).For(Right.DraftLaw, Extent.Whole).AsPage();
    }

    private static async Task<IResult> Get(string id, string? file, DraftDesk drafts, CurrentCaller who) =>
        file is not null && await drafts.OfAsync(id) is { } draft && draft.Files.At(file) is { } source
            ? await ShownAsync(draft, source, null, drafts, who)
            : ProposalsResource.Refused(BenchFaults.NoSpot);

    private static async Task<IResult> Post(
        string id, string? file, HttpRequest request, DraftDesk drafts, CurrentCaller who)
    {
        if (file is null || await drafts.OfAsync(id) is not { } draft
            || draft.Files.At(file) is not { } source)
        {
            return ProposalsResource.Refused(BenchFaults.NoSpot);
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var written = $"{form["act"]}" == "back" ? await FormerAsync(draft, file, drafts) ?? source
            : new SourceText(file, LinesAs(source, $"{form["text"]}"));
        if ($"{form["act"]}" == "check")
        {
            return await ShownAsync(draft, written, null, drafts, who);
        }

        var asked = await drafts.SaveAsync(
            draft, SeenDraft.Of(form), draft.Files.With(written), who.Caller);
        return !asked.IsDone ? await ShownAsync(draft, written, asked, drafts, who)
            : Results.LocalRedirect(BenchPath.FolderOf(draft.Files, file) is { } folder
                ? BenchPath.Pack(asked.Proposal!, folder) : BenchPath.Law(asked.Proposal!));
    }

    /// <summary>A browser ends each line in its own way: those of the file stay as they are.</summary>
    private static string LinesAs(SourceText source, string text) =>
        source.Text.Contains('\r') ? text : text.ReplaceLineEndings("\n");

    private static async Task<SourceText?> FormerAsync(DraftAtHand draft, string file, DraftDesk drafts) =>
        (await drafts.BaseOfAsync(draft.Proposal)).At(file) ?? (await drafts.GroundAsync()).At(file);

    private static async Task<IResult> ShownAsync(
        DraftAtHand draft, SourceText source, LawDecision? asked, DraftDesk drafts, CurrentCaller who)
    {
        var folder = BenchPath.FolderOf(draft.Files, source.File);
        var former = await FormerAsync(draft, source.File, drafts);
        return Page.Of<BenchTextView, BenchTextModel>(
            BenchLawPage.Title,
            new BenchTextModel(
                draft.Proposal, folder, source, await Task.Run(() => FlawsOf(draft, source, folder)),
                former is not null && former.Text != source.Text,
                BenchFaults.MayWrite(draft.Proposal, who), asked),
            asked is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static List<Flaw> FlawsOf(DraftAtHand draft, SourceText source, string? folder)
    {
        var all = folder is not null ? draft.Rules.PackWith(source, folder, default).Flaws
            : draft.Rules.Written.With(source).PartOf(source.File).EarlyFlaws;
        return [.. all.Where(flaw => flaw.Place.File == source.File)];
    }
}
