using CreditScoring.Documents;

namespace CreditScoring.Law.Expressions.Lists;

/// <summary>
/// Rule text is untrusted: every item of a collection that is looked at costs one step.
/// </summary>
internal static class Budget
{
    public static void Spend(Evaluation evaluation)
    {
        if (--evaluation.StepsLeft < 0)
        {
            throw Spent();
        }
    }

    private static CannotBeJudged Spent() => new(default, new Wording("步数过多", "too many steps"));
}
