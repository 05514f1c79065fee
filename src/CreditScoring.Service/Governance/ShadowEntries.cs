using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Service.Governance;

/// <summary>How far the shadow of a proposal is.</summary>
public enum ShadowState
{
    /// <summary>It judges beside the law in force.</summary>
    Running,

    /// <summary>Its last day is over.</summary>
    Ended,

    /// <summary>Somebody has stopped it.</summary>
    Stopped,

    /// <summary>The proposal is no longer up for decision, or another law is in force by now.</summary>
    Overtaken,
}

/// <summary>
/// A proposal judges beside the law in force (影子运行), without effect: whatever file is assessed while it
/// runs is judged by it too, as if it had been published on the first day.
/// </summary>
/// <param name="Run">Sixteen hexadecimal digits.</param>
/// <param name="Content">The content that shadows, and beside which law.</param>
/// <param name="From">The first day; what is assessed since <see cref="StartedAt"/> is in it.</param>
/// <param name="Until">The last day.</param>
public sealed record Shadow(
    string Run, string Content, string Base, DateOnly From, DateOnly Until, DateTimeOffset StartedAt)
{
    public const int MostDays = 90;

    public required string By { get; init; }

    /// <summary>Null: nobody has stopped it.</summary>
    public string? StoppedBy { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Of a proposal, as the gazette is on a day.</summary>
    public ShadowState StateOf(Gazette gazette, Proposal proposal, DateOnly today) =>
        StoppedAt is not null ? ShadowState.Stopped
        : !MayRun(gazette, proposal) ? ShadowState.Overtaken
        : today > Until ? ShadowState.Ended : ShadowState.Running;

    /// <summary>Whether it is up for decision, and written upon the law that is in force.</summary>
    internal static bool MayRun(Gazette gazette, Proposal proposal) =>
        proposal.State is ProposalState.Proposed or ProposalState.Approved or ProposalState.Scheduled
        && gazette.InForce?.Content == proposal.Base;
}

/// <summary>A shadow of a proposal is begun.</summary>
/// <param name="From">The day on which it is begun.</param>
public sealed record LawShadowBegun(string Id, string Run, DateOnly From, DateOnly Until) : GazetteEntry(Id)
{
    public override string What => "law-shadow-begun";

    public override GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today) =>
        Missing(gazette, out var found, ProposalState.Proposed, ProposalState.Approved,
            ProposalState.Scheduled)
        ?? (!MayAsk(gazette, found, by) ? GazetteFault.ShadowPerson
            : found.Base.Length == 0 ? GazetteFault.NothingBefore
            : From != today || Until < From || Until.DayNumber - From.DayNumber >= Shadow.MostDays
                ? GazetteFault.ShadowDays
            : !Shadow.MayRun(gazette, found) ? GazetteFault.ShadowBase
            : found.Shadow?.StateOf(gazette, found, today) == ShadowState.Running ? GazetteFault.ShadowRuns
            : null);

    public override Gazette EnteredIn(Gazette gazette, string by)
    {
        var found = gazette.Proposals[Id];
        return gazette.With(found with
        {
            Shadow = new Shadow(Run, found.Content, found.Base, From, Until, gazette.Register.At) { By = by },
        });
    }

    public override void Write(JsonTextWriter json)
    {
        json.Property("run", Run);
        json.Property("from", From);
        json.Property("until", Until);
    }

    /// <summary>Who wrote it, or is an approver at this very moment.</summary>
    internal static bool MayAsk(Gazette gazette, Proposal proposal, string by) =>
        proposal.Authors.Contains(by) || NotApprover(gazette, by) is null;
}

/// <summary>It does not go on.</summary>
public sealed record LawShadowStopped(string Id, string Run) : GazetteEntry(Id)
{
    public override string What => "law-shadow-stopped";

    public override GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today) =>
        gazette.Proposals.GetValueOrDefault(Id) is not { } found ? GazetteFault.Unknown
        : found.Shadow is not { StoppedAt: null } runs || runs.Run != Run
            || runs.StateOf(gazette, found, today) != ShadowState.Running ? GazetteFault.NoShadow
        : LawShadowBegun.MayAsk(gazette, found, by) ? null : GazetteFault.ShadowPerson;

    public override Gazette EnteredIn(Gazette gazette, string by)
    {
        var found = gazette.Proposals[Id];
        return gazette.With(found with
        {
            Shadow = found.Shadow! with { StoppedBy = by, StoppedAt = gazette.Register.At },
        });
    }

    public override void Write(JsonTextWriter json) => json.Property("run", Run);
}
