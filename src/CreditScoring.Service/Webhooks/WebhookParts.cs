using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Webhooks;

/// <summary>What sends recommendations to who wants them as they come.</summary>
public static class WebhookParts
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton(all => new AddressRules(all.GetRequiredService<Settings>().Webhooks))
        .AddSingleton<WebhookClient>()
        .AddSingleton<WebhookLog>()
        .AddSingleton<WebhookStates>()
        .AddSingleton<WebhookDelivery>()
        .AddHostedService<WebhookDispatch>();
}
