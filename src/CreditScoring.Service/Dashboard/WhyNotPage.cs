using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Standings;

namespace CreditScoring.Service.Dashboard;

/// <summary>Why an enterprise does not stand in a tier.</summary>
/// <param name="Tier">The tier that it is not.</param>
/// <param name="KnownAt">As known at which instant, as it was asked; null: now.</param>
/// <param name="Regimes">Those that have the tier, each with the rungs that would give it.</param>
public sealed record WhyNotModel(
    Subject Subject, string Tier, string? KnownAt, IReadOnlyList<Explanation> Regimes)
{
    /// <summary>What it was called on the day; null: the file has no name.</summary>
    public string? Name { get; init; }

    /// <summary>By regime: the rungs that hold and are tried before those of the tier.</summary>
    public required IReadOnlyDictionary<string, Explanation> InFront { get; init; }
}

/// <summary>GET /enterprises/{id}/why-not: what of a tier's conditions is met and what is not.</summary>
public static class WhyNotPage
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/enterprises/{id}/why-not", Get)
            .For(Right.ReadFiles, Extent.Subject, "explanation-read").AsPage();

    private static async Task<IResult> Get(
        HttpRequest request, string id, string? kind, string? tier, string? regime, string? on,
        string? knownAt, SubjectDoor door)
    {
        var (asked, wrong) = await door.EnterAsync(request, id, kind, on, knownAt);
        if (wrong is not null)
        {
            return wrong;
        }

        var (view, empty) = await door.OpenAsync(asked);
        if ((Parameters.OneOf("regime", regime, view.Book.Regimes.Select(each => each.Name))
            ?? empty ?? Parameters.OneOf("tier", tier ?? "", view.TiersOn(asked.Day))) is { } unknown)
        {
            return unknown;
        }

        var told = view.WhyNot(asked.Day, tier!)
            .Where(each => regime is null || each.Standing.Regime == regime).ToList();
        return Page.Of<WhyNotView, WhyNotModel>(
            new Wording("为什么不是", "Why not"),
            new WhyNotModel(asked.Subject, tier!, knownAt, told)
            {
                Name = view.Profile(asked.Day).Name,
                InFront = told.ToDictionary(
                    each => each.Standing.Regime, each => view.InFrontOf(tier!, each)),
            });
    }
}
