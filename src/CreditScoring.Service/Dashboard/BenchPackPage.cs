using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Governance;
using CreditScoring.Workbench.Cases;
using CreditScoring.Workbench.Revising;

namespace CreditScoring.Service.Dashboard;

/// <summary>A pack of a draft: articles beside rules beside worked examples.</summary>
public sealed record BenchPackModel(Proposal Proposal, DraftPack Pack, BenchSpots Spots, BenchPack About)
{
    public required bool MayWrite { get; init; }

    /// <summary>What its worked examples leave untried; null: nobody has asked for it.</summary>
    public required DraftTrial? Trial { get; init; }

    /// <summary>
    /// Milliseconds that reading, checking and running it took; nothing where it was known.
    /// </summary>
    public required long Took { get; init; }

    /// <summary>What is in force in the place of a file; null: nothing.</summary>
    public required LawFiles Ground { get; init; }

    /// <summary>What came of a worked example; null: it could not be run.</summary>
    public CaseResult? ResultOf(BenchCase tried) => Pack.Cases.FirstOrDefault(
        each => each.Case.Place.File == tried.File && each.Case.Place.Line == tried.FirstLine);
}

/// <summary>/proposals/{id}/law/pack: the workbench of a pack.</summary>
public static class BenchPackPage
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"{BenchLawPage.Pattern}/pack", Get)
        .For(Right.ReadProposals, Extent.Whole).AsPage();

    private static async Task<IResult> Get(
        string id, string? folder, DraftDesk drafts, DraftTrials trials, CurrentCaller who,
        TimeProvider clock)
    {
        if (await drafts.OfAsync(id) is not { } draft)
        {
            return ProposalsResource.Refused(GazetteFault.Unknown);
        }

        if (folder is null || !draft.Files.Folders.Contains(folder))
        {
            return ProposalsResource.Refused(BenchFaults.NoSpot);
        }

        var begun = clock.GetTimestamp();
        var pack = draft.Rules.PackOf(folder);
        await Task.Run(() => (pack.Flaws, pack.Cases));
        var ground = await drafts.BaseOfAsync(draft.Proposal);
        var about = BenchLawPage.PackOf(draft.Files, ground, folder);
        var mayWrite = BenchFaults.MayWrite(draft.Proposal, who);
        // Who writes on a small pack sees what his examples leave untried without asking for it.
        var trial = trials.Of(draft.Proposal, folder)
            ?? (mayWrite && DraftTrials.IsShort(pack) ? trials.Begin(draft, folder) : null);
        return Page.Of<BenchPackView, BenchPackModel>(about.Title, new BenchPackModel(
            draft.Proposal, pack, new BenchSpots(pack.Written!), about)
        {
            MayWrite = mayWrite,
            Trial = trial,
            Took = (long)clock.GetElapsedTime(begun).TotalMilliseconds,
            Ground = ground,
        });
    }
}
