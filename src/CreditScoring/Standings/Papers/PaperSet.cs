using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;

namespace CreditScoring.Standings.Papers;

/// <summary>
/// The papers of a subject in all its regimes. One act of the authority can be put in writing in several of
/// them (a grant on 信用中国 and in the publicity system): one number is of one paper, and an officer is told.
/// </summary>
public static class PaperSet
{
    /// <summary>Those that the situation calls for, each to be written when it is looked at.</summary>
    /// <param name="name">Of the party; null: no profile says it.</param>
    /// <param name="samples">With samples of rules that rest on no instrument.</param>
    public static IReadOnlyList<CalledPaper> CalledFor(
        CreditFile file, IEnumerable<Regime> regimes, DateOnly on, string? name, bool samples)
    {
        var papers = regimes.SelectMany(regime => PaperWriter.Of(
            file, regime, Explaining.Of(file, regime, on), name, samples)).ToArray();
        var byDeed = papers.Where(paper => paper.Deed is not null && !paper.IsDenied)
            .ToLookup(paper => paper.Deed!.Event.Id);
        return [.. papers.Select(paper => Told(paper, byDeed))];
    }

    /// <summary>All of them, written.</summary>
    /// <inheritdoc cref="CalledFor"/>
    public static IReadOnlyList<Paper> Of(
        CreditFile file, IEnumerable<Regime> regimes, DateOnly on, string? name, bool samples) =>
        [.. CalledFor(file, regimes, on, name, samples).Select(each => each.Written())];

    private static CalledPaper Told(CalledPaper paper, ILookup<EventId, CalledPaper> byDeed) =>
        paper.Deed is { } deed && !paper.IsDenied
            && byDeed[deed.Event.Id].FirstOrDefault(other => other.Regime != paper.Regime) is { } other
            ? paper with { Told = [Shared(other)] } : paper;

    private static Wording Shared(CalledPaper other) => new(
        $"同一决定还有另一份文书（{other.Title}，{other.Regime}）：一个文号只编一份，另一份另行编号或者合并作成",
        $"the same act is in writing once more ({other.Title}, {other.Regime}): a number is of one paper");
}
