using CreditScoring.Documents;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Standings;

namespace CreditScoring.Workbench.Cases;

/// <summary>
/// Runs cases against a regime: the standing on each day asked is compared with what is said.
/// </summary>
public static class CaseRunner
{
    public static CaseResult Run(Case tried, Regime regime, IJudgementListener? listener = null)
    {
        var file = new CreditFile(tried.Subject, tried.Events);
        return new CaseResult(
            tried, [.. tried.Expectations.SelectMany(each => On(each, file, regime, listener))]);
    }

    private static IReadOnlyList<Difference> On(
        Expectation expectation, CreditFile file, Regime regime, IJudgementListener? listener)
    {
        var known = file.UpTo(expectation.On);
        var differences = new List<Difference>();
        void Differ(JsonPiece piece, string path, string found) => differences.Add(
            new Difference(piece.Place, expectation.On, path, CaseComparison.Shown(piece), found));

        var standing = Judge.Of(known, regime, expectation.On, listener: listener).Standing;
        var text = JsonText.Of(json => StandingJson.Write(json, standing));
        var actual = JsonDocumentReader.Read(new SourceText("standing", text), out _)!;
        CaseComparison.Compare(expectation.Expected, actual, "", Differ);
        if (expectation.Expected[StandingNames.Repairs] is { } repairs)
        {
            CaseComparison.Compare(
                repairs, Repairs(known, regime, expectation.On), StandingNames.Repairs, Differ);
        }

        return differences.Count == 0 || standing.Flaws.Count == 0 ? differences
            : Explained(standing, expectation, differences);
    }

    /// <summary>
    /// A day that could not be judged differs in everything that a case says of it: the reason is told
    /// once, and what follows from it is named under it. What the case says of flaws is compared as such.
    /// </summary>
    private static List<Difference> Explained(
        Standing standing, Expectation expectation, List<Difference> all)
    {
        var following = standing.Tier is not null ? []
            : all.FindAll(each => !each.Path.StartsWith(StandingNames.Flaws, StringComparison.Ordinal));
        return
        [
            .. standing.Flaws.Select((flaw, place) => new Difference(
                expectation.Expected.Place, expectation.On, StandingNames.Flaws, "", flaw.ToString())
            {
                Cause = flaw,
                Following = place == 0 ? [.. following.Select(each => each.Path).Distinct()] : [],
            }),
            .. all.Except(following),
        ];
    }

    private static JsonPiece? Repairs(CreditFile file, Regime regime, DateOnly on)
    {
        var text = JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.List(
                StandingNames.Repairs, Explaining.Repairs(file, regime, on), StandingNames.Repair.Write);
            json.WriteEndObject();
        });
        return JsonDocumentReader.Read(new SourceText("repairs", text), out _)![StandingNames.Repairs];
    }
}
