using CreditScoring.Documents;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Access;

/// <summary>Text -> entries about webhooks. They are asked for by paths of their own.</summary>
public static class WebhookReader
{
    /// <summary>Characters of an address.</summary>
    public const int LongestAddress = 500;

    /// <returns>Null: the act is about something else, or cannot be read.</returns>
    /// <exception cref="InvalidDataException">Another secret was put in its place.</exception>
    internal static RegisterEntry? OfKept(
        Act act, ObjectReader reader, ICollection<Flaw> flaws)
    {
        var id = act.Target[(act.Target.IndexOf(':') + 1)..];
        switch (act.What)
        {
            case WebhookAdded.Name:
                var after = reader.Number("after");
                return Read(reader, id, flaws) is { } webhook && reader.RequireText("sha256") is { } hash
                    ? new WebhookAdded(webhook with
                    {
                        After = (long)(after ?? 0), Secret = Checked(act, hash),
                    })
                    {
                        Sha256 = hash,
                    }
                    : null;
            case WebhookReplayed.Name:
                return reader.Number("after") is { } position
                    ? new WebhookReplayed(id, (long)position) : null;
            case WebhookRemoved.Name: return new WebhookRemoved(id);
            default: return null;
        }
    }

    /// <summary>One that is asked for; its position is read by who knows the feed.</summary>
    /// <param name="after">As it was written; null: from the beginning.</param>
    /// <returns>Null: it has flaws.</returns>
    public static Webhook? OfAsked(SourceText asked, ICollection<Flaw> flaws, out string? after)
    {
        after = null;
        if (JsonDocumentReader.Read(asked, out var broken) is not { } body)
        {
            flaws.Add(broken!);
            return null;
        }

        var reader = new ObjectReader(body, flaws);
        after = reader.Text("after");
        var webhook = Read(reader, Webhook.NewId(), flaws);
        reader.Close();
        return flaws.Count > 0 || webhook is null ? null : webhook with { Secret = Webhook.NewSecret() };
    }

    private static Webhook? Read(ObjectReader reader, string id, ICollection<Flaw> flaws)
    {
        var (owner, written) = (reader.RequireText("owner"), reader.RequireText("address"));
        var region = RegionScope.Read(reader, flaws);
        var (regime, tier) = (reader.Text("regime"), reader.Text("tier"));
        if (owner is null || written is null)
        {
            return null;
        }

        if (written.Length > LongestAddress || !Uri.TryCreate(written, UriKind.Absolute, out var address))
        {
            flaws.Add(new Flaw(
                "address-invalid", reader.Any("address")!.Place,
                new Wording("不是可用的地址", "this is no address that can be used"),
                new Wording("写成 https://host/path", "write https://host/path")));
            return null;
        }

        return new Webhook(id, owner, address, region) { Regime = regime, Tier = tier };
    }

    /// <summary>The secret is no part of the chain, but its hash is.</summary>
    private static string? Checked(Act act, string hash) =>
        act.Secret is { Length: > 0 } secret && RegisterEntry.HashOf(secret) != hash
            ? throw new InvalidDataException($"the secret of {act.Target} is not the one that was kept")
            : act.Secret;
}
