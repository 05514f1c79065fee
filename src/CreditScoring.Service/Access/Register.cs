using System.Collections.Immutable;

namespace CreditScoring.Service.Access;

/// <summary>
/// The register of persons, programs and keys (人员与密钥登记) as its entries have made it. A value: who
/// looks at it sees one state of it.
/// </summary>
/// <param name="Number">Of the last entry; 0: there is none.</param>
public sealed record Register(long Number)
{
    public static readonly Register Empty = new(0L);

    /// <summary>By target.</summary>
    public ImmutableSortedDictionary<string, Holder> Holders { get; init; } =
        ImmutableSortedDictionary.Create<string, Holder>(StringComparer.Ordinal);

    /// <summary>By id.</summary>
    public ImmutableSortedDictionary<string, AccessKey> Keys { get; init; } =
        ImmutableSortedDictionary.Create<string, AccessKey>(StringComparer.Ordinal);

    /// <summary>By id.</summary>
    public ImmutableSortedDictionary<string, Webhook> Webhooks { get; init; } =
        ImmutableSortedDictionary.Create<string, Webhook>(StringComparer.Ordinal);

    public IEnumerable<Holder> Admins => Holders.Values.Where(each => each.Roles.Contains(Role.Admin));

    /// <summary>Whether anybody can enter anything: some admin has a key that is good.</summary>
    public bool IsManaged(DateOnly today) =>
        Keys.Values.Any(key => RolesOf(key, today).Contains(Role.Admin));

    /// <summary>Who shows a key.</summary>
    /// <returns>Null: the key is not known, not good any more, not confirmed, or carries nothing.</returns>
    public Caller? CallerOf(KeyText shown, DateOnly today)
    {
        if (!Keys.TryGetValue(shown.Id, out var key) || !shown.IsOf(key))
        {
            return null;
        }

        var roles = RolesOf(key, today);
        return roles.Count == 0 ? null
            : new Caller(key.Owner, Access.Roles.RightsOf(roles), key.Region, key.Source);
    }

    /// <summary>What a key carries on a day.</summary>
    private IReadOnlyList<Role> RolesOf(AccessKey key, DateOnly today) =>
        key.IsRevoked || !key.Counts || key.Expires < today
            || !Holders.TryGetValue(key.Owner, out var owner) ? []
            : [.. owner.Roles.Intersect(key.Roles)];

    /// <summary>The regions of which a webhook is sent; null: its owner may have nothing now.</summary>
    public RegionScope? ScopeOf(Webhook webhook) =>
        Holders.TryGetValue(webhook.Owner, out var owner) && Webhook.MayHave(owner)
        && owner.Region.Within(webhook.Region.Digits) is { } digits ? new RegionScope(digits) : null;

    public Register With(Holder holder) => this with { Holders = Holders.SetItem(holder.Target, holder) };

    public Register With(AccessKey key) => this with { Keys = Keys.SetItem(key.Id, key) };
}
