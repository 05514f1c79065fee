using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Questions;
using CreditScoring.Service.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;
using Newtonsoft.Json;

namespace CreditScoring.Service.Api;

/// <summary>
/// /v1/webhooks: where recommendations are sent as they come. An admin enters them, since he decides who is
/// given data; auditors see them too.
/// </summary>
public static class WebhooksResource
{
    private const string Path = "/v1/webhooks";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, Add).For(Right.ManageRegister, Extent.Whole)
            .WithSummary("Have recommendations sent to an address as they come")
            .WithDescription("One JSON object: owner (a person or program that may read recommendations; "
                + "what is sent lies within its region), address (https, of a host that the settings allow), "
                + "and as wanted region, regime, tier, after (a 'next' of the feed; left out: from the "
                + "beginning). The secret for checking signatures is in the answer, and nowhere else.");
        routes.MapGet(Path, List).For(Right.SeeOperation, Extent.Whole)
            .WithSummary("All webhooks, how far each has come and why it waits");
        routes.MapGet(Path + "/{id}", Get).For(Right.SeeOperation, Extent.Whole)
            .WithSummary("One webhook, how far it has come and why it waits");
        routes.MapDelete(Path + "/{id}", Remove).For(Right.ManageRegister, Extent.Whole)
            .WithSummary("Send nothing to it any more");
        routes.MapPost(Path + "/{id}/replay", Replay).For(Right.ManageRegister, Extent.Whole)
            .WithSummary("Send again what comes after a position of the feed")
            .WithDescription("?after= a 'next' of the feed or of what was sent; 0: from the beginning. The "
                + "receiver knows a repeat by the id of the recommendation.");
    }

    private static async Task<Results<JsonAnswer, Problem>> Add(
        HttpRequest request, RegisterDesk desk, RecommendationFeed feed, AddressRules rules,
        CurrentCaller who, CancellationToken gone)
    {
        var flaws = new List<Flaw>();
        var text = await ShortBody.ReadAsync(request, gone);
        if (WebhookReader.OfAsked(new SourceText("body", text), flaws, out var after) is not { } webhook)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        var (foreign, position) = await PositionAsync(feed, after);
        if (foreign is not null)
        {
            return foreign;
        }

        var added = new WebhookAdded(webhook with { After = position });
        return (rules.FaultOf(webhook.Address) ?? await desk.EnterAsync(added, who.Caller.Actor)) is { } fault
            ? Refused(fault)
            : JsonAnswer.Of(json =>
            {
                json.Property("id", webhook.Id);
                json.Property("target", webhook.Target);
                json.Property("secret", webhook.Secret);
            });
    }

    private static async Task<JsonAnswer> List(RegisterDesk desk, RecommendationFeed feed, WebhookLog log)
    {
        var states = new List<Action<JsonTextWriter>>();
        var register = await desk.CurrentAsync();
        foreach (var webhook in register.Webhooks.Values)
        {
            states.Add(await WriterAsync(webhook, feed, log));
        }

        return JsonAnswer.Of(json => json.List("items", states, (to, write) =>
        {
            to.WriteStartObject();
            write(to);
            to.WriteEndObject();
        }));
    }

    private static async Task<Results<JsonAnswer, Problem>> Get(
        string id, RegisterDesk desk, RecommendationFeed feed, WebhookLog log) =>
        (await desk.CurrentAsync()).Webhooks.GetValueOrDefault(id) is { } webhook
            ? JsonAnswer.Of(await WriterAsync(webhook, feed, log)) : NotKnown(id);

    private static async Task<Results<JsonAnswer, Problem>> Remove(
        string id, RegisterDesk desk, CurrentCaller who) =>
        await desk.EnterAsync(new WebhookRemoved(id), who.Caller.Actor) is null
            ? JsonAnswer.Of(json => json.Property("removed", id)) : NotKnown(id);

    private static async Task<Results<JsonAnswer, Problem>> Replay(
        string id, string? after, RegisterDesk desk, RecommendationFeed feed, CurrentCaller who)
    {
        if (after is null)
        {
            return Problems.BadParameter(
                "after", "写明从哪个位置之后重新推送；0 为从头", "say after which position; 0 is the beginning");
        }

        var (foreign, position) = await PositionAsync(feed, after);
        return foreign
            ?? (await desk.EnterAsync(new WebhookReplayed(id, position), who.Caller.Actor) is null
                ? JsonAnswer.Of(json =>
                {
                    json.Property("id", id);
                    json.Property("after", (decimal)position);
                })
                : (Results<JsonAnswer, Problem>)NotKnown(id));
    }

    /// <summary>A position that the feed of this record has.</summary>
    private static async Task<(Problem? Wrong, long Position)> PositionAsync(
        RecommendationFeed feed, string? after)
    {
        var epoch = await feed.EpochAsync();
        var wrong = FeedPosition.Read(after, epoch, out var position);
        return (wrong ?? (await feed.PageAsync(position, 1, RegionScope.All) is null
            ? FeedPosition.Foreign(epoch) : null), position);
    }

    private static async Task<Action<JsonTextWriter>> WriterAsync(
        Webhook webhook, RecommendationFeed feed, WebhookLog log)
    {
        var position = (await feed.EpochAsync()).At(await log.PositionAsync(webhook));
        var failure = await log.FailureAsync(webhook);
        return json =>
        {
            json.Property("id", webhook.Id);
            json.Property("owner", webhook.Owner);
            json.Property("address", webhook.Address.AbsoluteUri);
            json.Property("region", webhook.Region.Digits);
            json.Property("regime", webhook.Regime);
            json.Property("tier", webhook.Tier);
            json.Property("by", webhook.AddedBy);
            json.Property("position", position);
            if (failure is var (fault, since))
            {
                json.Instant("waitingSince", since);
                json.WritePropertyName("failure");
                json.WriteStartObject();
                json.Property("code", fault.Code);
                json.Property("zh", fault.Why.Zh);
                json.Property("en", fault.Why.En);
                json.WriteEndObject();
            }
        };
    }

    private static Problem Refused(EntryFault fault) =>
        new(StatusCodes.Status409Conflict, fault.Code, fault.What, fault.Mend);

    private static Problem NotKnown(string id) => new(
        StatusCodes.Status404NotFound, "webhook-unknown",
        new Wording($"没有推送订阅 {Spelling.Shown(id)}", $"there is no webhook {Spelling.Shown(id)}"),
        new Wording($"编号见 {Path}", $"see {Path} for the ids"));
}
