using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.RuleShelf;
using Microsoft.AspNetCore.Http.HttpResults;
using Newtonsoft.Json;

namespace CreditScoring.Service.Api;

/// <summary>GET /v1/enterprises: standings by tier, region and regime, a page at a time.</summary>
public static class EnterpriseList
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/enterprises", Get)
        .For(Right.ReadStandings, Extent.List)
        .WithSummary("Standings by tier, region, regime and kind, a page at a time")
        .WithDescription("In order of regime, kind and subject. 'next' is the cursor of the page "
            + "that follows, null at the end. 'stale' marks what is being assessed again.");

    private static async Task<Results<JsonAnswer, Problem>> Get(
        string? tier, string? region, string? regime, string? kind, string? cursor, int? limit,
        StandingLists lists, Shelf shelf, CurrentCaller who)
    {
        var (after, most) = (default(StandingKey?), 0);
        var wrong = Parameters.Region(region, out var digits)
            ?? Parameters.Cursor(cursor, out after) ?? Parameters.Limit(limit, out most)
            ?? Parameters.OneOf("tier", tier, shelf.Book.Regimes.SelectMany(each => each.Versions)
                .SelectMany(pack => pack.Manifest.Tiers.Tiers))
            ?? Parameters.OneOf("regime", regime, shelf.Book.Regimes.Select(each => each.Name))
            ?? Parameters.OneOf("kind", kind, shelf.Book.Catalogue.SubjectKinds.Select(each => each.Name));
        if (wrong is not null)
        {
            return wrong;
        }

        var page = await lists.PageAsync(
            new StandingQuery(most)
            {
                Tier = tier, Region = digits, Regime = regime, Kind = kind, After = after,
            },
            who.Caller.Region);
        return JsonAnswer.Tagged(json =>
        {
            json.List("items", page.Items, (to, each) => Write(to, each.Standing, each.Stale));
            json.Property("next", page.Next is { } next ? Parameters.Cursor(next) : null);
        });
    }

    private static void Write(JsonTextWriter json, KeptStanding each, bool stale)
    {
        json.WriteStartObject();
        json.Property("subject", each.Subject.Id);
        json.Property("kind", each.Subject.Kind);
        json.Property("region", each.Region);
        json.Property("regime", each.Regime);
        json.Property("pack", each.Pack);
        json.Property("status", each.Status);
        json.Property("tier", each.Tier);
        json.Property("points", each.Points);
        json.Property("revision", (decimal)each.Revision);
        json.Property("changesOn", each.ChangesOn);
        json.Property("stale", stale);
        json.WriteEndObject();
    }
}
