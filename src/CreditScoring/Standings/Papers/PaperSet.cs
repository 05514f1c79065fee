using CreditScoring.Documents;
using CreditScoring.Files;
using CreditScoring.Law.Books;

namespace CreditScoring.Standings.Papers;

/// <summary>
/// The papers of a subject in all its regimes. One act of the authority can be put in writing in several of
/// them (a grant on 信用中国 and in the publicity system): one number is of one paper, and an officer is told.
/// </summary>
public static class PaperSet
{
    /// <param name="name">Of the party; null: no profile says it.</param>
    /// <param name="samples">With samples of rules that rest on no instrument.</param>
    public static IReadOnlyList<Paper> Of(
        CreditFile file, IEnumerable<Regime> regimes, DateOnly on, string? name, bool samples)
    {
        var papers = regimes.SelectMany(regime => PaperWriter.Of(
            file, regime, Explaining.Of(file, regime, on), name, samples)).ToArray();
        return [.. papers.Select(paper => Told(paper, papers))];
    }

    private static Paper Told(Paper paper, IEnumerable<Paper> papers) =>
        papers.FirstOrDefault(other => IsOfTheSameDeed(paper, other)) is { } other
            ? paper with { Missing = [.. paper.Missing, Shared(other)] } : paper;

    private static bool IsOfTheSameDeed(Paper paper, Paper other) => paper.Deed is { } deed
        && other.Deed?.Event.Id == deed.Event.Id && other.Regime != paper.Regime
        && paper.Lines.Count > 0 && other.Lines.Count > 0;

    private static Wording Shared(Paper other) => new(
        $"同一决定还有另一份文书（{other.Title}，{other.Regime}）：一个文号只编一份，另一份另行编号或者合并作成",
        $"the same act is in writing once more ({other.Title}, {other.Regime}): a number is of one paper");
}
