using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Service.Access;

/// <summary>
/// A key is made; one with a role that takes two admins is good once another one confirms it, since whoever
/// makes it has seen it. An admin makes himself a further one alone: he has come in.
/// </summary>
public sealed record KeyIssued(AccessKey Key) : RegisterEntry(Key.Target)
{
    /// <summary>Days for which a key may be good.</summary>
    public const int Longest = 366;

    public override string What => "key-issued";

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        Missing(register, Key.Owner, out var owner)
        ?? (register.Keys.ContainsKey(Key.Id) ? EntryFault.Twice(Key.Target)
            : !owner.Region.Covers(Key.Region)
                ? EntryFault.Beyond($"地域 {owner.Region.Digits}", $"region {owner.Region.Digits}")
            : Key.Roles.Except(owner.Appointments.Keys) is [var role, ..]
                ? EntryFault.Beyond($"角色 {role.Word()}", $"role {role.Word()}")
            : Faulty(today));

    public override Register EnteredIn(Register register, string by) =>
        register.With(Key with
        {
            IssuedBy = by,
            Counts = by == Key.Owner || !Key.Roles.Any(role => Roles.WantsSecondAdmin(role, by)),
        });

    public override void Write(JsonTextWriter json)
    {
        foreach (var member in AccessKey.Members)
        {
            member.Write(json, Key);
        }

        json.Property("hash", Key.Hash);
    }

    private EntryFault? Faulty(DateOnly today) =>
        Key.Roles.IsEmpty ? EntryFault.Key(
            "密钥没有角色", "the key has no role", "写明 roles", "say its roles")
        : Key.Expires < today || Key.Expires > today.AddDays(Longest) ? EntryFault.Key(
            $"有效期 {Key.Expires:yyyy-MM-dd} 不在今天起 {Longest} 天之内",
            $"it expires on {Key.Expires:yyyy-MM-dd}, not within {Longest} days from today",
            "另选到期日，到期前换发", "choose another day, and issue a new one before it")
        : Key.Roles.Contains(Role.Ingest) != Key.Source is not null ? EntryFault.Key(
            "角色 ingest 与来源 source 须同时写明", "the role ingest and a source go together",
            "写明该密钥报送哪个来源的事件", "say of which source it sends events")
        : null;
}

/// <summary>A second admin agrees to a key: the one whose it is, too, who has come in by another.</summary>
public sealed record KeyConfirmed(string Id) : RegisterEntry($"key:{Id}")
{
    public override string What => "key-confirmed";

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        !register.Keys.TryGetValue(Id, out var key) ? EntryFault.Unknown(Target)
        : key.Counts || key.IsRevoked ? EntryFault.Settled
        : by == key.IssuedBy ? EntryFault.SamePerson
        : Administration.NoSecond(register, key.Owner, by);

    public override Register EnteredIn(Register register, string by) =>
        register.With(register.Keys[Id] with { Counts = true });
}

/// <summary>A key is good no longer; from the next request on.</summary>
public sealed record KeyRevoked(string Id) : RegisterEntry($"key:{Id}")
{
    public override string What => "key-revoked";

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        !register.Keys.TryGetValue(Id, out var key) ? EntryFault.Unknown(Target)
        : key.IsRevoked ? EntryFault.Settled : null;

    public override Register EnteredIn(Register register, string by) =>
        register.With(register.Keys[Id] with { IsRevoked = true });
}
