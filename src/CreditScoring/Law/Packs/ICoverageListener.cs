using CreditScoring.Law.Language;
using CreditScoring.Law.Tables;

namespace CreditScoring.Law.Packs;

/// <summary>
/// Hears what every rule is asked and what every table answers, to tell what cases leave untried.
/// </summary>
public interface ICoverageListener : IEvaluationListener, ITableListener
{
    /// <summary>A condition came to an outcome.</summary>
    void Asked(Condition condition, bool outcome);
}
