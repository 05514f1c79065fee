using System.Collections.Immutable;

namespace CreditScoring.Service.Governance;

/// <summary>How far a proposal has come (草案、送审、批准、待施行、施行、失效、撤回).</summary>
public enum ProposalState
{
    /// <summary>Its author still works on it.</summary>
    Draft,

    /// <summary>It waits for another person.</summary>
    Proposed,

    /// <summary>Another person approved it, by its hash.</summary>
    Approved,

    /// <summary>It is published, and its day has not come.</summary>
    Scheduled,

    /// <summary>By it is judged.</summary>
    InForce,

    /// <summary>It was in force, and something else is since.</summary>
    Retired,

    /// <summary>Its author would not have it any more.</summary>
    Withdrawn,
}

/// <summary>Where the law of a proposal comes from.</summary>
public enum ProposalKind
{
    /// <summary>Somebody wrote it.</summary>
    Change,

    /// <summary>It was in force before, and is published anew.</summary>
    Rollback,

    /// <summary>It was in use before the record knew of proposals.</summary>
    CarriedOver,
}

/// <summary>What somebody said of a proposal.</summary>
public sealed record Remark(string By, DateTimeOffset At, string Text);

/// <summary>
/// A whole law (规则册) that somebody proposes to put in force: what its entries in the record have made of
/// it. Its id is the id of its publication, which the differences in the ledger name.
/// </summary>
/// <param name="Id">Sixteen hexadecimal digits.</param>
/// <param name="Number">Of the entry that began it: the order of proposals.</param>
public sealed record Proposal(string Id, long Number, string Title)
{
    public ProposalKind Kind { get; init; }

    public ProposalState State { get; init; }

    /// <summary>The hash of all its files, by which the record has them; 64 hexadecimal digits.</summary>
    public required string Content { get; init; }

    /// <summary>The hash of the rule book that they are, as standings name it.</summary>
    public required string Book { get; init; }

    /// <summary>The content of the law that it was written upon; empty: there was none.</summary>
    public required string Base { get; init; }

    /// <summary>Why, as its author says.</summary>
    public string Reason { get; init; } = "";

    /// <summary>All who wrote anything of it: none of them may approve it.</summary>
    public ImmutableSortedSet<string> Authors { get; init; } = [];

    public DateTimeOffset DraftedAt { get; init; }

    /// <summary>Who approved the content that it has now; null: nobody.</summary>
    public string? ApprovedBy { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Who published it; null: nobody.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>The first day on which it is to be in force; null: it is not published.</summary>
    public DateOnly? From { get; init; }

    /// <summary>When it came into force; null: it never was.</summary>
    public DateTimeOffset? InForceAt { get; init; }

    /// <summary>The last back-test of the content that it has now; null: none was begun.</summary>
    public Backtest? Backtest { get; init; }

    /// <summary>The last back-test over a past period of it; null: none was begun.</summary>
    public Backtest? PeriodTest { get; init; }

    /// <summary>One of its back-tests, by its id.</summary>
    public Backtest? TestOf(string run) => Backtest?.Run == run ? Backtest
        : PeriodTest?.Run == run ? PeriodTest : null;

    /// <summary>The same with a back-test in its place.</summary>
    internal Proposal With(Backtest test) =>
        test.From is null ? this with { Backtest = test } : this with { PeriodTest = test };

    /// <summary>The last shadow of the content that it has now; null: none was begun.</summary>
    public Shadow? Shadow { get; init; }

    public ImmutableList<Remark> Remarks { get; init; } = [];

    /// <summary>Whether it can still be changed, approved or withdrawn.</summary>
    public bool IsOpen => State is ProposalState.Draft or ProposalState.Proposed or ProposalState.Approved;
}
