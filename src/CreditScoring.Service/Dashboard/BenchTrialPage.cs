using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Governance;

namespace CreditScoring.Service.Dashboard;

/// <summary>
/// /proposals/{id}/law/trial: begins to find out what the worked examples of a pack leave untried, or ends
/// it; the page of the pack says what came of it.
/// </summary>
public static class BenchTrialPage
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost($"{BenchLawPage.Pattern}/trial", Post).For(Right.DraftLaw, Extent.Whole).AsPage();

    private static async Task<IResult> Post(
        string id, string? folder, HttpRequest request, DraftDesk drafts, DraftTrials trials)
    {
        if (folder is null || await drafts.OfAsync(id) is not { } draft
            || !draft.Files.Folders.Contains(folder))
        {
            return ProposalsResource.Refused(BenchFaults.NoSpot);
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if ($"{form["act"]}" == "cancel")
        {
            trials.Of(draft.Proposal, folder)?.Cancel();
        }
        else if (draft.Rules.PackOf(folder).CanJudge && trials.Begin(draft, folder) is null)
        {
            return ProposalsResource.Refused(BenchFaults.TooManyTrials);
        }

        return Results.LocalRedirect($"{BenchPath.Pack(draft.Proposal, folder)}#trial");
    }
}
