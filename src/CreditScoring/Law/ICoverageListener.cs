using CreditScoring.Law.Expressions;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Tables;

namespace CreditScoring.Law;

/// <summary>Hears what every rule is asked and what every table answers, to tell what cases leave untried.</summary>
public interface ICoverageListener
{
    /// <summary>A condition came to an outcome.</summary>
    void Asked(Condition condition, bool outcome);

    /// <summary>A text came to a value, or to no answer: a condition, a property, a named value.</summary>
    void Evaluated(Formula formula, Evaluation scene);

    /// <summary>A table was asked for a number (null: it has no bands) on a day and answered with a row.</summary>
    void Found(LawTable table, TableRow row, decimal? number, DateOnly day);
}
