using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Governance;
using CreditScoring.Workbench.Revising;

namespace CreditScoring.Service.Dashboard;

/// <summary>A pack in the list of a draft.</summary>
/// <param name="State">Against the law that the draft is written upon.</param>
public sealed record BenchPack(string Folder, Wording Title, BenchState State);

/// <summary>How a pack of a draft stands to that of the law it is written upon.</summary>
public enum BenchState { Same, Changed, New }

/// <summary>The packs of a draft.</summary>
/// <param name="Asked">What came of what was asked for just now; null: nothing was.</param>
/// <param name="Kinds">The kinds of subjects that a new regime can be of.</param>
public sealed record BenchLawModel(
    Proposal Proposal, IReadOnlyList<SubjectKind> Kinds, IReadOnlyList<BenchPack> Packs, bool MayWrite,
    LawDecision? Asked);

/// <summary>/proposals/{id}/law: the packs of a draft, and a next version of one of them.</summary>
public static class BenchLawPage
{
    public const string Pattern = $"{ProposalsPage.Path}/{{id}}/law";

    public static readonly Wording Title = new("起草台", "Workbench");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Pattern, Get).For(Right.ReadProposals, Extent.Whole).AsPage();
        routes.MapPost($"{Pattern}/version", NextVersion).For(Right.DraftLaw, Extent.Whole).AsPage();
        routes.MapPost($"{Pattern}/regime", NewRegime).For(Right.DraftLaw, Extent.Whole).AsPage();
        routes.MapPost($"{ProposalsPage.Path}/version", Begin).For(Right.DraftLaw, Extent.Whole).AsPage();
        routes.MapPost($"{ProposalsPage.Path}/regime", BeginRegime)
            .For(Right.DraftLaw, Extent.Whole).AsPage();
    }

    private static async Task<IResult> Get(string id, DraftDesk drafts, CurrentCaller who) =>
        await drafts.OfAsync(id) is { } draft ? await ShownAsync(draft, null, drafts, who)
            : ProposalsResource.Refused(GazetteFault.Unknown);

    private static async Task<IResult> NextVersion(
        string id, HttpRequest request, DraftDesk drafts, CurrentCaller who)
    {
        if (await drafts.OfAsync(id) is not { } draft)
        {
            return ProposalsResource.Refused(GazetteFault.Unknown);
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var folder = $"{form["folder"]}";
        if (Next(draft.Files, folder, $"{form["from"]}") is not { } next)
        {
            return await ShownAsync(
                draft, new LawDecision(draft.Proposal, BenchFaults.NoVersion), drafts, who);
        }

        var asked = await drafts.SaveAsync(draft, SeenDraft.Of(form), next.Files, who.Caller);
        return asked.IsDone ? Results.LocalRedirect(BenchPath.Pack(asked.Proposal!, next.Folder))
            : await ShownAsync(draft, asked, drafts, who);
    }

    /// <summary>Begins a draft with the next version of a pack in force.</summary>
    private static async Task<IResult> Begin(HttpRequest request, DraftDesk drafts, CurrentCaller who)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var ground = await drafts.GroundAsync();
        if (Next(ground, $"{form["folder"]}", $"{form["from"]}") is not { } next)
        {
            return ProposalsResource.Refused(BenchFaults.NoVersion);
        }

        var asked = await drafts.BeginAsync($"{form["title"]}", $"{form["reason"]}", next.Files, who.Caller);
        return asked.IsDone ? Results.LocalRedirect(BenchPath.Pack(asked.Proposal!, next.Folder))
            : ProposalsResource.Refused(asked.Fault!);
    }

    /// <summary>Begins a draft with a regime that there is not yet.</summary>
    private static async Task<IResult> BeginRegime(HttpRequest request, DraftDesk drafts, CurrentCaller who)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (RegimeForm.Of(form) is not { } regime
            || RegimeForm.AddedTo(await drafts.GroundAsync(), regime) is not { } files)
        {
            return ProposalsResource.Refused(BenchFaults.NoRegime);
        }

        var asked = await drafts.BeginAsync($"{form["title"]}", $"{form["reason"]}", files, who.Caller);
        return asked.IsDone ? Results.LocalRedirect(BenchPath.Pack(asked.Proposal!, regime.Folder))
            : ProposalsResource.Refused(asked.Fault!);
    }

    private static async Task<IResult> NewRegime(
        string id, HttpRequest request, DraftDesk drafts, CurrentCaller who)
    {
        if (await drafts.OfAsync(id) is not { } draft)
        {
            return ProposalsResource.Refused(GazetteFault.Unknown);
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (RegimeForm.Of(form) is not { } regime || RegimeForm.AddedTo(draft.Files, regime) is not { } files)
        {
            return await ShownAsync(
                draft, new LawDecision(draft.Proposal, BenchFaults.NoRegime), drafts, who);
        }

        var asked = await drafts.SaveAsync(draft, SeenDraft.Of(form), files, who.Caller);
        return asked.IsDone ? Results.LocalRedirect(BenchPath.Pack(asked.Proposal!, regime.Folder))
            : await ShownAsync(draft, asked, drafts, who);
    }

    private static (LawFiles Files, string Folder)? Next(LawFiles files, string folder, string from)
    {
        if (!DateOnly.TryParseExact(
                from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !files.Folders.Contains(folder))
        {
            return null;
        }

        try
        {
            return (files.NextVersion(folder, day), $"{folder[..folder.LastIndexOf('/')]}/{day:yyyy-MM-dd}");
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static async Task<IResult> ShownAsync(
        DraftAtHand draft, LawDecision? asked, DraftDesk drafts, CurrentCaller who)
    {
        var ground = await drafts.BaseOfAsync(draft.Proposal);
        return Page.Of<BenchLawView, BenchLawModel>(
            Title,
            new BenchLawModel(
                draft.Proposal, RegimeForm.KindsOf(draft.Files),
                [.. draft.Files.Folders.Select(folder => PackOf(draft.Files, ground, folder))],
                BenchFaults.MayWrite(draft.Proposal, who), asked),
            asked is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    /// <summary>The packs of a law with what they are called.</summary>
    internal static BenchPack PackOf(LawFiles files, LawFiles ground, string folder)
    {
        var title = JsonDocumentReader.Read(files.At($"{folder}/pack.json")!, out _)?["title"];
        var (zh, en) = (title?["zh"]?.Text ?? folder, title?["en"]?.Text ?? folder);
        var was = ground.Of(folder)
            .ToDictionary(each => each.File, each => each.Text, StringComparer.Ordinal);
        var now = files.Of(folder).ToList();
        return new BenchPack(
            folder, new Wording(zh, en),
            was.Count == 0 ? BenchState.New
            : now.Count == was.Count && now.All(each => was.GetValueOrDefault(each.File) == each.Text)
                ? BenchState.Same : BenchState.Changed);
    }
}
