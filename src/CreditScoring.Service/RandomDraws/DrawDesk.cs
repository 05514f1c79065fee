using System.Security.Cryptography;
using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.RandomDraws;

/// <summary>What is to be drawn.</summary>
/// <param name="Regime">Whose tiers are the strata; null: that of the profile.</param>
/// <param name="Region">Digits; empty: all.</param>
/// <param name="From">First day of the visits; null, as the last: objects alone are drawn.</param>
public sealed record DrawWish(
    string Number, string Title, string Profile, string? Regime, string Region, DateOnly? From, DateOnly? To);

/// <summary>Which public value decides.</summary>
/// <param name="Written">As <see cref="PublicTerms"/> reads it.</param>
public sealed record PublicWish(string Written, string? Name, DateTimeOffset? At);

/// <summary>What came of something that was asked of a draw.</summary>
/// <param name="Draw">As it is now; null: there is none.</param>
/// <param name="Fault">Why it was not done; null: it was.</param>
public sealed record DrawDecision(RandomDraw? Draw, DrawFault? Fault = null);

/// <summary>
/// Where a draw is prepared by one person, announced by another, made once its public value is there, and
/// where what was drawn is replaced for a reason. Everything that is published is as <c>credit draw</c>
/// writes it, so that anybody verifies it without this service.
/// </summary>
public sealed class DrawDesk(
    DrawBook book, DrawLists lists, DrawSeal seal, InspectorRoll inspectors, RuleShelf.Shelf shelf,
    Settings settings, TimeProvider clock)
{
    private const int IdDigits = 16;
    private const int LongestReason = 300;

    /// <summary>Freezes the list of today, and says so; it binds nobody yet.</summary>
    public async Task<DrawDecision> PrepareAsync(DrawWish wish, Caller by)
    {
        var today = clock.Today();
        var profiles = lists.Profiles();
        if (FaultOf(wish, profiles, today) is { } wrong)
        {
            return new DrawDecision(null, wrong);
        }

        var visits = wish is { From: { } from, To: { } to } ? new Visits(from, to) : default(Visits?);
        var register = visits is null ? null : await inspectors.CurrentAsync();
        if (visits is not null && register is null)
        {
            return new DrawDecision(null, DrawFault.NoInspectors);
        }

        var profile = profiles[wish.Profile];
        var regime = wish.Regime ?? profile.Name;
        var (list, fault) = await lists.FreezeAsync(profile, regime, wish.Region, today.Year);
        if (fault is not null)
        {
            return new DrawDecision(null, fault);
        }

        var draw = new RandomDraw(
            RandomNumberGenerator.GetHexString(IdDigits, lowercase: true),
            new DrawHeader(
                wish.Number, wish.Title, wish.Profile, regime, wish.Region, visits,
                register?.Entry.Position, today, shelf.Book.Hash, list!.Digest, list.Lines.Count,
                list.Count.Strata, list.Count.Excluded))
        {
            By = by.Actor, At = clock.GetUtcNow(),
        };
        return await book.BeginAsync(draw, list);
    }

    /// <summary>Another person announces it: from now on list, rule and secret are settled.</summary>
    public Task<DrawDecision> AnnounceAsync(string id, PublicWish wish, Caller by, RegionScope scope) =>
        book.DecideAsync(id, scope, async draw =>
        {
            var published = Second(clock.GetUtcNow());
            var source = PublicTerms.Of(wish.Written, wish.Name, wish.At);
            var profile = lists.Profiles().GetValueOrDefault(draw.Header.Profile);
            var missing = default(string?);
            var rule = profile?.On(ShanghaiTime.DayOf(published), out missing);
            var fault = HindranceOf(draw, by)
                ?? (source is null ? DrawFault.PublicUnknown
                : source.FlawOfTerms is { } flaw ? DrawFault.Of("public", flaw)
                : source.At <= published ? DrawFault.PublicTooEarly
                : profile is null ? DrawFault.NoProfile(lists.Profiles().Keys)
                : rule is null ? DrawFault.NoShare(missing!) : null);
            if (fault is not null)
            {
                return (fault, []);
            }

            var register = await RegisterAsync(draw);
            var (secret, locked) = seal.New();
            var header = draw.Header;
            var announced = new Announcement(
                header.Number, header.Title, published, header.List, header.Listed,
                [.. header.Excluded.Select(each => new ExcludedCount(each.Key, each.Value))], rule!,
                new SamplingPlan(rule!, header.Strata),
                register is null ? null
                    : new InspectorsFrozen(register.Digest, register.All.Count, header.Visits!.Value),
                secret.Commitment(header.Number), source!);
            return (null, DrawActs.Of(draw, by.Actor, announced, locked));
        });

    /// <summary>Makes the draw, once, out of what was announced and the public value.</summary>
    /// <param name="value">As <see cref="PublicValueReader"/> reads it.</param>
    public Task<DrawDecision> MakeAsync(string id, string value, Caller by, RegionScope scope) =>
        book.DecideAsync(id, scope, async draw =>
        {
            if (draw.State != DrawState.Announced)
            {
                return (DrawFault.NotNow, []);
            }

            var announced = draw.Announced!;
            var known = PublicValueReader.Read(
                announced.Public, new SourceText("value", value), out var flaw);
            var secret = seal.Open(draw);
            var fault = announced.Public.At is { } at && clock.GetUtcNow() < at ? DrawFault.NotYet(at)
                : flaw is { } wrong ? DrawFault.Of("value", wrong)
                : secret is null ? DrawFault.SecretLost : null;
            if (fault is not null)
            {
                return (fault, []);
            }

            var lots = await FilledAsync(draw, secret!, known);
            var proof = Drawing.Of(announced, secret!, known, lots, await RegisterAsync(draw));
            return (null, [DrawActs.Of(draw, by.Actor, proof)]);
        });

    /// <summary>Puts the next reserve in the place of one that cannot be visited.</summary>
    /// <param name="approver">Who approves, by post or number; it is published.</param>
    public Task<DrawDecision> ReplaceAsync(
        string id, string object_, string reason, string approver, Caller by, RegionScope scope) =>
        book.DecideAsync(id, scope, async draw =>
        {
            var fault = draw.State != DrawState.Drawn ? DrawFault.NotNow
                : DrawText.FlawOf(reason) is { } why ? DrawFault.Of("reason", why)
                : DrawText.FlawOf(approver) is { } who ? DrawFault.Of("approver", who) : null;
            if (fault is not null)
            {
                return (fault, []);
            }

            var proof = draw.Proof!;
            var lots = await FilledAsync(draw, proof.Secret, proof.Public);
            var asked = new Replacement(object_, "", reason, approver, clock.Today(), [], default);
            var after = Replacing.Add(
                proof, asked, lots.ReservesById(), await RegisterAsync(draw), out var flaw);
            return after is null ? (DrawFault.NoReplacement(flaw!.Value), [])
                : (null, [DrawActs.Of(draw, by.Actor, after)]);
        });

    /// <summary>It will not be made, for a reason that stays to be seen.</summary>
    public Task<DrawDecision> WithdrawAsync(string id, string reason, Caller by, RegionScope scope) =>
        book.DecideAsync(id, scope, draw =>
        {
            var fault = draw.State is not (DrawState.Prepared or DrawState.Announced) ? DrawFault.NotNow
                : reason.Trim().Length is 0 or > LongestReason ? DrawFault.NoReason : null;
            IReadOnlyList<Act> acts =
                [DrawActs.Withdrawal(draw, by.Actor, reason.ReplaceLineEndings(" ").Trim())];
            return Task.FromResult((fault, acts));
        });

    /// <summary>
    /// Why somebody may not announce a draw; null: may. Where nobody has to say who he is, it is allowed and
    /// the draw says so.
    /// </summary>
    public DrawFault? HindranceOf(RandomDraw draw, Caller by) =>
        draw.State != DrawState.Prepared ? DrawFault.NotNow
        : IsApart(draw, by.Actor) ? null
        : by != Caller.Anybody && draw.By == by.Actor ? DrawFault.SamePerson
        : settings.WantsKeys ? DrawFault.NobodyKnown : null;

    /// <summary>Whether it is known that somebody is another person than who prepared a draw.</summary>
    public static bool IsApart(RandomDraw draw, string actor) =>
        actor != Caller.Anybody.Actor && draw.By != Caller.Anybody.Actor && draw.By != actor;

    /// <summary>The register as it was when the list was frozen; null: no inspectors are drawn.</summary>
    public async Task<InspectorRegister?> RegisterAsync(RandomDraw draw) =>
        draw.Header.InspectorsAt is { } at ? await inspectors.AtAsync(at) : null;

    private async Task<Lots> FilledAsync(RandomDraw draw, DrawSecret secret, PublicValue? known)
    {
        var lots = Drawing.Lots(draw.Announced!, secret, known);
        await foreach (var line in lists.LinesAsync(draw))
        {
            lots.Add(Listed.Read(line, frozen: true, out _) ?? throw new InvalidDataException(
                $"the list of draw {draw.Id} has a line that cannot be read"));
        }

        return lots;
    }

    private DrawFault? FaultOf(
        DrawWish wish, IReadOnlyDictionary<string, DrawProfile> profiles, DateOnly today) =>
        DrawText.FlawOf(wish.Number) is { } number ? DrawFault.Of("number", number)
        : DrawText.FlawOf(wish.Title) is { } title ? DrawFault.Of("title", title)
        : !profiles.ContainsKey(wish.Profile) ? DrawFault.NoProfile(profiles.Keys)
        : (wish.From is null) != (wish.To is null) || wish.From > wish.To || wish.From < today
            ? DrawFault.VisitsPast : null;

    /// <summary>An announcement names whole seconds, in the time of the law.</summary>
    private static DateTimeOffset Second(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeSeconds(instant.ToUnixTimeSeconds()).ToOffset(ShanghaiTime.Offset);
}
