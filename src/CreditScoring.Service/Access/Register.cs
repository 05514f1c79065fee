using System.Collections.Immutable;
using CreditScoring.Service.Hosting;

namespace CreditScoring.Service.Access;

/// <summary>
/// The register of persons, programs and keys (人员与密钥登记) as its entries have made it. A value: who
/// looks at it sees one state of it.
/// </summary>
/// <param name="Number">Of the last entry; 0: there is none.</param>
public sealed record Register(long Number)
{
    public static readonly Register Empty = new(0L);

    /// <summary>As which acts name who sits at the machine.</summary>
    public const string Machine = "command";

    /// <summary>When the last entry was recorded.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>By target.</summary>
    public ImmutableSortedDictionary<string, Holder> Holders { get; init; } =
        ImmutableSortedDictionary.Create<string, Holder>(StringComparer.Ordinal);

    /// <summary>By id.</summary>
    public ImmutableSortedDictionary<string, AccessKey> Keys { get; init; } =
        ImmutableSortedDictionary.Create<string, AccessKey>(StringComparer.Ordinal);

    /// <summary>By id.</summary>
    public ImmutableSortedDictionary<string, Webhook> Webhooks { get; init; } =
        ImmutableSortedDictionary.Create<string, Webhook>(StringComparer.Ordinal);

    /// <summary>By identity.</summary>
    public ImmutableSortedDictionary<string, BoundIdentity> Identities { get; init; } =
        ImmutableSortedDictionary.Create<string, BoundIdentity>(StringComparer.Ordinal);

    /// <summary>Ids of the sessions that were ended by themselves, and when; those of a day.</summary>
    public ImmutableDictionary<string, DateTimeOffset> Ended { get; init; } =
        ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>
    /// The keys by which workers seal cookies, in the XML of ASP.NET Core's data protection.
    /// </summary>
    public ImmutableList<string> ProtectionKeys { get; init; } = [];

    /// <summary>Of those whose region is limited none can enter anything.</summary>
    public IEnumerable<Holder> Admins => Holders.Values.Where(each => each.Roles.Contains(Role.Admin));

    /// <summary>The admins who can enter something: with a key or a password that is good.</summary>
    public IEnumerable<Holder> AdminsAt(DateTimeOffset now) => Admins.Where(admin => admin.Region.IsAll
        && (admin.Password is { IsVouched: true } password && password.IsGood(now)
            || Keys.Values.Any(key => key.Owner == admin.Target && key.Region.IsAll
                && RolesOf(key, LegalDay.Of(now)).Contains(Role.Admin))));

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
            : new Caller(key.Owner, Access.Roles.RightsOf(roles), key.Region, key.Source)
            {
                Roles = roles, Until = LegalDay.BeginningOf(key.Expires.AddDays(1)),
            };
    }

    /// <summary>Who comes in a session. It sends no events as a source does: that takes a key.</summary>
    /// <returns>Null: the session was ended, or is over.</returns>
    public Caller? CallerOf(Session session, DateTimeOffset now)
    {
        if (now >= session.Until || Ended.ContainsKey(session.Id)
            || !Holders.TryGetValue(session.Holder, out var holder)
            || holder.IsBlocked || holder.Stamp != session.Stamp)
        {
            return null;
        }

        var mustChange = session.Identity is null && holder.Password is { IsInitial: true };
        var isVouched = session.Identity is null ? holder.Password is { IsVouched: true }
            : Identities.GetValueOrDefault(session.Identity) is { IsVouched: true };
        IReadOnlyList<Role> roles = mustChange ? [] : [.. holder.Roles.Where(role =>
            role != Role.Ingest && (isVouched || !Access.Roles.WantsSecondAdmin(role)))];
        return new Caller(holder.Target, Access.Roles.RightsOf(roles), holder.Region, null)
        {
            Roles = roles, Until = session.Until, Session = session, MustChange = mustChange,
        };
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

    public Register With(BoundIdentity bound) =>
        this with { Identities = Identities.SetItem($"{bound.Identity}", bound) };

    public Register With(AccessKey key) => this with { Keys = Keys.SetItem(key.Id, key) };
}
