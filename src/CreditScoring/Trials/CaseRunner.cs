using CreditScoring.Documents;
using CreditScoring.Law;
using CreditScoring.Ledger;
using CreditScoring.Standings;

namespace CreditScoring.Trials;

/// <summary>Runs cases against a regime: the standing on each day asked is compared with what is said.</summary>
public static class CaseRunner
{
    public static CaseResult Run(Case tried, Regime regime, IWitness? witness = null)
    {
        var file = new CreditFile(tried.Subject, tried.Events);
        var differences = new List<Difference>();
        foreach (var expectation in tried.Expectations)
        {
            var known = file.UpTo(expectation.On);
            void Differ(JsonPiece piece, string path, string found) => differences.Add(
                new Difference(piece.Place, expectation.On, path, Comparison.Shown(piece), found));

            var standing = Judge.Of(known, regime, expectation.On, witness: witness).Standing;
            var text = JsonText.Of(json => StandingJson.Write(json, standing));
            var actual = JsonDocumentReader.Read(new SourceText("standing", text), out _)!;
            Comparison.Compare(expectation.Expected, actual, "", Differ);
            if (expectation.Expected[StandingNames.Repairs] is { } repairs)
            {
                Comparison.Compare(repairs, Repairs(known, regime, expectation.On), StandingNames.Repairs, Differ);
            }

            NamesTheReason(standing, expectation, differences);
        }

        return new CaseResult(tried, differences);
    }

    private static JsonPiece? Repairs(CreditFile file, Regime regime, DateOnly on)
    {
        var text = JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.List(StandingNames.Repairs, Explaining.Repairs(file, regime, on), (inner, answer) =>
            {
                inner.WriteStartObject();
                inner.Property("request", answer.Request.Event.Id.ToString());
                inner.Property("meetsConditions", answer.MeetsConditions);
                inner.Property("granted", answer.Granted);
                inner.Property("decision", answer.Decision?.Event.Id.ToString());
                inner.WriteEndObject();
            });
            json.WriteEndObject();
        });
        return JsonDocumentReader.Read(new SourceText("repairs", text), out _)![StandingNames.Repairs];
    }

    /// <summary>A difference in a standing that could not be judged is explained by its flaw.</summary>
    private static void NamesTheReason(Standing standing, Expectation expectation, List<Difference> differences)
    {
        if (standing.Flaws.Count > 0 && differences.Exists(each => each.On == expectation.On))
        {
            differences.AddRange(standing.Flaws.Select(flaw => new Difference(
                expectation.Expected.Place, expectation.On, "flaws", "", flaw.ToString())));
        }
    }
}
