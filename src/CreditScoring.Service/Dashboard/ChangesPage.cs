using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Dashboard;

/// <summary>Who became worse or better in a regime since a day.</summary>
/// <param name="Next">Behind which the next page begins; null: there is none.</param>
public sealed record ChangesModel(
    RulePack Pack, IReadOnlyList<RulePack> Regimes, DateOnly Since, string? Direction, string? Region,
    IReadOnlyList<ChangedStanding> Items, string? Next);

/// <summary>GET /changes: the list; GET /changes/live: a word as soon as something changes.</summary>
public static class ChangesPage
{
    private const int Most = 50;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>A connection is let go after this; a browser comes again by itself.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/changes", Get).For(Right.ReadFiles, Extent.List, "changes-read").AsPage();
        routes.MapGet("/changes/live", Live).For(Right.ReadFiles, Extent.List).AsPage();
    }

    private static async Task<IResult> Get(
        string? since, string? regime, string? direction, string? region, string? after,
        StandingChanges changes, Shelf shelf, TimeProvider clock, CurrentCaller who)
    {
        var today = clock.Today();
        var regimes = DeskRegimes.InForce(shelf.Book, today);
        var (digits, day) = (default(string?), default(DateOnly));
        if ((DeskRegion.Read(ref region) ?? Parameters.Region(region, out digits)
            ?? Parameters.Day(since, new DateOnly(today.Year, today.Month, 1), out day)
            ?? Parameters.OneOf("direction", direction, ["worse", "better", "other"])
            ?? Parameters.OneOf("regime", regime, regimes.Select(each => each.Regime))) is { } wrong)
        {
            return wrong;
        }

        if (!ChangesResource.TryPlace(after, out var place))
        {
            return Parameters.BadAfter;
        }

        if (regimes.FirstOrDefault(each => regime is null || each.Regime == regime) is not { } pack)
        {
            return DeskRegimes.None;
        }

        var page = await changes.PageAsync(
            new TurnQuery(day, Most) { Regime = pack.Regime, Region = digits, After = place },
            direction is null ? null : Enum.Parse<Direction>(direction, ignoreCase: true), who.Caller.Region);
        return Page.Of<ChangesView, ChangesModel>(new Wording("变化", "Changes"), new ChangesModel(
            pack, regimes, day, direction, digits, page.Items,
            page.Next is { } next ? ChangesResource.Of(next) : null));
    }

    /// <summary>Server-sent events that say nothing but that something changed; the page asks what.</summary>
    private static async Task<IResult> Live(
        HttpContext context, IRecordQuestions record, LiveShares shares, CurrentCaller who,
        IHostApplicationLifetime service, TimeProvider clock)
    {
        using var share = shares.Take(who.Caller.Actor);
        if (share is null)
        {
            return Problems.Limited(Longest);
        }

        context.Response.ContentType = "text/event-stream";
        // A service that stops does not wait for those who only listen.
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, service.ApplicationStopping);
        enough.CancelAfter(Longest);
        var known = await LastAsync(record, 0);
        await WriteAsync(context, "retry: 5000\n\n");
        try
        {
            for (var quiet = 0; ; quiet++)
            {
                await Task.Delay(Pause, clock, enough.Token);
                if (await LastAsync(record, known) is var now && now != known)
                {
                    (known, quiet) = (now, 0);
                    await WriteAsync(context, "event: changed\ndata: {}\n\n");
                }
                else if (quiet % 15 == 14)
                {
                    await WriteAsync(context, ": still here\n\n");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Gone, or told to come again.
        }

        return Results.Empty;
    }

    private static async Task WriteAsync(HttpContext context, string text)
    {
        await context.Response.WriteAsync(text, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    /// <summary>How far the record of changes goes; also what time alone brings is in it.</summary>
    private static async Task<long> LastAsync(IRecordQuestions record, long known) =>
        (await record.ChangesAsync(known, 0)).Highest;
}
