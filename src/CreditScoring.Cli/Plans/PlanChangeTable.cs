using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Planning;

namespace CreditScoring.Cli.Plans;

/// <summary>
/// What is otherwise than in the plan before, and why, as a table of 80 columns: kept, moved, added and
/// dropped are counted, and each change has a line.
/// </summary>
internal sealed class PlanChangeTable(string language)
{
    private const int Enterprise = 38, Week = 5;

    private static readonly int[] Widths = [Enterprise, Week, Week, 80 - Enterprise - (2 * Week) - 3];

    public string Of(VisitPlan former, Replanned anew)
    {
        var (moved, added, dropped) = (
            Count(anew, each => each is { From: not null, To: not null }),
            Count(anew, each => each.From is null), Count(anew, each => each.To is null));
        var kept = former.Visits.Count - moved - dropped;
        var lines = new List<string> { PlanPhrases.Changes(kept, moved, added, dropped).In(language) };
        if (anew.Changes.Count > 0)
        {
            lines.Add(Line([.. PlanPhrases.ChangeHeaders.Select(each => each.In(language))]));
            lines.AddRange(anew.Changes.OrderBy(each => each.Why).Select(Line));
        }

        return string.Join('\n', lines);
    }

    private static int Count(Replanned anew, Func<PlanChange, bool> which) => anew.Changes.Count(which);

    private string Line(PlanChange change) => Line(
    [
        change.Name is { } name ? $"{change.Subject.Id} {name}" : change.Subject.Id, Told(change.From),
        Told(change.To), PlanPhrases.Of(change.Why).In(language),
    ]);

    private static string Told(int? week) => week is { } at ? $"{at + 1}" : "–";

    private static string Line(IReadOnlyList<string> cells) => string.Join(' ', cells.Zip(
        Widths, (cell, width) => TextWidth.Fit(cell, width, right: width == Week))).TrimEnd();
}
