using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Access;
using CreditScoring.Service.RuleShelf;
using Newtonsoft.Json;

namespace CreditScoring.Service.Api;

/// <summary>GET /v1/rules: the book in use, and why a changed one was not taken.</summary>
public static class RulesResource
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/rules", Get)
        .For(Right.ReadRules, Extent.None)
        .WithSummary("The rule book in use, and the errors of a change that was not taken");

    private static JsonAnswer Get(Shelf shelf)
    {
        var state = shelf.State;
        return JsonAnswer.Tagged(json =>
        {
            json.Property("book", state.Book.Hash);
            json.Property("secondOpinion", $"{state.Book.Mode}");
            json.Property("since", state.Since.UtcDateTime.ToString(
                "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            json.List("regimes", state.Book.Regimes, Regime);
            json.List("idle", state.Idle, (to, folder) => to.WriteValue(folder));
            json.List("rejected", state.Rejected, FlawJson.Write);
            json.List("notices", state.Notices, FlawJson.Write);
        });
    }

    private static void Regime(JsonTextWriter json, Regime regime)
    {
        json.WriteStartObject();
        json.Property("regime", regime.Name);
        json.List("versions", regime.Versions, Version);
        json.WriteEndObject();
    }

    private static void Version(JsonTextWriter json, RulePack pack)
    {
        json.WriteStartObject();
        json.Property("pack", pack.Version);
        json.Property("status", pack.Manifest.Status.ToString().ToLowerInvariant());
        json.Property("zh", pack.Manifest.Title.Zh);
        json.Property("en", pack.Manifest.Title.En);
        json.Property("repealedFrom", pack.Manifest.RepealedFrom);
        json.Property("hash", pack.Hash);
        json.WriteEndObject();
    }
}
