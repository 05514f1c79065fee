using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Standings;

namespace CreditScoring.Service.Dashboard;

/// <summary>Why an enterprise does not stand in a tier.</summary>
/// <param name="Tier">The tier that it is not.</param>
/// <param name="Regimes">Those that have the tier, each with the rungs that would give it.</param>
public sealed record WhyNotModel(Subject Subject, string Tier, IReadOnlyList<Explanation> Regimes);

/// <summary>GET /enterprises/{id}/why-not: what of a tier's conditions is met and what is not.</summary>
public static class WhyNotPage
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/enterprises/{id}/why-not", Get)
            .For(Right.ReadFiles, Extent.Subject, "explanation-read").AsPage();

    private static async Task<IResult> Get(
        HttpRequest request, string id, string? kind, string? tier, string? regime, string? on,
        SubjectQuestions questions, Shelf shelf, TimeProvider clock, CurrentCaller who)
    {
        var day = default(DateOnly);
        if ((Parameters.Subject(shelf.Book.Catalogue, kind, id, request, out var subject)
            ?? Parameters.Day(on, clock.Today(), out day)
            ?? Parameters.OneOf("regime", regime, shelf.Book.Regimes.Select(each => each.Name))) is { } wrong)
        {
            return wrong;
        }

        if (await who.LookAsync(subject) is { } hidden)
        {
            return hidden;
        }

        var view = await questions.OpenAsync(subject, null);
        if (view.IsEmpty)
        {
            return Problems.NotKnown(subject.Id);
        }

        if (Parameters.OneOf("tier", tier ?? "", view.TiersOn(day)) is { } unknown)
        {
            return unknown;
        }

        var told = view.WhyNot(day, tier!)
            .Where(each => regime is null || each.Standing.Regime == regime).ToList();
        return Page.Of<WhyNotView, WhyNotModel>(
            new Wording("为什么不是", "Why not"), new WhyNotModel(subject, tier!, told));
    }
}
