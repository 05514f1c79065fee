using CreditScoring.Cli.Words;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Cli;

/// <summary>
/// One line on what came out otherwise than a case says; a cause names what follows from it.
/// </summary>
internal static class DifferenceText
{
    public static string Of(RuleSelection rules, Difference each, string language)
    {
        var place = $"{rules.Shown(each.Place)}";
        return (each.Cause is { } cause
            ? Phrases.NotJudged(place, $"{rules.Shown(cause.Place)}", cause.What, each.Following)
            : Phrases.Difference(place, each.On, each.Path, each.Expected, each.Actual)).In(language);
    }
}
