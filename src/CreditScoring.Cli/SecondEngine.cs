using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion;

namespace CreditScoring.Cli;

/// <summary>On the command line Microsoft RulesEngine is always asked too.</summary>
internal static class SecondEngine
{
    /// <param name="told">Told of each answer that is not the same; null: nobody.</param>
    /// <param name="engine">Another one in its place; null: none.</param>
    public static Seconding Always(
        Action<EngineDifference>? told = null, ISecondEngine? engine = null) =>
        new(engine ?? new PackageEngine(), 1, told);
}
