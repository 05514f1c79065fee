using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Service.Access;

/// <summary>An entry about one role of one holder.</summary>
public abstract record RoleEntry(string Target, Role Role) : RegisterEntry(Target)
{
    public override void Write(JsonTextWriter json) => json.Property("role", Role.Word());

    protected Register Put(Register register, Appointment? appointment)
    {
        var holder = register.Holders[Target];
        return register.With(holder with
        {
            Appointments = appointment is null ? holder.Appointments.Remove(Role)
                : holder.Appointments.SetItem(Role, appointment),
        });
    }
}

/// <summary>
/// A role is given; that of one who makes rules, corrects, audits or is admin counts once another admin
/// confirms it.
/// </summary>
public sealed record RoleGranted(string Target, Role Role) : RoleEntry(Target, Role)
{
    public override string What => "role-granted";

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        Missing(register, Target, out var holder)
        ?? (by == Target ? EntryFault.SamePerson
            : holder.Appointments.ContainsKey(Role) ? EntryFault.Settled
            : holder.IsSystem && !Roles.IsForSystems(Role) ? EntryFault.NotForSystems(Role)
            : Roles.Against(Role, holder.Appointments.Keys) is { } had ? EntryFault.Apart(Role, had)
            : null);

    public override Register EnteredIn(Register register, string by) =>
        Put(register, new Appointment(by, Counts: !Roles.WantsSecondAdmin(Role, by)));
}

/// <summary>A second admin agrees to what the first one gave.</summary>
public sealed record RoleConfirmed(string Target, Role Role) : RoleEntry(Target, Role)
{
    public override string What => "role-confirmed";

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        Missing(register, Target, out var holder)
        ?? (!holder.Appointments.TryGetValue(Role, out var given)
                ? EntryFault.Unknown($"{Target} {Role.Word()}")
            : given.Counts ? EntryFault.Settled
            : by == Target || by == given.By ? EntryFault.SamePerson : null);

    public override Register EnteredIn(Register register, string by) =>
        Put(register, register.Holders[Target].Appointments[Role] with { Counts = true });
}

/// <summary>A role is taken back.</summary>
public sealed record RoleWithdrawn(string Target, Role Role) : RoleEntry(Target, Role)
{
    public override string What => "role-withdrawn";

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        Missing(register, Target, out var holder)
        ?? (!holder.Appointments.ContainsKey(Role) ? EntryFault.Settled
            : Role == Role.Admin ? Administration.LastOne(register, holder) : null);

    public override Register EnteredIn(Register register, string by)
    {
        var without = Put(register, null);
        return without.With(without.Holders[Target] with { Stamp = register.Number });
    }
}

/// <summary>What is asked of an admin beyond the right to enter something.</summary>
internal static class Administration
{
    /// <summary>
    /// Nobody vouches for a way by which he comes in himself, but an admin who comes in by another one.
    /// </summary>
    public static EntryFault? NoSecond(Register register, string target, string by) =>
        by != target || register.Holders[target].Roles.Contains(Role.Admin) ? null : EntryFault.SamePerson;

    /// <summary>A register that nobody can change any more would be one that nobody can mend.</summary>
    public static EntryFault? LastOne(Register register, Holder holder) =>
        holder.Region.IsAll && holder.Roles.Contains(Role.Admin)
        && register.Admins.Where(admin => admin.Region.IsAll).All(admin => admin == holder)
            ? EntryFault.LastAdmin : null;
}
