using System.Security.Cryptography;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Governance;

/// <summary>What came of something that was asked of the gazette.</summary>
/// <param name="Proposal">As it is now; null: there is none.</param>
/// <param name="Fault">Why it was not done; null: it was, or the trial says why not.</param>
/// <param name="Trial">What is wrong with the law that was proposed; null: it was not tried.</param>
public sealed record LawDecision(Proposal? Proposal, GazetteFault? Fault = null, LawTrial? Trial = null)
{
    public bool IsDone => Fault is null && Trial is not { IsSound: false };
}

/// <summary>
/// Where the law is changed (规则的起草、审批与公布): one person writes, another approves the very content, it is
/// in force from a day on.
/// </summary>
public sealed class LawDesk(
    GazetteDesk desk, LawTrials trials, Settings settings, TimeProvider clock)
{
    private const int IdDigits = 16;

    public Task<Gazette> CurrentAsync() => desk.CurrentAsync();

    /// <summary>Begins a draft, or writes one anew.</summary>
    /// <param name="id">Null: a new one.</param>
    /// <param name="files">Null: those of the service's own rules folder.</param>
    /// <param name="seen">What its author saw: it may stand in its place alone; null: of any.</param>
    public async Task<LawDecision> DraftAsync(
        string? id, string title, string reason, IReadOnlyList<SourceText>? files, Caller by,
        DraftSeen? seen = null)
    {
        var gazette = await desk.CurrentAsync();
        if (id is not null && !gazette.Proposals.ContainsKey(id))
        {
            return new LawDecision(null, GazetteFault.Unknown);
        }

        var documents = LawTexts.Counting(files ?? RuleFolder.Read(settings.RulesPath)).ToList();
        var text = LawTexts.Of(documents);
        var trial = await trials.OfAsync(documents, text.Book, gazette.Base);
        var entry = new LawDrafted(
            id ?? NewId(), title.Trim(), text.Book,
            trial.Book)
        {
            Reason = reason.Trim(),
            InPlaceOf = seen,
        };
        return await DoneAsync(entry, by, text);
    }

    /// <summary>
    /// Proposes a draft: only a law by which one can judge, and whose worked examples hold.
    /// </summary>
    public async Task<LawDecision> ProposeAsync(string id, string content, Caller by)
    {
        var gazette = await desk.CurrentAsync();
        if (gazette.Proposals.GetValueOrDefault(id) is not { } draft)
        {
            return new LawDecision(null, GazetteFault.Unknown);
        }

        var trial = await trials.OfAsync(draft.Content, draft.Base);
        if (!trial.IsSound)
        {
            return new LawDecision(draft, null, trial);
        }

        var done = await DoneAsync(new LawProposed(id, content), by);
        // Whoever approves wants to know whom it moves: that is begun at once.
        return done.IsDone && draft.Base.Length > 0 && draft.Backtest is null
            ? await TestAsync(id, null, by) : done;
    }

    public Task<LawDecision> WithdrawAsync(string id, Caller by) => DoneAsync(new LawWithdrawn(id), by);

    public Task<LawDecision> RemarkAsync(string id, string text, Caller by) =>
        DoneAsync(new LawRemarked(id, text.Trim()), by);

    public Task<LawDecision> ApproveAsync(string id, string content, Caller by) =>
        DoneAsync(Approval(id, content), by);

    /// <summary>Judges everybody by it and by the law that it was written upon.</summary>
    /// <param name="day">On which; null: today, or the first day on which both can differ.</param>
    public async Task<LawDecision> TestAsync(string id, DateOnly? day, Caller by)
    {
        var gazette = await desk.CurrentAsync();
        if (gazette.Proposals.GetValueOrDefault(id) is not { } proposal)
        {
            return new LawDecision(null, GazetteFault.Unknown);
        }

        var begins = await trials.BeginOfAsync(proposal);
        var on = day ?? (begins > clock.Today() ? begins.Value : clock.Today());
        return await DoneAsync(new LawBacktestBegun(id, NewId(), on), by);
    }

    /// <summary>
    /// The same at the ends of the months of a past period, as if it were published on its first day.
    /// </summary>
    public Task<LawDecision> TestPeriodAsync(string id, DateOnly from, DateOnly to, Caller by) =>
        DoneAsync(new LawBacktestBegun(id, NewId(), to) { From = from }, by);

    public Task<LawDecision> CancelTestAsync(string id, string run, Caller by) =>
        DoneAsync(new LawBacktestCancelled(id, run), by);

    public Task<LawDecision> ReadTestAsync(string id, string run, Caller by) =>
        DoneAsync(new LawBacktestRead(id, run), by);

    /// <summary>Has it judge beside the law in force, without effect, from today on.</summary>
    /// <param name="days">From 1 to <see cref="Shadow.MostDays"/>.</param>
    public Task<LawDecision> ShadowAsync(string id, int days, Caller by)
    {
        var today = clock.Today();
        var until = days is >= 1 and <= Shadow.MostDays ? today.AddDays(days - 1) : today.AddDays(-1);
        return DoneAsync(new LawShadowBegun(id, NewId(), today, until), by);
    }

    public Task<LawDecision> StopShadowAsync(string id, string run, Caller by) =>
        DoneAsync(new LawShadowStopped(id, run), by);

    public Task<LawDecision> ReturnAsync(string id, string reason, Caller by) =>
        DoneAsync(new LawReturned(id, reason.Trim()), by);

    /// <param name="from">Null: today.</param>
    public Task<LawDecision> PublishAsync(string id, string content, DateOnly? from, Caller by) =>
        settings.TrustsFolder ? Trusted(id)
            : DoneAsync(new LawPublished(id, content, from ?? clock.Today()), by);

    /// <param name="former">The id of what was in force before.</param>
    /// <param name="from">Null: today.</param>
    public Task<LawDecision> RollBackAsync(string former, DateOnly? from, string reason, Caller by) =>
        settings.TrustsFolder ? Trusted(former)
            : DoneAsync(
                new LawRolledBack(
                    NewId(), former, from ?? clock.Today(), reason.Trim()), by);

    /// <summary>Why somebody may not approve a proposal as it is now; null: may.</summary>
    public GazetteFault? HindranceOf(Gazette gazette, Proposal proposal, Caller by) =>
        Approval(proposal.Id, proposal.Content).FaultIn(gazette, by.Actor, clock.Today());

    /// <summary>Why somebody may not begin a shadow of a proposal now; null: may.</summary>
    public GazetteFault? ShadowHindranceOf(Gazette gazette, Proposal proposal, Caller by) =>
        new LawShadowBegun(proposal.Id, "", clock.Today(), clock.Today()).FaultIn(
            gazette, by.Actor, clock.Today());

    private LawApproved Approval(string id, string content) =>
        new(id, content) { ShareToRead = settings.BacktestShare };

    private static string NewId() => RandomNumberGenerator.GetHexString(IdDigits, lowercase: true);

    private async Task<LawDecision> Trusted(string id) => new(
        (await desk.CurrentAsync()).Proposals.GetValueOrDefault(id), GazetteFault.FolderTrusted);

    private async Task<LawDecision> DoneAsync(GazetteEntry entry, Caller by, BookText? text = null)
    {
        var fault = await desk.EnterAsync(entry, by.Actor, text);
        return new LawDecision(
            (await desk.CurrentAsync()).Proposals.GetValueOrDefault(entry.Id), fault);
    }
}
