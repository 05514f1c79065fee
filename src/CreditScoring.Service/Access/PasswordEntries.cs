using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Service.Access;

/// <summary>
/// A person has another password from now on: an initial one from an admin, or one of its own. Every
/// session of it ends.
/// </summary>
/// <param name="Hash">Null: it was replaced since, and blanked.</param>
public sealed record PasswordSet(string Target, bool IsInitial, string? Hash) : RegisterEntry(Target)
{
    public override string What => "password-set";

    public override string? Secret => Hash;

    /// <summary>What the record says of the hash; it stays when the hash goes.</summary>
    public string? Sha256 { get; init; } = Hash is null ? null : HashOf(Hash);

    /// <summary>The stamp that the person was seen with who sets its own; null: an admin sets it.</summary>
    public long? Stamp { get; init; }

    /// <summary>When the person sets its own: not while wrong ones have locked it.</summary>
    public DateTimeOffset? Now { get; init; }

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        Missing(register, Target, out var holder)
        ?? (holder.IsSystem ? EntryFault.ForPersons
            : (by == Target) == IsInitial ? EntryFault.SamePerson
            : Stamp is { } stamp && stamp != holder.Stamp ? EntryFault.SignInRefused
            : Now is { } now && LockOut.IsOn(holder.Failures, now) ? EntryFault.SignInRefused
            : null);

    public override Register EnteredIn(Register register, string by)
    {
        var holder = register.Holders[Target];
        return register.With(holder with
        {
            Password = new Password(Hash, IsInitial, register.At)
            {
                GivenBy = by == Target ? holder.Password?.GivenBy ?? by : by,
                IsVouched = by == Register.Machine
                    || (by == Target && holder.Password is { IsVouched: true }),
            },
            Stamp = register.Number,
            Failures = default,
        });
    }

    public override void Write(JsonTextWriter json)
    {
        json.Property("initial", IsInitial);
        json.Property("sha256", Sha256);
    }
}

/// <summary>
/// A second admin vouches that a password is in the hands of its person: until then it gives none of the
/// roles that take two admins. Of his own an admin is the second one: he has come in by another way.
/// </summary>
public sealed record PasswordConfirmed(string Target) : RegisterEntry(Target)
{
    public override string What => "password-confirmed";

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        Missing(register, Target, out var holder)
        ?? (holder.Password is not { } password ? EntryFault.Unknown($"{Target} password")
            : password.IsVouched ? EntryFault.Settled
            : password.IsInitial ? EntryFault.StillInitial
            : by == password.GivenBy ? EntryFault.SamePerson : Administration.NoSecond(register, Target, by));

    public override Register EnteredIn(Register register, string by)
    {
        var holder = register.Holders[Target];
        return register.With(holder with { Password = holder.Password! with { IsVouched = true } });
    }
}
