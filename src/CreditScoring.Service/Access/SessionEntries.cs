using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Service.Access;

/// <summary>A person has signed in (登录); what failed before is forgotten.</summary>
/// <param name="Session">The id of the session that begins.</param>
/// <param name="How"><c>password</c>, or the issuer that vouches.</param>
public sealed record SignedIn(string Target, string Session, string How) : RegisterEntry(Target)
{
    public override string What => "signed-in";

    /// <summary>The stamp that its holder was seen with: a password may be replaced since.</summary>
    public long Stamp { get; init; }

    /// <summary>When it is done; null: by a provider, which no wrong passwords concern.</summary>
    public DateTimeOffset? Now { get; init; }

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        Missing(register, Target, out var holder)
        ?? (holder.Stamp != Stamp || (Now is { } now && LockOut.IsOn(holder.Failures, now))
            ? EntryFault.SignInRefused : null);

    public override Register EnteredIn(Register register, string by) =>
        register.With(register.Holders[Target] with { Failures = default });

    public override void Write(JsonTextWriter json)
    {
        json.Property("session", Session);
        json.Property("how", How);
    }
}

/// <summary>A password was wrong (登录失败); some of these lock the account for a while (锁定).</summary>
/// <param name="Failures">The how manieth it is since its person last signed in.</param>
public sealed record SignInFailed(string Target, int Failures) : RegisterEntry(Target)
{
    public const string Failed = "signin-failed";
    public const string Locked = "signin-locked";

    public override string What => Failures < LockOut.First ? Failed : Locked;

    /// <summary>When it is done.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>What comes while an account is locked is not kept: nobody fills the record.</summary>
    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        Missing(register, Target, out var holder)
        ?? (LockOut.IsOn(holder.Failures, Now) ? EntryFault.Settled : null);

    public override Register EnteredIn(Register register, string by) => register.With(
        register.Holders[Target] with { Failures = new Failures(Failures, register.At) });

    public override void Write(JsonTextWriter json)
    {
        json.Property("failures", (decimal)Failures);
        json.Property("lockedForSeconds", (decimal)LockOut.After(Failures).TotalSeconds);
    }
}

/// <summary>A person has signed out (退出); that session is good no longer.</summary>
public sealed record SignedOut(string Target, string Session) : RegisterEntry(Target)
{
    public override string What => "signed-out";

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        register.Ended.ContainsKey(Session) ? EntryFault.Settled : null;

    public override Register EnteredIn(Register register, string by) => register with
    {
        Ended = register.Ended
            .RemoveRange(register.Ended.Where(each => each.Value + Access.Session.Longest <= register.At)
                .Select(each => each.Key))
            .SetItem(Session, register.At),
    };

    public override void Write(JsonTextWriter json) => json.Property("session", Session);
}

/// <summary>All sessions of a person end (强制退出), as an admin wants.</summary>
public sealed record SessionsEnded(string Target) : RegisterEntry(Target)
{
    public override string What => "sessions-ended";

    public override EntryFault? FaultIn(Register register, string by, DateOnly today) =>
        Missing(register, Target, out var holder) ?? (holder.IsSystem ? EntryFault.ForPersons : null);

    public override Register EnteredIn(Register register, string by) =>
        register.With(register.Holders[Target] with { Stamp = register.Number });
}
