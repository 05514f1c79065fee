using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Workbench.Covering;

/// <summary>Something of a pack that no worked example tries.</summary>
/// <param name="Place">Null: the rule as a whole.</param>
/// <param name="Name">Of the rule or the table.</param>
/// <param name="What">What no example does.</param>
public sealed record Untried(Place? Place, string Name, Wording What)
{
    /// <summary>All that the examples heard leave untried: rules, conditions, rows, edges, days.</summary>
    public static IEnumerable<Untried> Of(Coverage coverage) => Rules(coverage)
        .Concat(coverage.Outcomes.SelectMany(Outcomes))
        .Concat(coverage.Rows.SelectMany(Rows));

    private static IEnumerable<Untried> Rules(Coverage coverage) => coverage.Rules.Where(each => !each.Held)
        .Select(each => new Untried(
            null, each.Rule.Name, new Wording("没有算例使它成立", "no case makes it hold")));

    private static IEnumerable<Untried> Outcomes(Outcomes outcomes)
    {
        var text = Spelling.Shown(outcomes.Text);
        if (!outcomes.SeenTrue)
        {
            yield return new Untried(
                outcomes.Place, outcomes.Rule, new Wording($"`{text}` 从未为真", $"`{text}` is never true"));
        }

        if (!outcomes.SeenFalse)
        {
            yield return new Untried(
                outcomes.Place, outcomes.Rule, new Wording($"`{text}` 从未为假", $"`{text}` is never false"));
        }
    }

    private static IEnumerable<Untried> Rows(RowUse row)
    {
        Untried Because(string zh, string en) => new(row.Row.Place, row.Table.Name, new Wording(zh, en));
        if (!row.Used)
        {
            yield return Because("没有算例用到这一行", "no case uses this row");
        }

        if (row.Edge is not null && !row.EdgeMet)
        {
            yield return Because(
                $"没有算例正好落在界限 {row.Edge} 上并越过它",
                $"no case stands on the edge {row.Edge} with another beyond it");
        }

        if (!row.DatesMet)
        {
            var days = string.Create(
                CultureInfo.InvariantCulture, $"{row.First:yyyy-MM-dd} - {row.FirstOut:yyyy-MM-dd}");
            yield return Because(
                $"没有算例在首日和首个失效日（{days}）各问一次",
                $"no case asks on the first day and on the first day out ({days})");
        }
    }
}
