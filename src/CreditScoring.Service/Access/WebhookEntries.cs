using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Service.Access;

/// <summary>Recommendations are sent to an address from now on.</summary>
public sealed record WebhookAdded(Webhook Webhook) : RegisterEntry(Webhook.Target)
{
    public const string Name = "webhook-added";

    public override string What => Name;

    public override string? Secret => Webhook.Secret;

    /// <summary>What the record says of the secret; it stays when the secret goes.</summary>
    public string? Sha256 { get; init; } = Webhook.Secret is null ? null : HashOf(Webhook.Secret);

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        Missing(register, Webhook.Owner, out var owner)
        ?? (register.Webhooks.ContainsKey(Webhook.Id) ? EntryFault.Twice(Target)
            : register.Webhooks.Count >= Webhook.Most ? EntryFault.TooManyWebhooks
            : !Webhook.MayHave(owner) ? EntryFault.MayNotRead(Webhook.Owner)
            : !Webhook.Region.IsAll && !owner.Region.Covers(Webhook.Region)
                ? EntryFault.WebhookBeyond(owner.Region)
            : null);

    public override Register EnteredIn(Register register, string by) => register with
    {
        Webhooks = register.Webhooks.SetItem(
            Webhook.Id, Webhook with { AddedBy = by, Start = register.Number }),
    };

    public override void Write(JsonTextWriter json)
    {
        json.Property("owner", Webhook.Owner);
        json.Property("address", Webhook.Address.AbsoluteUri);
        json.Property("region", Webhook.Region.Digits);
        json.Property("regime", Webhook.Regime);
        json.Property("tier", Webhook.Tier);
        json.Property("after", (decimal)Webhook.After);
        json.Property("sha256", Sha256);
    }
}

/// <summary>Nothing is sent there any more.</summary>
public sealed record WebhookRemoved(string Id) : RegisterEntry(Webhook.TargetOf(Id))
{
    public const string Name = "webhook-removed";

    public override string What => Name;

    /// <summary>Takes the place of the one by which was signed, so that the record forgets that.</summary>
    public override string? Secret => "";

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        register.Webhooks.ContainsKey(Id) ? null : EntryFault.Unknown(Target);

    public override Register EnteredIn(Register register, string by) =>
        register with { Webhooks = register.Webhooks.Remove(Id) };
}

/// <summary>What comes after a position of the feed is sent again.</summary>
public sealed record WebhookReplayed(string Id, long After) : RegisterEntry(Webhook.TargetOf(Id))
{
    public const string Name = "webhook-replayed";

    public override string What => Name;

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        register.Webhooks.ContainsKey(Id) ? null : EntryFault.Unknown(Target);

    public override Register EnteredIn(Register register, string by) => register with
    {
        Webhooks = register.Webhooks.SetItem(
            Id, register.Webhooks[Id] with { After = After, Start = register.Number }),
    };

    public override void Write(JsonTextWriter json) => json.Property("after", (decimal)After);
}
