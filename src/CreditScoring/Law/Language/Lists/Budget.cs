using CreditScoring.Documents;

namespace CreditScoring.Law.Language.Lists;

/// <summary>
/// Rule text is untrusted: every item of a collection that is looked at costs one step, and one more
/// for each stretch of a text that is told apart from others.
/// </summary>
internal static class Budget
{
    private const int Stretch = 64;

    public static void Spend(Evaluation evaluation)
    {
        if (--evaluation.StepsLeft < 0)
        {
            throw Spent();
        }
    }

    /// <summary>An item that a set is asked about: all of a text is read for that.</summary>
    public static T Weigh<T>(Evaluation evaluation, T item)
    {
        if (item is string text)
        {
            evaluation.StepsLeft -= text.Length / Stretch;
        }

        return item;
    }

    private static CannotBeJudged Spent() =>
        new(default, new Wording("步数过多", "too many steps")) { IsOverBudget = true };
}
