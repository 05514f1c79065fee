using CreditScoring.Documents;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Access;

/// <summary>
/// Where persons sign in and out (登录处): what was done is in the register, and so known to all workers,
/// before it is answered.
/// </summary>
public sealed class SignInDesk(
    RegisterDesk desk, PasswordHashing hashing, PasswordCost cost, UnknownSignIns unknown,
    IWorkingRecord record, Settings settings, TimeProvider clock)
{
    /// <summary>As which somebody acts who has not yet shown who he is.</summary>
    public const string Actor = "anybody";

    /// <returns>Why not: the same, and as late, for whatever is wrong.</returns>
    /// <exception cref="RecordUnavailable">Nobody was signed in.</exception>
    /// <exception cref="SignInBusy">Too many ask at once.</exception>
    public async Task<(Session? Session, EntryFault? Fault)> SignInAsync(string id, string password)
    {
        var begun = clock.GetTimestamp();
        var target = Holder.TargetOf(id, isSystem: false);
        var holder = await ProvenAsync(target, password);
        var (session, fault) = holder is null ? (null, EntryFault.SignInRefused)
            : await BeginAsync(holder, null, clock.GetUtcNow() + settings.SessionTime);
        if (fault is not null && cost.Refusal - clock.GetElapsedTime(begun) is { Ticks: > 0 } rest)
        {
            await Task.Delay(rest);
        }

        return (session, fault is null ? null : EntryFault.SignInRefused);
    }

    /// <summary>Signs in whom a provider vouches for, as the person whose identity it is.</summary>
    /// <param name="until">Until when it does.</param>
    public async Task<(Session? Session, EntryFault? Fault)> SignInAsync(
        Identity identity, DateTimeOffset until)
    {
        var register = await desk.CurrentAsync();
        var longest = clock.GetUtcNow() + settings.SessionTime;
        if (register.Identities.TryGetValue($"{identity}", out var bound)
            && register.Holders.TryGetValue(bound.Holder, out var holder))
        {
            var (session, fault) = await BeginAsync(holder, identity, until < longest ? until : longest);
            if (fault is null)
            {
                return (session, null);
            }
        }

        await record.KeepAsync(Refused(identity), clock);
        return (null, EntryFault.IdentityUnbound);
    }

    private static Act Refused(Identity identity) => new(Actor, "signin-refused", "identity:")
    {
        Body = JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.Property("issuer", identity.Issuer);
            json.Property("subject", identity.Subject[..Math.Min(identity.Subject.Length, Identity.Longest)]);
            json.WriteEndObject();
        }),
    };

    /// <summary>Begins a session of a person who has been proven to be that one.</summary>
    /// <param name="identity">By which a provider vouches; null: by password.</param>
    public async Task<(Session? Session, EntryFault? Fault)> BeginAsync(
        Holder holder, Identity? identity, DateTimeOffset until)
    {
        var session = new Session(Session.NewId(), holder.Target, holder.Stamp, until)
        {
            Identity = identity?.ToString(),
        };
        var fault = await desk.EnterAsync(
            new SignedIn(holder.Target, session.Id, identity?.Issuer ?? "password")
            {
                Stamp = holder.Stamp, Now = identity is null ? clock.GetUtcNow() : null,
            },
            holder.Target);
        return fault is null ? (session, null) : (null, fault);
    }

    /// <summary>Sets a person's own password, and begins another session: all of them have ended.</summary>
    /// <exception cref="SignInBusy">Too many ask at once.</exception>
    public async Task<(Session? Session, EntryFault? Fault)> ChangeAsync(
        Session session, string current, string wanted)
    {
        if (await ProvenAsync(session.Holder, current) is not { } holder)
        {
            return (null, EntryFault.SignInRefused);
        }

        if (wanted == current)
        {
            return (null, EntryFault.Weak("与原口令相同", "it is the one that it would replace"));
        }

        if (PasswordRules.FaultIn(wanted, holder) is { } weak)
        {
            return (null, weak);
        }

        var set = new PasswordSet(holder.Target, IsInitial: false, await hashing.HashAsync(wanted))
        {
            Stamp = session.Stamp, Now = clock.GetUtcNow(),
        };
        if (await desk.EnterAsync(set, holder.Target) is { } fault)
        {
            return (null, fault);
        }

        var changed = (await desk.CurrentAsync()).Holders[holder.Target];
        return await BeginAsync(changed, null, clock.GetUtcNow() + settings.SessionTime);
    }

    public Task<EntryFault?> SignOutAsync(Session session) =>
        desk.EnterAsync(new SignedOut(session.Holder, session.Id), session.Holder);

    /// <summary>Whose password it is; a wrong one is kept, and counts.</summary>
    /// <returns>Null: it is wrong, or the account takes none now.</returns>
    private async Task<Holder?> ProvenAsync(string target, string password)
    {
        var register = await desk.CurrentAsync();
        var holder = register.Holders.GetValueOrDefault(target);
        var now = clock.GetUtcNow();
        var hash = holder is { IsBlocked: false, Password: { } set } && set.IsGood(now)
            && !LockOut.IsOn(holder.Failures, now) ? set.Hash : null;
        if (await hashing.IsOfAsync(password, hash))
        {
            return holder;
        }

        if (holder is null)
        {
            await unknown.CountAsync();
        }
        else
        {
            await desk.EnterAsync(
                current => new SignInFailed(target, LockOut.Next(current.Holders[target].Failures, now))
                {
                    Now = now,
                },
                Actor);
        }

        return null;
    }
}

/// <summary>
/// Counts those who want to sign in under an id that nobody has: one act in ten seconds says how many, since
/// strangers must not fill the record. The id is not kept; it may be a password in the wrong field.
/// </summary>
public sealed class UnknownSignIns(IWorkingRecord record, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private int untold;
    private long? told;

    public async Task CountAsync()
    {
        int count;
        lock (gate)
        {
            untold++;
            if (told is { } last && clock.GetElapsedTime(last) < Every)
            {
                return;
            }

            (count, untold, told) = (untold, 0, clock.GetTimestamp());
        }

        await record.KeepAsync(
            new Act(SignInDesk.Actor, "signin-unknown", "person:") { Body = $"{{\"times\":{count}}}" },
            clock);
    }
}
