using CreditScoring.Documents;

namespace CreditScoring.Law.Packs;

/// <summary>
/// What a pack lays down for the draft of a notice: who is told, in what words, and which rights stand in it.
/// </summary>
public sealed record NoticeTerms
{
    public static readonly NoticeTerms None = new();

    /// <summary>
    /// Whether the party is told at all; false: the regime is for the authority's own file.
    /// </summary>
    public bool ToParty { get; init; } = true;

    /// <summary>What the regime calls where somebody stands, such as 公示状态; null: 等级 or 状态.</summary>
    public Wording? Standing { get; init; }

    /// <summary>The party's rights and remedies, in the order in which they are told.</summary>
    public IReadOnlyList<PartyRight> Rights { get; init; } = [];
}

/// <summary>A right of the party, with the provision that gives it.</summary>
/// <param name="Basis">Instrument, number and article.</param>
public sealed record PartyRight(Wording Text, string Basis)
{
    /// <summary>The tiers in which it is told; empty: in every one.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>The step during which alone it is told; null: always.</summary>
    public string? Step { get; init; }

    /// <summary>
    /// Whether its own words say its term, so that the end of the step is not its last day.
    /// </summary>
    public bool OwnTerm { get; init; }

    /// <summary>
    /// Whether it is a right to repair, so that the paper on the terms of repair says it better.
    /// </summary>
    public bool OfRepair { get; init; }

    /// <summary>
    /// Whether somebody has read the provision (published), or it is to be compared first (recalled).
    /// </summary>
    public string? Provenance { get; init; }
}
