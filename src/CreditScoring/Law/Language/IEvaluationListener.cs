namespace CreditScoring.Law.Language;

/// <summary>Hears what texts come to, where somebody listens; it never changes what it hears.</summary>
public interface IEvaluationListener
{
    /// <summary>A text came to a value, or to no answer: a condition, a property, a named value.</summary>
    void Evaluated(Formula formula, Evaluation scene);
}
