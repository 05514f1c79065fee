using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Webhooks;

/// <summary>Which recommendations a webhook wants.</summary>
internal static class WebhookFilter
{
    public static bool Takes(Webhook webhook, FeedItem item)
    {
        if (webhook.Regime is null && webhook.Tier is null)
        {
            return true;
        }

        var tiers = JsonDocumentReader.Read(new SourceText("feed", item.Json), out _)?["tier"];
        return tiers?.Properties.Any(each => (webhook.Regime is null || each.Name == webhook.Regime)
            && (webhook.Tier is null || each.Value.Text == webhook.Tier)) ?? false;
    }
}
