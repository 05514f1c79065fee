using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Standings;
using CreditScoring.Standings.Telling;

namespace CreditScoring.Workbench.Cases;

/// <summary>
/// Why a worked example comes out as it does on a day, as it would be told of an enterprise.
/// </summary>
public static class CaseTelling
{
    /// <param name="language">"zh", anything else is English.</param>
    public static string Of(Case tried, Regime regime, DateOnly on, string language) => ExplanationText.Of(
        Explaining.Of(new CreditFile(tried.Subject, tried.Events).UpTo(on), regime, on), language);
}
