using System.Net;
using System.Security.Cryptography;
using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Corrections;

/// <summary>What came of proposing or deciding a correction.</summary>
/// <param name="Correction">As it is now; null: there is none.</param>
/// <param name="Fault">Why it was not done; null: it was, or <paramref name="Flaws"/> say why not.</param>
/// <param name="Flaws">Why its event is turned away.</param>
public sealed record Decision(
    Correction? Correction, CorrectionFault? Fault = null, IReadOnlyList<Flaw>? Flaws = null)
{
    public bool IsDone => Fault is null && Flaws is not { Count: > 0 };
}

/// <summary>
/// Where one corrector proposes to correct what was recorded and another person decides (更正须另一人
/// 确认). Only a confirmation lets the mending event in.
/// </summary>
/// <remarks>
/// The act that confirms is kept in the same transaction as the event: neither order of two writes would
/// be safe. Act first, a crash would leave a correction that is told as confirmed and acts nowhere; event
/// first, one that acts and that somebody could still refuse. The event's id is derived from that of the
/// correction, so that the record takes it once, whoever sends it, however often.
/// </remarks>
public sealed class CorrectionDesk(
    IWorkingRecord work, IRecordQuestions record, CorrectionTrials trials, InboxQueue inbox,
    Settings settings, TimeProvider clock)
{
    private const int IdDigits = 16;
    private const int LongestReason = 500;

    /// <summary>More acts than a correction can have.</summary>
    private const int MostActs = 1000;

    /// <summary>One decision at a time here; the lead keeps other workers out.</summary>
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <returns>Null: there is none of this id.</returns>
    public async Task<Correction?> FindAsync(string id) =>
        id.Length != IdDigits || !id.All(char.IsAsciiHexDigitLower) ? null
            : CorrectionActs.Of(await record.ActsAsync(
                new ActQuery(0, MostActs) { Target = CorrectionActs.TargetOf(id) }));

    /// <summary>Proposes a correction, which changes nothing yet.</summary>
    /// <exception cref="RecordUnavailable">It was not kept.</exception>
    public async Task<Decision> ProposeAsync(CorrectionDraft draft, Caller by, Sender sender)
    {
        var id = RandomNumberGenerator.GetHexString(IdDigits, lowercase: true);
        var text = draft.EventText(id);
        var trial = await trials.OfAsync(draft.Subject, draft.Target, text, sender);
        var reason = draft.Reason.ReplaceLineEndings(" ").Trim();
        if (trial is null)
        {
            return new Decision(null, CorrectionFault.EventUnknown);
        }

        if (trial.Flaws.Count > 0)
        {
            return new Decision(null, null, trial.Flaws);
        }

        var proposed = new Correction(id, draft.Subject, draft.Target, draft.Kind)
        {
            Text = text, Reason = reason, By = by.Actor, At = clock.GetUtcNow(),
            Effects = trial.EffectsOn(draft.Subject),
        };
        var act = CorrectionActs.Of(proposed, await RegionOfAsync(proposed));
        var fault = !trial.IsFit ? CorrectionFault.KindUnfit
            : reason.Length is 0 or > LongestReason ? CorrectionFault.NoReason
            // What is kept has to be read again, by whoever decides.
            : CorrectionActs.Read(act, proposed.At) is null ? CorrectionFault.Damaged
            : await trials.CoversAsync(by.Region, trial) ? null : CorrectionFault.OtherRegions;
        if (fault is null)
        {
            await work.KeepAsync(act, clock);
        }

        return new Decision(fault is null ? proposed : null, fault);
    }

    /// <summary>Another person confirms: the event goes through the inbox as any other does.</summary>
    /// <param name="from">Whose share of the inbox it takes.</param>
    /// <exception cref="InboxFull">Nothing is kept; the same may be asked again.</exception>
    /// <exception cref="RecordUnavailable">The same.</exception>
    public Task<Decision> ConfirmAsync(
        string id, Caller by, Sender sender, IPAddress? from, CancellationToken gone) =>
        DecideAsync(id, async correction =>
        {
            // Whoever confirms what is confirmed is told so, and nothing is done twice.
            if (correction.State == CorrectionState.Confirmed)
            {
                return new Decision(correction);
            }

            var trial = await trials.OfAsync(correction.Subject, correction.Target, correction.Text, sender);
            var fault = HindranceOf(correction, by) ?? (trial is null ? CorrectionFault.EventUnknown
                : await trials.CoversAsync(by.Region, trial) ? null : CorrectionFault.OtherRegions);
            return fault is not null ? new Decision(correction, fault)
                // What the door would turn away is not sent: from the quarantine one person alone reads it
                // again.
                : trial!.Flaws.Count > 0 ? new Decision(correction, null, trial.Flaws)
                : await SendAsync(correction, trial, by, sender, from, gone);
        });

    /// <summary>Another person would not have it.</summary>
    public Task<Decision> RefuseAsync(string id, string reason, Caller by) => DecideAsync(
        id, correction => EndAsync(correction, CorrectionActs.Refused, by, reason, correction switch
        {
            { Settlement: not null } => CorrectionFault.Settled,
            _ when correction.By == by.Actor && by != Caller.Anybody => CorrectionFault.Own,
            _ when reason.Trim().Length is 0 or > LongestReason => CorrectionFault.NoReason,
            _ => null,
        }));

    /// <summary>Who proposed it would not have it any more.</summary>
    public Task<Decision> WithdrawAsync(string id, Caller by) => DecideAsync(
        id, correction => EndAsync(correction, CorrectionActs.Withdrawn, by, null,
            correction.Settlement is not null ? CorrectionFault.Settled
            : correction.By != by.Actor ? CorrectionFault.NotOwn : null));

    /// <summary>
    /// Why somebody may not confirm a correction: persons are compared as acts name them, whatever key or
    /// session they come with. Where nobody has to say who he is (demo, open mode) nobody is told apart:
    /// there it is allowed, as every other right is, and the act says so; once keys are wanted, what nobody
    /// has signed is nobody's to confirm.
    /// </summary>
    public CorrectionFault? HindranceOf(Correction correction, Caller by) =>
        correction.Settlement is not null ? CorrectionFault.Settled
        : IsApart(correction, by) ? null
        : correction.By == by.Actor && by != Caller.Anybody ? CorrectionFault.SamePerson
        : settings.WantsKeys ? CorrectionFault.NobodyKnown : null;

    /// <summary>Whether it is known that somebody is another person than who proposed it.</summary>
    public static bool IsApart(Correction correction, Caller by) =>
        by != Caller.Anybody && correction.By != Caller.Anybody.Actor && correction.By != by.Actor;

    private async Task<Decision> DecideAsync(string id, Func<Correction, Task<Decision>> decide)
    {
        await turn.WaitAsync();
        try
        {
            if (await FindAsync(id) is null)
            {
                return new Decision(null, CorrectionFault.Unknown);
            }

            await using var lead = await work.LeadAsync(CorrectionActs.TargetOf(id));
            // Asked for once nobody else can decide: what was decided before is seen.
            var correction = await FindAsync(id);
            return lead is null ? new Decision(correction, CorrectionFault.Busy) : await decide(correction!);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Decision> SendAsync(
        Correction correction, Trial trial, Caller by, Sender sender, IPAddress? from,
        CancellationToken gone)
    {
        var act = CorrectionActs.End(
            correction, CorrectionActs.Confirmed, by.Actor, await RegionOfAsync(correction), null,
            IsApart(correction, by), trial.EffectsOn(correction.Subject));
        var arrival = new Arrival(trial.Reading) { Sender = sender, Act = act, IsAgreed = true };
        using var guest = inbox.Enter(from);
        var kept = (await inbox.KeepSoonAsync(new Submission(trial.Book, [arrival]), guest, gone))[0];
        if (kept.Outcome is Outcome.Quarantined or Outcome.Conflict)
        {
            return new Decision(correction, null, kept.Flaws);
        }

        var now = await FindAsync(correction.Id);
        if (now is { State: CorrectionState.Open })
        {
            // Its event was known and no confirmation is: it came in by another way, such as out of the
            // quarantine.
            await work.KeepAsync(act, clock);
            now = await FindAsync(correction.Id);
        }

        return new Decision(now);
    }

    private async Task<Decision> EndAsync(
        Correction correction, string what, Caller by, string? reason, CorrectionFault? fault)
    {
        var said = reason?.ReplaceLineEndings(" ").Trim();
        var act = CorrectionActs.End(
            correction, what, by.Actor, await RegionOfAsync(correction), said, IsApart(correction, by), []);
        if (fault is null && JsonDocumentReader.Read(new SourceText(act.Target, act.Body), out _) is null)
        {
            fault = CorrectionFault.Damaged;
        }

        if (fault is not null)
        {
            return new Decision(correction, fault);
        }

        await work.KeepAsync(act, clock);
        return new Decision(await FindAsync(correction.Id));
    }

    private async Task<string?> RegionOfAsync(Correction correction) =>
        (await record.FileAsync(correction.Subject))?.Region;
}
