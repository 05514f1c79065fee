using CreditScoring.Law.Expressions;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion.Views;

namespace CreditScoring.SecondOpinion;

/// <summary>A text that the package compiled.</summary>
internal sealed class PackageFormula<T>(
    Func<object?[], T> run, Carrier[] carriers, Func<object?, object?, object>? law, PackViews views) : ISecondFormula
{
    public SecondAnswer Ask(Evaluation evaluation, object?[] values, object? ours)
    {
        var given = new object?[carriers.Length + (law is null ? 0 : 1)];
        try
        {
            for (var i = 0; i < carriers.Length; i++)
            {
                given[i] = carriers[i].Over(values[i]);
            }

            if (law is not null)
            {
                given[^1] = law((Scene)evaluation, views);
            }

            // A list there is reckoned only when it is looked through.
            object? theirs = run(given);
            return Values.Same(ours, theirs) ? SecondAnswer.Same
                : new SecondAnswer(Agreement.Differs, Values.Shown(theirs));
        }
        catch (Exception none) when (none is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            return new SecondAnswer(Agreement.NoAnswer, $"{none.GetType().Name}: {none.Message}");
        }
    }
}
