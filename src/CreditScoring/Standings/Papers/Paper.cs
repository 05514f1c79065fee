using CreditScoring.Documents;
using CreditScoring.Law.Packs;

namespace CreditScoring.Standings.Papers;

/// <summary>
/// A paper (文书) as an officer takes it up: the sentences that the record can back, and what has to be added
/// before it is valid.
/// </summary>
/// <param name="About">What it is about, such as a penalty; null: all of the standing.</param>
/// <param name="Lines">Empty: it is not drawn up, and <paramref name="Missing"/> says why.</param>
/// <param name="Missing">What was left blank, in the order of the text, each once.</param>
public sealed record Paper(
    PaperKind Kind, string Regime, string Title, string? About, IReadOnlyList<PaperLine> Lines,
    IReadOnlyList<Wording> Missing)
{
    /// <summary>Whether the rules that it rests on are an instrument in force, and no example.</summary>
    public required bool IsOfficial { get; init; }

    /// <summary>What the officer should know of it, and the party is not told.</summary>
    public IReadOnlyList<Wording> Remarks { get; init; } = [];
}

public sealed record PaperLine(string Text, bool IsHeading);
