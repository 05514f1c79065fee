using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion.Views;

namespace CreditScoring.SecondOpinion;

/// <summary>A text that the package compiled.</summary>
internal sealed class PackageFormula<T>(
    Func<object?[], T> run, Carrier[] carriers, Func<object?, object?, object>? law, PackViews views)
    : ISecondFormula
{
    private const int UsualNames = 16;

    /// <summary>Room for the values of one question; one may be asked while another is answered.</summary>
    [ThreadStatic]
    private static object?[]? spare;

    public SecondAnswer Ask(Evaluation evaluation, object?[] values, object? ours)
    {
        var carried = CarriedScene.Of(evaluation);
        var given = Rent(carriers.Length + 1);
        try
        {
            for (var i = 0; i < carriers.Length; i++)
            {
                given[i] = carriers[i].Over(values[i], carried);
            }

            if (law is not null)
            {
                given[carriers.Length] = carried.Law(law, evaluation as Scene, views);
            }

            // A list there is reckoned only when it is looked through.
            var outcome = run(given);
            if (outcome is bool flag && ours is bool known)
            {
                return flag == known ? SecondAnswer.Same
                    : new SecondAnswer(Agreement.Differs, Values.Shown(flag));
            }

            return Values.Same(ours, outcome) ? SecondAnswer.Same
                : new SecondAnswer(Agreement.Differs, Values.Shown(outcome));
        }
        catch (Exception none) when (
            none is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            return new SecondAnswer(Agreement.NoAnswer, $"{none.GetType().Name}: {none.Message}");
        }
        finally
        {
            Array.Clear(given);
            spare = given;
        }
    }

    private static object?[] Rent(int length)
    {
        var room = spare?.Length >= length ? spare : new object?[Math.Max(length, UsualNames)];
        spare = null;
        return room;
    }
}
