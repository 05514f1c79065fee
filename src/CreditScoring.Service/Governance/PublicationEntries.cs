using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Service.Governance;

/// <summary>Another person approves (批准) the very content that he names by its hash.</summary>
public sealed record LawApproved(string Id, string Content) : GazetteEntry(Id)
{
    /// <summary>
    /// Whose moving, in percent of all subjects, the approver has to have seen; null: no back-test is wanted.
    /// </summary>
    public decimal? ShareToRead { get; init; }

    public override string What => "law-approved";

    public override GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today) =>
        Missing(gazette, out var found, ProposalState.Proposed)
        ?? (found.Content != Content ? GazetteFault.OtherContent
            : found.Authors.Contains(by) ? GazetteFault.SamePerson
            : !found.Authors.All(IsPerson) ? GazetteFault.NobodyKnown
            : NotApprover(gazette, by) ?? (found.Base != gazette.Base ? GazetteFault.Moved
            : Untried(found, by)));

    /// <summary>
    /// Everybody is judged by it before it is approved, and who approves has seen what it does.
    /// </summary>
    private GazetteFault? Untried(Proposal found, string by) =>
        ShareToRead is not { } share || found.Base.Length == 0 ? null
        : found.Backtest is not { Report: not null } test || test.Content != Content
            || test.Base != found.Base
            ? GazetteFault.BacktestWanted
        : test.MovesMoreThan(share) && !test.ReadBy.Contains(by) ? GazetteFault.BacktestUnread : null;

    public override Gazette EnteredIn(Gazette gazette, string by) =>
        gazette.With(gazette.Proposals[Id] with
        {
            State = ProposalState.Approved, ApprovedBy = by, ApprovedAt = gazette.Register.At,
        });

    public override void Write(JsonTextWriter json) => json.Property("content", Content);
}

/// <summary>
/// An approver returns it (退回) to its authors, also when it is published and its day has not come: what was
/// to follow it follows nothing then, and is not published any more either.
/// </summary>
public sealed record LawReturned(string Id, string Reason) : GazetteEntry(Id)
{
    public override string What => "law-returned";

    public override GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today) =>
        Missing(gazette, out var found, ProposalState.Proposed, ProposalState.Approved,
            ProposalState.Scheduled)
        ?? NotApprover(gazette, by) ?? Wordless(Reason)
        // What was in force before has no authors to whom it could go back.
        ?? (found.Kind == ProposalKind.Rollback && found.State != ProposalState.Scheduled
            ? GazetteFault.WrongState(found.State) : null);

    public override Gazette EnteredIn(Gazette gazette, string by)
    {
        var found = gazette.Proposals[Id];
        var follow = gazette.Scheduled.SkipWhile(each => each.Id != Id).Skip(1).Select(each => each.Id)
            .ToHashSet();
        return gazette.Unscheduled(each => follow.Contains(each.Id)).With(found with
        {
            State = found.Kind == ProposalKind.Rollback ? ProposalState.Withdrawn : ProposalState.Draft,
            ApprovedBy = null, ApprovedAt = null, From = null, PublishedBy = null,
            Remarks = found.Remarks.Add(new Remark(by, gazette.Register.At, Reason)),
        });
    }

    public override void Write(JsonTextWriter json) => json.Property("reason", Reason);
}

/// <summary>What was approved is published (公布), to be in force from a day on.</summary>
public sealed record LawPublished(string Id, string Content, DateOnly From) : GazetteEntry(Id)
{
    public override string What => "law-published";

    public override GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today) =>
        Missing(gazette, out var found, ProposalState.Approved)
        ?? (found.Content != Content ? GazetteFault.OtherContent
            : NotApprover(gazette, by) ?? (found.Base != gazette.Base ? GazetteFault.Moved
            : From < today || From < gazette.Scheduled.LastOrDefault()?.From ? GazetteFault.DayPassed
                : null));

    public override Gazette EnteredIn(Gazette gazette, string by) =>
        gazette.With(gazette.Proposals[Id] with
        {
            State = ProposalState.Scheduled, From = From, PublishedBy = by,
        });

    public override void Write(JsonTextWriter json)
    {
        json.Property("content", Content);
        json.Property("from", From);
    }
}

/// <summary>
/// A law that was in force before is published anew (恢复原规则): a publication of its own. What was published
/// and has not come into force is so no more.
/// </summary>
/// <param name="Former">The id of the proposal that was in force.</param>
public sealed record LawRolledBack(string Id, string Former, DateOnly From, string Reason) : GazetteEntry(Id)
{
    public override string What => "law-rolled-back";

    public override GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today) =>
        gazette.Proposals.ContainsKey(Id) ? GazetteFault.Known
        : gazette.Proposals.GetValueOrDefault(Former) is not { InForceAt: not null } former
            ? GazetteFault.NotFormer
        : NotApprover(gazette, by) ?? Wordless(Reason)
            ?? (From < today ? GazetteFault.DayPassed
            : former.Content == gazette.InForce?.Content ? GazetteFault.Unchanged : null);

    public override Gazette EnteredIn(Gazette gazette, string by)
    {
        var former = gazette.Proposals[Former];
        return gazette.Unscheduled().With(new Proposal(Id, gazette.Number, former.Title)
        {
            Kind = ProposalKind.Rollback, State = ProposalState.Scheduled,
            Content = former.Content, Book = former.Book, Base = gazette.InForce?.Content ?? "",
            Reason = Reason, Authors = former.Authors,
            ApprovedBy = former.ApprovedBy, ApprovedAt = former.ApprovedAt,
            PublishedBy = by, From = From, DraftedAt = gazette.Register.At,
        });
    }

    public override void Write(JsonTextWriter json)
    {
        json.Property("former", Former);
        json.Property("from", From);
        json.Property("reason", Reason);
    }
}

/// <summary>The day of what was published has come: it is in force (施行), and what was so is not.</summary>
public sealed record LawCameIntoForce(string Id) : GazetteEntry(Id)
{
    public override string What => "law-in-force";

    public override GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today) =>
        Missing(gazette, out var found, ProposalState.Scheduled)
        ?? (found.From > today || gazette.Scheduled[0].Id != Id ? GazetteFault.DayPassed : null);

    public override Gazette EnteredIn(Gazette gazette, string by)
    {
        var before = gazette.InForce is { } former
            ? gazette.With(former with { State = ProposalState.Retired }) : gazette;
        return before.With(gazette.Proposals[Id] with
        {
            State = ProposalState.InForce, InForceAt = gazette.Register.At,
        });
    }
}

/// <summary>
/// The rule book that was in use before the record knew of proposals stays in force: nobody approved it here,
/// and it says so.
/// </summary>
/// <param name="Book">Its hash, by which the record has its text.</param>
public sealed record LawCarriedOver(string Id, string Book) : GazetteEntry(Id)
{
    public override string What => "law-carried-over";

    public override GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today) =>
        gazette.InForce is { } there ? GazetteFault.WrongState(there.State)
        : gazette.Proposals.ContainsKey(Id) ? GazetteFault.Known : null;

    public override Gazette EnteredIn(Gazette gazette, string by) =>
        gazette.With(new Proposal(Id, gazette.Number, "沿用原有规则 · the law in use before")
        {
            Kind = ProposalKind.CarriedOver, State = ProposalState.InForce,
            Content = Book, Book = Book, Base = "",
            DraftedAt = gazette.Register.At, InForceAt = gazette.Register.At,
        });

    public override void Write(JsonTextWriter json) => json.Property("book", Book);
}
