using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Service.Access;

/// <summary>A person or a program is known from now on; it may nothing yet.</summary>
public sealed record HolderAdded(string Id, bool IsSystem, string Name, RegionScope Region)
    : RegisterEntry(Holder.TargetOf(Id, IsSystem))
{
    public override string What => IsSystem ? "system-added" : "person-added";

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        register.Holders.ContainsKey(Target) ? EntryFault.Twice(Target) : null;

    public override Register EnteredIn(Register register, string by) =>
        register.With(new Holder(Id, IsSystem, Name, Region));

    public override void Write(JsonTextWriter json)
    {
        json.Property("name", Name);
        json.Property("region", Region.Digits);
    }
}

/// <summary>All of it is stopped, with all its keys, until it is unblocked.</summary>
public sealed record HolderBlocked(string Target) : RegisterEntry(Target)
{
    public override string What => "blocked";

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        Missing(register, Target, out var holder) ?? Administration.LastOne(register, holder);

    public override Register EnteredIn(Register register, string by) =>
        register.With(
        register.Holders[Target] with { IsBlocked = true, Stamp = register.Number });
}

/// <summary>It may again what it might before it was blocked.</summary>
public sealed record HolderUnblocked(string Target) : RegisterEntry(Target)
{
    public override string What => "unblocked";

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        !register.Holders.TryGetValue(Target, out var holder) ? EntryFault.Unknown(Target)
        : !holder.IsBlocked ? EntryFault.Settled
        : by == Target ? EntryFault.SamePerson : null;

    public override Register EnteredIn(Register register, string by) =>
        register.With(register.Holders[Target] with { IsBlocked = false });
}
