using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
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

    /// <summary>Of the form of an id.</summary>
    private const string NoId = "0123456789abcdef";

    private static readonly JsonShape<Webhook> Added = new(
        "WebhookAdded",
        new("id", "编号", "its id", each => each.Id),
        new("target", "登记对象", "as which it is entered", each => each.Target),
        new("secret", "验签密钥，只在此告知", "by which signatures are checked, told here alone", each => each.Secret));

    private static readonly JsonShape<DeliveryFault> Failure = new(
        "WebhookFailure",
        [
            new("code", "原因代码", "the code of the fault", each => each.Code),
            .. WordingJson.Shape.Own.Select(member => member.Within((DeliveryFault each) => each.Why)),
        ]);

    private static readonly JsonShape<WebhookState> State = new(
        "Webhook",
        new("id", "编号", "its id", each => each.Webhook.Id),
        new("owner", "代表何人", "on whose behalf", each => each.Webhook.Owner),
        new("address", "推送地址", "where it is sent", each => each.Webhook.Address.AbsoluteUri),
        new("region", "地域范围，空为全部", "of which regions; empty: all", each => each.Webhook.Region.Digits),
        new("regime", "只推送此制度的", "only of this regime", each => each.Webhook.Regime) { MayBeNull = true },
        new("tier", "只推送此等级的", "only of this tier", each => each.Webhook.Tier) { MayBeNull = true },
        new("by", "何人登记", "who entered it", each => each.Webhook.AddedBy),
        new("position", "已推送到的位置", "the position up to which it was sent", each => each.Position),
        new("waitingSince", "自何时受阻", "since when it waits", each => InstantText.Of(each.Failure!.Value.Since))
        {
            Type = JsonType.Instant, Absent = each => each.Failure is null,
        },
        new("failure", "受阻的原因", "why it waits", (json, each) => Failure.Write(
            json, each.Failure!.Value.Fault))
        {
            Type = JsonType.ObjectOf(Failure), Absent = each => each.Failure is null,
        });

    private static readonly JsonShape<Removed> Gone = new(
        "WebhookRemoved",
        new JsonMember<Removed>("removed", "已删除的编号", "the id of what was removed", each => each.Id));

    private static readonly JsonShape<Replayed> Again = new(
        "WebhookReplay",
        new("id", "编号", "its id", each => each.Id),
        new("after", "从此位置之后重新推送", "it is sent again after this position", each => each.After));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, Add).For(Right.ManageRegister, Extent.Whole)
            .Says("登记推送订阅：建议产生时即推送到某地址", "Have recommendations sent to an address as they come",
                "一个 JSON 对象：owner（有权读取建议的人员或系统；推送内容限其地域）、address（https，主机须为设置所许可），"
                    + "可加 region、regime、tier、after（建议流的 next；不写则从头）。验签密钥只在应答中告知一次。",
                "One JSON object: owner (a person or program that may read recommendations; "
                    + "what is sent lies within its region), address (https, of a host that the settings "
                    + "allow), and as wanted region, regime, tier, after (a 'next' of the feed; left out: "
                    + "from the beginning). The secret for checking signatures is in the answer, and nowhere "
                    + "else.")
            .Takes(WebhookBody.Taken).Answers(Added)
            .AlsoAnswers(StatusCodes.Status409Conflict, StatusCodes.Status410Gone);
        routes.MapGet(Path, List).For(Right.SeeOperation, Extent.Whole)
            .Says("各推送订阅及其进度", "All webhooks, how far each has come and why it waits")
            .AnswersList("Webhooks", State);
        routes.MapGet(Path + "/{id}", Get).For(Right.SeeOperation, Extent.Whole)
            .Says("一个推送订阅及其进度", "One webhook, how far it has come and why it waits")
            .Answers(State).AlsoAnswers(StatusCodes.Status404NotFound).Example("id", NoId);
        routes.MapDelete(Path + "/{id}", Remove).For(Right.ManageRegister, Extent.Whole)
            .Says("删除推送订阅", "Send nothing to it any more")
            .Answers(Gone).AlsoAnswers(StatusCodes.Status404NotFound).Example("id", NoId);
        routes.MapPost(Path + "/{id}/replay", Replay).For(Right.ManageRegister, Extent.Whole)
            .Says("从某位置之后重新推送", "Send again what comes after a position of the feed",
                "after 为建议流或所推送内容的 next；0 为从头。收方以建议的 id 识别重复。",
                "'after' is a 'next' of the feed or of what was sent; 0: from the beginning. The "
                    + "receiver knows a repeat by the id of the recommendation.")
            .Takes(TakenBody.Nothing).Answers(Again)
            .AlsoAnswers(StatusCodes.Status404NotFound, StatusCodes.Status410Gone)
            .Example("id", NoId).Example("after", "0", required: true);
    }

    private static async Task<Results<Answer<Webhook>, Problem>> Add(
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
            : Answer.Of(webhook);
    }

    private static async Task<Answer<Page<WebhookState>>> List(
        RegisterDesk desk, RecommendationFeed feed, WebhookLog log)
    {
        var states = new List<WebhookState>();
        foreach (var webhook in (await desk.CurrentAsync()).Webhooks.Values)
        {
            states.Add(await StateAsync(webhook, feed, log));
        }

        return Answer.Of(new Page<WebhookState>(states, null, More: false));
    }

    private static async Task<Results<Answer<WebhookState>, Problem>> Get(
        string id, RegisterDesk desk, RecommendationFeed feed, WebhookLog log) =>
        (await desk.CurrentAsync()).Webhooks.GetValueOrDefault(id) is { } webhook
            ? Answer.Of(await StateAsync(webhook, feed, log)) : NotKnown(id);

    private static async Task<Results<Answer<Removed>, Problem>> Remove(
        string id, RegisterDesk desk, CurrentCaller who) =>
        await desk.EnterAsync(new WebhookRemoved(id), who.Caller.Actor) is null
            ? Answer.Of(new Removed(id)) : NotKnown(id);

    private static async Task<Results<Answer<Replayed>, Problem>> Replay(
        string id, string? after, RegisterDesk desk, RecommendationFeed feed, CurrentCaller who)
    {
        if (after is null)
        {
            return Problems.BadParameter(
                "after", "写明从哪个位置之后重新推送；0 为从头", "say after which position; 0 is the beginning");
        }

        var (foreign, position) = await PositionAsync(feed, after);
        return foreign is not null ? foreign
            : await desk.EnterAsync(new WebhookReplayed(id, position), who.Caller.Actor) is null
                ? Answer.Of(new Replayed(id, position)) : NotKnown(id);
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

    private static async Task<WebhookState> StateAsync(
        Webhook webhook, RecommendationFeed feed, WebhookLog log) =>
        new(webhook, (await feed.EpochAsync()).At(await log.PositionAsync(webhook)), await log.FailureAsync(
            webhook));

    private static Problem Refused(EntryFault fault) =>
        new(StatusCodes.Status409Conflict, fault.Code, fault.What, fault.Mend);

    private static Problem NotKnown(string id) => new(
        StatusCodes.Status404NotFound, "webhook-unknown",
        new Wording($"没有推送订阅 {Spelling.Shown(id)}", $"there is no webhook {Spelling.Shown(id)}"),
        new Wording($"编号见 {Path}", $"see {Path} for the ids"));

    /// <summary>A webhook and how far it has come.</summary>
    internal sealed record WebhookState(
        Webhook Webhook, string Position, (DeliveryFault Fault, DateTimeOffset Since)? Failure);

    internal sealed record Removed(string Id);

    internal sealed record Replayed(string Id, long After);
}
