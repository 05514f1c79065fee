using CreditScoring.Law.Packs;
using CreditScoring.Standings.Papers;

namespace CreditScoring.Tests.Standings.Papers;

/// <summary>The papers of a situation, samples included, and how they are written down to be read.</summary>
internal static class SituationPapers
{
    public static IReadOnlyList<Paper> Of(string situation, string regime, PaperKind kind) =>
        [.. PapersOf(situation).Where(each => each.Regime == regime && each.Kind == kind)];

    public static Paper[] PapersOf(string situation, string? name = null)
    {
        var (file, on, regimes) = Situations.Read(situation);
        return [.. PaperSet.Of(file, regimes, on, name, samples: true)];
    }

    public static string Text(Paper paper) => $"【{paper.Regime} {PaperKinds.Name(paper.Kind)}】\n{paper.Title}\n"
        + string.Concat(paper.Lines.Select(each => each.Text + "\n"))
        + $"（尚缺：{string.Join("、", paper.Missing.Select(each => each.Zh))}）\n"
        + string.Concat(paper.Remarks.Select(each => $"（提示：{each.Zh}）\n"));
}
