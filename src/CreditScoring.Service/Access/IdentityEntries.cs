using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Service.Access;

/// <summary>By which a provider knows somebody (外部身份): the same one for ever.</summary>
/// <param name="Issuer">The provider, by its address.</param>
public sealed record Identity(string Issuer, string Subject)
{
    /// <summary>Characters of each.</summary>
    public const int Longest = 255;

    /// <summary>No address has a blank in it.</summary>
    public override string ToString() => $"{Issuer} {Subject}";
}

/// <summary>Whose an identity is.</summary>
/// <param name="Holder">The target of the person.</param>
/// <param name="IsVouched">Whether a second admin has agreed, as with a password.</param>
public sealed record BoundIdentity(Identity Identity, string Holder, string By, bool IsVouched);

/// <summary>An entry about one identity of one person.</summary>
public abstract record IdentityEntry(string Target, Identity Identity) : RegisterEntry(Target)
{
    public override void Write(JsonTextWriter json)
    {
        json.Property("issuer", Identity.Issuer);
        json.Property("subject", Identity.Subject);
    }

    /// <summary>The identity, where it is this person's.</summary>
    protected EntryFault? NotBound(Register register, out BoundIdentity bound) =>
        register.Identities.TryGetValue($"{Identity}", out bound!) && bound.Holder == Target
            ? Missing(register, Target, out _) : EntryFault.Unknown($"{Target} {Identity}");
}

/// <summary>Who signs in with a provider under this identity is this person.</summary>
public sealed record IdentityBound(string Target, Identity Identity) : IdentityEntry(Target, Identity)
{
    public override string What => "identity-bound";

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        Missing(register, Target, out var holder)
        ?? (holder.IsSystem ? EntryFault.ForPersons
            : by == Target ? EntryFault.SamePerson
            : register.Identities.ContainsKey($"{Identity}") ? EntryFault.IdentityTaken : null);

    public override Register EnteredIn(Register register, string by) => register.With(
        new BoundIdentity(Identity, Target, by, IsVouched: by == Register.Machine));
}

/// <summary>A second admin vouches that the identity is this person's; or an admin that it is his.</summary>
public sealed record IdentityConfirmed(string Target, Identity Identity) : IdentityEntry(Target, Identity)
{
    public override string What => "identity-confirmed";

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        NotBound(register, out var bound)
        ?? (bound.IsVouched ? EntryFault.Settled
            : by == bound.By ? EntryFault.SamePerson : Administration.NoSecond(register, Target, by));

    public override Register EnteredIn(Register register, string by) =>
        register.With(register.Identities[$"{Identity}"] with { IsVouched = true });
}

/// <summary>It is nobody's any more; all sessions of the person end.</summary>
public sealed record IdentityUnbound(string Target, Identity Identity) : IdentityEntry(Target, Identity)
{
    public override string What => "identity-unbound";

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        NotBound(register, out _);

    public override Register EnteredIn(Register register, string by) =>
        (register with { Identities = register.Identities.Remove($"{Identity}") })
            .With(register.Holders[Target] with { Stamp = register.Number });
}
