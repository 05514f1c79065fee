using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Webhooks;

/// <summary>
/// How far a webhook has come, and why it waits, as the record has it: whoever sends next begins there.
/// What left the house is thereby told for ever, too.
/// </summary>
public sealed class WebhookLog(IRecord record, TimeProvider clock)
{
    public const string Sent = "webhook-sent";
    public const string Failed = "webhook-failed";

    private const string Actor = "service";

    /// <summary>The position of the feed up to which it was sent.</summary>
    public async Task<long> PositionAsync(Webhook webhook) => await LastAsync(webhook, Sent) is { } last
        && Number(last, "start") == webhook.Start ? (long)Number(last, "to") : webhook.After;

    /// <summary>Why it waits, and since when; null: it does not.</summary>
    public async Task<(DeliveryFault Fault, DateTimeOffset Since)?> FailureAsync(Webhook webhook)
    {
        var failed = await LastAsync(webhook, Failed);
        var sent = await LastAsync(webhook, Sent);
        return failed is null || sent?.Position > failed.Position || Number(failed, "start") != webhook.Start
            ? null
            : (new DeliveryFault(Text(failed, "code"), new Wording(Text(failed, "zh"), Text(failed, "en"))),
                failed.RecordedAt);
    }

    /// <exception cref="RecordUnavailable">It was not kept: it is sent again.</exception>
    public Task ReachedAsync(Webhook webhook, long position, int sent) => KeepAsync(webhook, Sent, json =>
    {
        json.Property("to", (decimal)position);
        json.Property("sent", (decimal)sent);
    });

    /// <exception cref="RecordUnavailable">It was not kept.</exception>
    public Task FailedAsync(Webhook webhook, DeliveryFault fault) => KeepAsync(webhook, Failed, json =>
    {
        json.Property("code", fault.Code);
        json.Property("zh", fault.Why.Zh);
        json.Property("en", fault.Why.En);
    });

    private Task KeepAsync(Webhook webhook, string what, Action<Newtonsoft.Json.JsonTextWriter> write) =>
        record.KeepAsync(
            new Act(Actor, what, webhook.Target)
            {
                Body = JsonText.Of(json =>
                {
                    json.WriteStartObject();
                    json.Property("start", (decimal)webhook.Start);
                    write(json);
                    json.WriteEndObject();
                }),
            },
            clock);

    private async Task<KeptAct?> LastAsync(Webhook webhook, string what) => (await record.ActsAsync(
        new ActQuery(0, 1) { Target = webhook.Target, What = what, LastFirst = true })).FirstOrDefault();

    private static decimal Number(KeptAct kept, string name) => Piece(kept, name)?.Number ?? 0;

    private static string Text(KeptAct kept, string name) => Piece(kept, name)?.Text ?? "";

    private static JsonPiece? Piece(KeptAct kept, string name) =>
        JsonDocumentReader.Read(new SourceText("act", kept.Act.Body), out _)?[name];
}
