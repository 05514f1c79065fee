using CreditScoring.Law.Expressions;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Tables;

namespace CreditScoring.Law;

/// <summary>Hears what every rule is asked and what every table answers, to tell what cases leave untried.</summary>
public interface IWatch
{
    /// <summary>A condition came to an outcome; the scene still shows what it saw.</summary>
    void Asked(Condition condition, bool outcome, Evaluation scene);

    /// <summary>A table was asked for a number (null: it has no bands) and answered with a row.</summary>
    void Found(LawTable table, TableRow row, decimal? number);
}
