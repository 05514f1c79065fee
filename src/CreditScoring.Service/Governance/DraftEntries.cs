using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Service.Governance;

/// <summary>What an author saw of a draft when he began to write on it.</summary>
/// <param name="Content">The hash of its files.</param>
public sealed record DraftSeen(string Content, ProposalState State)
{
    /// <summary>
    /// Why it is not to be written upon as it is now; null: it may. Who saw a draft does not mean to take
    /// back what was proposed or approved since.
    /// </summary>
    public GazetteFault? FaultIn(Proposal now) =>
        !now.IsOpen ? GazetteFault.WrongState(now.State)
        : now.Content != Content ? GazetteFault.OtherContent
        : State == ProposalState.Draft && now.State != State ? GazetteFault.OtherState(now.State) : null;
}

/// <summary>
/// A draft (草案) is begun, or written anew: what was approved of it before counts no longer.
/// </summary>
/// <param name="Content">The hash of its files.</param>
/// <param name="Book">The hash of the rule book that they are; empty: they have errors.</param>
public sealed record LawDrafted(string Id, string Title, string Content, string Book) : GazetteEntry(Id)
{
    private const int LongestTitle = 200;

    public required string Reason { get; init; }

    /// <summary>
    /// What its author saw, in the place of which alone this may stand; null: whatever there is. It is not
    /// kept.
    /// </summary>
    public DraftSeen? InPlaceOf { get; init; }

    public override string What => "law-drafted";

    public override GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today) =>
        gazette.Proposals.TryGetValue(Id, out var known) && !known.IsOpen
            ? GazetteFault.WrongState(known.State)
        : known is not null && InPlaceOf?.FaultIn(known) is { } fault ? fault
        : Title.Trim().Length is 0 or > LongestTitle ? GazetteFault.NoWords
        : Wordless(Reason) ?? (Content == gazette.Base ? GazetteFault.Unchanged : null);

    public override Gazette EnteredIn(Gazette gazette, string by)
    {
        var known = gazette.Proposals.GetValueOrDefault(Id);
        return gazette.With(new Proposal(Id, known?.Number ?? gazette.Number, Title)
        {
            Content = Content, Book = Book, Base = gazette.Base, Reason = Reason,
            Authors = (known?.Authors ?? []).Add(by),
            Remarks = known?.Remarks ?? [],
            DraftedAt = gazette.Register.At,
        });
    }

    public override void Write(JsonTextWriter json)
    {
        json.Property("title", Title);
        json.Property("content", Content);
        json.Property("book", Book);
        json.Property("reason", Reason);
    }
}

/// <summary>A draft is proposed (送审), as it is: from now on another person decides.</summary>
public sealed record LawProposed(string Id, string Content) : GazetteEntry(Id)
{
    public override string What => "law-proposed";

    public override GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today) =>
        Missing(gazette, out var found, ProposalState.Draft)
        ?? (found.Content != Content ? GazetteFault.OtherContent
            : found.Base != gazette.Base ? GazetteFault.Moved : null);

    public override Gazette EnteredIn(Gazette gazette, string by)
    {
        var found = gazette.Proposals[Id];
        return gazette.With(found with { State = ProposalState.Proposed, Authors = found.Authors.Add(by) });
    }

    public override void Write(JsonTextWriter json) => json.Property("content", Content);
}

/// <summary>Its author would not have it any more (撤回).</summary>
public sealed record LawWithdrawn(string Id) : GazetteEntry(Id)
{
    public override string What => "law-withdrawn";

    public override GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today) =>
        Missing(gazette, out var found, ProposalState.Draft, ProposalState.Proposed, ProposalState.Approved)
        ?? (found.Authors.Contains(by) ? null : GazetteFault.NotOwn);

    public override Gazette EnteredIn(Gazette gazette, string by) =>
        gazette.With(gazette.Proposals[Id] with { State = ProposalState.Withdrawn });
}

/// <summary>Somebody says something of a proposal (意见).</summary>
public sealed record LawRemarked(string Id, string Text) : GazetteEntry(Id)
{
    public override string What => "law-remarked";

    public override GazetteFault? FaultIn(Gazette gazette, string by, DateOnly today) =>
        !gazette.Proposals.ContainsKey(Id) ? GazetteFault.Unknown : Wordless(Text);

    public override Gazette EnteredIn(Gazette gazette, string by)
    {
        var found = gazette.Proposals[Id];
        return gazette.With(found with
        {
            Remarks = found.Remarks.Add(new Remark(by, gazette.Register.At, Text)),
        });
    }

    public override void Write(JsonTextWriter json) => json.Property("text", Text);
}
