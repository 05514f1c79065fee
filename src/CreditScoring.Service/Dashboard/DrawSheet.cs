using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Planning;
using CreditScoring.Service.RandomDraws;

namespace CreditScoring.Service.Dashboard;

/// <summary>A draw, and what who looks may do about it.</summary>
/// <param name="Plan">
/// How many are drawn of each stratum, by the rule of today until it is announced; null: it cannot be said.
/// </param>
/// <param name="Hindrance">Why who looks may not announce it; null: may.</param>
/// <param name="Fault">Why what was asked for just now was not done; null: nothing was.</param>
public sealed record DrawModel(
    RandomDraw Draw, DrawProfile? Profile, SamplingPlan? Plan, DrawFault? Hindrance, DrawFault? Fault)
{
    /// <summary>Whether the public value may be there now.</summary>
    public required bool IsTime { get; init; }

    /// <summary>How it stands with the first of those to be visited.</summary>
    public required IReadOnlyList<DrawnResult> Results { get; init; }

    /// <summary>Whether the rules say what a result is.</summary>
    public required bool AreTold { get; init; }
}

/// <summary>Puts together the page of a draw.</summary>
public sealed class DrawSheet(DrawDesk desk, DrawLists lists, DrawResults results, TimeProvider clock)
{
    /// <summary>More are read in the proof, or asked for.</summary>
    private const int MostShown = 100;

    /// <summary>The page once something was asked: anew where it was done, else with why not.</summary>
    public async Task<IResult> ToldAsync(DrawDecision decision, Caller by) =>
        decision.Draw is not { } draw ? DrawPage.Unknown
        : decision.Fault is null ? Results.LocalRedirect(DrawPage.AddressOf(draw))
        : await ShownAsync(draw, decision.Fault, by);

    /// <param name="fault">Why what was asked for was not done; null: nothing was.</param>
    public async Task<IResult> ShownAsync(RandomDraw draw, DrawFault? fault, Caller by)
    {
        var now = clock.GetUtcNow();
        var profile = lists.Profiles().GetValueOrDefault(draw.Header.Profile);
        var rule = draw.Announced?.Rule ?? profile?.On(ShanghaiTime.DayOf(now), out _);
        return Page.Of<DrawView, DrawModel>(
            new Wording(draw.Header.Number, draw.Header.Number),
            new DrawModel(
                draw, profile, rule is null ? null : new SamplingPlan(rule, draw.Header.Strata),
                desk.HindranceOf(draw, by), fault)
            {
                IsTime = draw.Announced?.Public.At is not { } at || at <= now,
                Results = await results.OfAsync(draw, 0, MostShown), AreTold = results.AreTold(draw),
            },
            fault is null ? StatusCodes.Status200OK : DrawFaults.StatusOf(fault));
    }
}
