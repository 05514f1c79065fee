using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Corrections;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Dashboard;

/// <summary>A correction, and what who looks may do about it.</summary>
/// <param name="Trial">What it would do now; null: its file has no such event any more.</param>
/// <param name="Hindrance">Why who looks may not confirm it; null: may.</param>
/// <param name="Asked">What came of what was asked for just now; null: nothing was.</param>
public sealed record CorrectionModel(
    RuleBook Book, Correction Correction, Trial? Trial, CorrectionFault? Hindrance, Decision? Asked)
{
    /// <summary>Whether it is of who looks.</summary>
    public required bool IsOwn { get; init; }

    public required SubjectNames Names { get; init; }

    /// <summary>Whether it is known that who looks is another person than who proposed it.</summary>
    public required bool IsApart { get; init; }
}

/// <summary>/corrections/{id}: what one would do, and the decision of another person.</summary>
public static class CorrectionPage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/corrections/{id}", Get)
            .For(Right.MendEvents, Extent.Subject, "correction-read").AsPage();
        routes.MapPost("/corrections/{id}/confirm", Confirm).For(Right.MendEvents, Extent.Subject).AsPage();
        routes.MapPost("/corrections/{id}/refuse", Refuse).For(Right.MendEvents, Extent.Subject).AsPage();
        routes.MapPost("/corrections/{id}/withdraw", Withdraw)
            .For(Right.MendEvents, Extent.Subject).AsPage();
    }

    public static string AddressOf(Correction correction) => $"{CorrectionsPage.Path}/{correction.Id}";

    private static async Task<IResult> Get(
        string id, CorrectionDesk desk, CorrectionTrials trials, Shelf shelf,
        IRecordQuestions record, CurrentCaller who)
    {
        return await SeenAsync(id, desk, who) is not { } correction ? Unknown
            : await ShownAsync(correction, null, desk, trials, shelf, record, who);
    }

    private static async Task<IResult> Confirm(
        string id, HttpRequest request, CorrectionDesk desk, CorrectionTrials trials, Shelf shelf,
        IRecordQuestions record, CurrentCaller who, CancellationToken gone)
    {
        return await SeenAsync(id, desk, who) is null ? Unknown
            : await ToldAsync(
                await desk.ConfirmAsync(
                    id, who.Caller, who.Sender, request.HttpContext.Connection.RemoteIpAddress, gone),
                desk, trials, shelf, record, who);
    }

    private static async Task<IResult> Refuse(
        string id, HttpRequest request, CorrectionDesk desk, CorrectionTrials trials, Shelf shelf,
        IRecordQuestions record, CurrentCaller who)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return await SeenAsync(id, desk, who) is null ? Unknown
            : await ToldAsync(
                await desk.RefuseAsync(id, form["reason"].ToString(), who.Caller), desk, trials, shelf,
                record, who);
    }

    private static async Task<IResult> Withdraw(
        string id, CorrectionDesk desk, CorrectionTrials trials, Shelf shelf,
        IRecordQuestions record, CurrentCaller who)
    {
        return await SeenAsync(id, desk, who) is null ? Unknown
            : await ToldAsync(await desk.WithdrawAsync(id, who.Caller), desk, trials, shelf, record, who);
    }

    /// <summary>Null also where it is of a region for which who asks is not competent.</summary>
    private static async Task<Correction?> SeenAsync(string id, CorrectionDesk desk, CurrentCaller who) =>
        await desk.FindAsync(id) is { } correction && await who.LookAsync(correction.Subject) is null
            ? correction : null;

    private static async Task<IResult> ToldAsync(
        Decision asked, CorrectionDesk desk, CorrectionTrials trials, Shelf shelf,
        IRecordQuestions record, CurrentCaller who) =>
        asked.IsDone ? Results.LocalRedirect(AddressOf(asked.Correction!))
            : await ShownAsync(asked.Correction!, asked, desk, trials, shelf, record, who);

    private static async Task<IResult> ShownAsync(
        Correction correction, Decision? asked, CorrectionDesk desk, CorrectionTrials trials, Shelf shelf,
        IRecordQuestions record, CurrentCaller who)
    {
        var trial = await trials.OfAsync(
            correction.Subject, correction.Target, correction.Text, who.Sender);
        var seen = trial is null ? null : await InScopeAsync(trial, who);
        var model = new CorrectionModel(
            shelf.Book, correction, seen,
            desk.HindranceOf(correction, who.Caller), asked)
        {
            IsOwn = correction.By == who.Caller.Actor,
            IsApart = CorrectionDesk.IsApart(correction, who.Caller),
            Names = await SubjectNames.OfAsync(
                record, (seen?.Effects ?? []).Select(each => each.Subject).Append(correction.Subject)),
        };
        return Page.Of<CorrectionView, CorrectionModel>(
            CorrectionsPage.Title, model,
            asked is null ? StatusCodes.Status200OK
            : asked.Fault is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);
    }

    /// <summary>Of subjects for which who looks is not competent nothing is told.</summary>
    private static async Task<Trial> InScopeAsync(Trial trial, CurrentCaller who)
    {
        var effects = new List<Effect>();
        foreach (var each in trial.Effects.GroupBy(effect => effect.Subject))
        {
            if (await who.SeesAsync(each.Key))
            {
                effects.AddRange(each);
            }
        }

        return trial with { Effects = effects };
    }

    private static Problem Unknown { get; } = new(
        StatusCodes.Status404NotFound, CorrectionFault.Unknown.Code, CorrectionFault.Unknown.What,
        CorrectionFault.Unknown.Mend);
}
