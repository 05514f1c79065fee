using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;

namespace CreditScoring.Service.Webhooks;

/// <summary>
/// Sends one webhook what comes in the feed, page by page, in its order. A page that is not taken is sent
/// again until it is, and what comes behind it waits: no receiver learns of an enterprise's later state
/// first, and the position is all that has to be remembered.
/// </summary>
public sealed class WebhookDelivery(
    RegisterDesk desk, RecommendationFeed feed, WebhookLog log, WebhookClient client, WebhookStates states)
{
    /// <summary>Recommendations in one request.</summary>
    private const int Page = 100;

    /// <summary>So many that are not its own are passed over before that is kept.</summary>
    private const int KeptEvery = 5000;

    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(250);

    /// <summary>Until it is removed, or the stop.</summary>
    /// <param name="told">Called whenever it is not taken.</param>
    /// <exception cref="RecordUnavailable">It goes on when it is called again.</exception>
    public async Task RunAsync(string id, Action<DeliveryFault> told, CancellationToken stop)
    {
        while ((await desk.CurrentAsync()).Webhooks.GetValueOrDefault(id) is { } webhook)
        {
            await FollowAsync(webhook, told, stop);
        }
    }

    /// <summary>From where the record says that it is, until it is sent from elsewhere.</summary>
    private async Task FollowAsync(Webhook webhook, Action<DeliveryFault> told, CancellationToken stop)
    {
        var position = await log.PositionAsync(webhook);
        var (kept, failures) = (position, 0);
        var waits = (await log.FailureAsync(webhook))?.Fault.Code;
        while (await desk.CurrentAsync() is { } register && IsSame(register, webhook))
        {
            var (fault, next, sent) = await SendAsync(register, webhook, position, stop);
            if (fault is not null)
            {
                await FailAsync(webhook, fault, isNews: fault.Code != waits, told);
                (waits, failures) = (fault.Code, failures + 1);
                await WaitAsync(webhook, BackOff.After(failures), stop);
                continue;
            }

            if (sent > 0 || waits is not null || next - kept >= KeptEvery)
            {
                await log.ReachedAsync(webhook, next, sent);
                kept = next;
            }

            states.Reached(webhook.Id, next);
            if (next == position)
            {
                await WaitAsync(webhook, Idle, stop);
            }

            (position, waits, failures) = (next, null, 0);
        }
    }

    private async Task FailAsync(
        Webhook webhook, DeliveryFault fault, bool isNews, Action<DeliveryFault> told)
    {
        states.Waits(webhook.Id, fault);
        told(fault);
        if (isNews)
        {
            await log.FailedAsync(webhook, fault);
        }
    }

    /// <returns>Next: up to where in the feed it is now; Sent: how many of that.</returns>
    private async Task<(DeliveryFault? Fault, long Next, int Sent)> SendAsync(
        Register register, Webhook webhook, long position, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (register.ScopeOf(webhook) is not { } scope)
        {
            return (DeliveryFault.Owner, position, 0);
        }

        if (await feed.PageAsync(position, Page, scope) is not { } page)
        {
            return (DeliveryFault.Position, position, 0);
        }

        var items = page.Items.Where(item => WebhookFilter.Takes(webhook, item)).ToList();
        if (items.Count == 0)
        {
            return (null, page.Next, 0);
        }

        var body = Body(items, await feed.EpochAsync(), page.Next);
        var delivery = $"{webhook.Id}-{items[0].Position}-{items[^1].Position}";
        return (await client.SendAsync(webhook, delivery, body, stop), page.Next, items.Count);
    }

    /// <summary>As GET /v1/recommendations answers, so that one reader reads both.</summary>
    private static string Body(IReadOnlyList<FeedItem> items, RecordEpoch epoch, long next) =>
        JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.List("items", items, (to, item) =>
            {
                to.WriteStartObject();
                to.Property("position", (decimal)item.Position);
                to.WritePropertyName("recommendation");
                to.WriteRawValue(item.Json);
                to.WriteEndObject();
            });
            json.Property("record", epoch.Id);
            json.Property("next", epoch.At(next));
            json.WriteEndObject();
        });

    private static bool IsSame(Register register, Webhook webhook) =>
        register.Webhooks.GetValueOrDefault(webhook.Id)?.Start == webhook.Start;

    /// <summary>Waits, or until it is removed or sent from elsewhere.</summary>
    private async Task WaitAsync(Webhook webhook, TimeSpan time, CancellationToken stop)
    {
        for (var left = time; left > TimeSpan.Zero; left -= Idle)
        {
            await Task.Delay(left < Idle ? left : Idle, stop);
            if (!IsSame(await desk.CurrentAsync(), webhook))
            {
                return;
            }
        }
    }
}
