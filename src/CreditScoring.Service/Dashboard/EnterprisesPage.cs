using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Dashboard;

/// <summary>A page of the list, and what was asked for.</summary>
/// <param name="Pack">The version in force of the regime that is listed.</param>
/// <param name="Sort">As it was asked; null: in the usual order.</param>
/// <param name="Next">Behind which the next page begins; null: there is none.</param>
public sealed record EnterprisesModel(
    RulePack Pack, ListParameters Asked, string? Sort, IReadOnlyList<ListedStanding> Items, string? Next)
{
    /// <summary>Regimes to choose from.</summary>
    public required IReadOnlyList<RulePack> Regimes { get; init; }

    /// <summary>Whether this is not the first page.</summary>
    public bool IsLater { get; init; }
}

/// <summary>GET /enterprises: search and list; GET /find: straight to one, or to the list.</summary>
public static class EnterprisesPage
{
    private const int Most = 50;

    private static readonly Wording Title = new("企业", "Enterprises");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/enterprises", Get).For(Right.ReadStandings, Extent.List).AsPage();
        routes.MapGet("/find", Find).For(Right.ReadStandings, Extent.List).AsPage();
    }

    private static async Task<IResult> Get(
        [AsParameters] ListParameters asked, string? sort, string? after,
        StandingLists lists, Shelf shelf, TimeProvider clock, CurrentCaller who)
    {
        var regimes = DeskRegimes.InForce(shelf.Book, clock.Today());
        if (regimes.Count == 0)
        {
            return DeskRegimes.None;
        }

        var region = asked.Region;
        if (DeskRegion.Read(ref region) is { } unknown)
        {
            return unknown;
        }

        asked = asked with { Regime = asked.Regime ?? regimes[0].Regime, Region = region };
        var (order, down, behind) = (ListOrder.Subject, false, default(ListPlace?));
        sort ??= asked.Name is null ? "-tier" : null;
        if ((asked.Read(shelf.Book, out var filter) ?? ListCursor.Order(sort, out order, out down)
            ?? ListCursor.Read(after, order, out behind)) is { } wrong)
        {
            return wrong;
        }

        if (regimes.FirstOrDefault(each => each.Regime == asked.Regime) is not { } pack)
        {
            return DeskRegimes.None;
        }

        var page = await lists.PageAsync(
            new ListQuery(filter, Most) { Order = order, Descending = down, After = behind },
            who.Caller.Region);
        return Page.Of<EnterprisesView, EnterprisesModel>(Title, new EnterprisesModel(
            pack, asked, sort, page.Items,
            page.Next is { } next ? ListCursor.Of(next, order) : null)
        {
            Regimes = regimes, IsLater = after is not null,
        });
    }

    private static async Task<IResult> Find(
        string? q, Shelf shelf, IRecordQuestions record, CurrentCaller who)
    {
        var sought = q?.Trim() ?? "";
        if (shelf.Book.Catalogue.TrySubject("operator", sought, out var subject, out _, kept: true)
            && await record.FileAsync(subject) is not null && await who.SeesAsync(subject)
            && who.Caller.May(Right.ReadFiles))
        {
            return Results.LocalRedirect(EnterprisePage.AddressOf(subject));
        }

        return Results.LocalRedirect(
            sought.Length == 0 ? "/enterprises" : "/enterprises" + QueryString.Create("name", sought));
    }
}

/// <summary>The regimes that the desk has to show on a day.</summary>
internal static class DeskRegimes
{
    /// <summary>With which the names of regimes begin that hold everywhere.</summary>
    private const string National = "cn/";

    /// <summary>
    /// The versions in force: those with points first, of them those that hold everywhere, then the official
    /// ones.
    /// </summary>
    public static IReadOnlyList<RulePack> InForce(RuleBook book, DateOnly day) =>
    [
        .. book.Regimes.Select(each => each.On(day)).OfType<RulePack>()
            .Where(each => each.Manifest.Tiers.Tiers.Count > 0)
            .OrderBy(each => each.Manifest.Points is null)
            .ThenBy(each => !each.Regime.StartsWith(National, StringComparison.Ordinal))
            .ThenBy(each => each.Manifest.Status != PackStatus.Official),
    ];

    public static Problem None { get; } = new(
        StatusCodes.Status404NotFound, "rules-none",
        new Wording("今日没有这样的施行中的规则", "no such rules are in force today"),
        new Wording("见“规则”页", "see the page of rules"));
}
