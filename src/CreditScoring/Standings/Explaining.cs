using CreditScoring.Law;
using CreditScoring.Law.Expressions;
using CreditScoring.Ledger;

namespace CreditScoring.Standings;

/// <summary>Explains a standing by walking the file again with a witness.</summary>
public static class Explaining
{
    public static Explanation Of(CreditFile file, Regime regime, DateOnly on)
    {
        var standing = Judge.Of(file, regime, on).Standing;
        var witness = new Account();
        try
        {
            var walk = new Walk(regime, file.Subject, Docket.Of(file, regime), witness: witness);
            walk.To(on);
            walk.Testify(on);
        }
        catch (CannotBeJudged)
        {
            // The standing's own flaw says it; what was judged up to there is still worth showing.
        }

        return new Explanation(standing)
        {
            Title = regime.On(on)?.Manifest.Title ?? default,
            Events = witness.Events(),
            Measures = witness.Measures,
            Rungs = witness.Rungs,
            Frequency = witness.Frequency,
        };
    }
}
