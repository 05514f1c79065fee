using System.Collections.Immutable;
using CreditScoring.Service.Access;

namespace CreditScoring.Service.Governance;

/// <summary>
/// The gazette (公报): every law that was proposed, approved, published, in force and retired, as the entries
/// in the record have made it. A value: who looks at it sees one state of it, and of the register of persons
/// beside it.
/// </summary>
/// <param name="Register">Who may what, as of the same entry.</param>
public sealed record Gazette(Register Register)
{
    public static readonly Gazette Empty = new(Register.Empty);

    /// <summary>Of the last entry of gazette and register, which are numbered in one row.</summary>
    public long Number => Register.Number;

    /// <summary>By id.</summary>
    public ImmutableSortedDictionary<string, Proposal> Proposals { get; init; } =
        ImmutableSortedDictionary.Create<string, Proposal>(StringComparer.Ordinal);

    /// <summary>By which is judged; null: no law is in force yet.</summary>
    public Proposal? InForce => Proposals.Values.FirstOrDefault(each => each.State == ProposalState.InForce);

    /// <summary>Published, and their day has not come: the first first.</summary>
    public IReadOnlyList<Proposal> Scheduled =>
    [
        .. Proposals.Values.Where(each => each.State == ProposalState.Scheduled)
            .OrderBy(each => each.From).ThenBy(each => each.Number),
    ];

    /// <summary>The law that will be in force once all that is published is; null: none.</summary>
    public Proposal? Last => Scheduled is [.., var last] ? last : InForce;

    /// <summary>Upon what a new proposal is written; empty: upon nothing.</summary>
    public string Base => Last?.Content ?? "";

    /// <summary>Those that were in force, the last first.</summary>
    public IEnumerable<Proposal> Former => Proposals.Values.Where(each => each.InForceAt is not null)
        .OrderByDescending(each => each.InForceAt).ThenByDescending(each => each.Number);

    internal Gazette With(Proposal proposal) =>
        this with { Proposals = Proposals.SetItem(proposal.Id, proposal) };

    /// <summary>
    /// What was to follow another law follows none any more: it is approved, and is not published.
    /// </summary>
    /// <param name="only">Which; null: all of them.</param>
    internal Gazette Unscheduled(Func<Proposal, bool>? only = null) => Scheduled
        .Where(only ?? (_ => true)).Aggregate(this, (gazette, each) => gazette.With(each with
        {
            State = ProposalState.Approved, From = null, PublishedBy = null,
        }));
}
