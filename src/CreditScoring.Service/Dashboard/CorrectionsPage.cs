using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Corrections;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Dashboard;

/// <summary>Corrections that wait for another person, and a page of those that were decided.</summary>
/// <param name="Next">Where the next page of these begins; null: there is none.</param>
public sealed record CorrectionsModel(
    RuleBook Book, IReadOnlyList<Correction> Open, IReadOnlyList<Correction> Settled, string? Next)
{
    public required SubjectNames Names { get; init; }
}

/// <summary>GET /corrections: what is proposed, and what was decided.</summary>
public static class CorrectionsPage
{
    public const string Path = "/corrections";

    private const int Most = 50;

    public static readonly Wording Title = new("更正", "Corrections");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, Get).For(Right.MendEvents, Extent.List).AsPage();

    private static async Task<IResult> Get(
        string? after, CorrectionLog log, IRecordQuestions record, Shelf shelf, CurrentCaller who)
    {
        if (Parameters.Position(after, out var behind) is { } wrong)
        {
            return wrong;
        }

        var all = await log.AllAsync();
        var (open, settled, place) = (new List<Correction>(), new List<Correction>(), 0L);
        foreach (var each in all)
        {
            var isOpen = each.State == CorrectionState.Open;
            if (settled.Count == Most)
            {
                break;
            }

            place += isOpen ? 0 : 1;
            // Those of regions for which who looks is not competent are left out.
            if ((isOpen || place > behind) && await who.SeesAsync(each.Subject))
            {
                (isOpen ? open : settled).Add(each);
            }
        }

        var isMore = all.Count(each => each.State != CorrectionState.Open) > place;
        return Page.Of<CorrectionsView, CorrectionsModel>(Title, new CorrectionsModel(
            shelf.Book, open, settled, isMore ? Parameters.Position(place) : null)
        {
            Names = await SubjectNames.OfAsync(record, open.Concat(settled).Select(each => each.Subject)),
        });
    }
}
