using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion;

namespace CreditScoring.Service.SecondOpinions;

/// <summary>
/// The second engine as it judged beside at another time, for what was known then and what is judged
/// again. Its differences are part of the answer and degrade nothing: they are none of the rules in use.
/// </summary>
public static class FormerEngines
{
    /// <summary>Name and version of the one that this program has.</summary>
    public static string Name { get; } = new PackageEngine().Name;

    /// <param name="mode">How it judged; another version is not here, and this one is asked instead.</param>
    /// <returns>Null: ours alone judges.</returns>
    public static Seconding? Of(JudgingMode mode) =>
        mode.Engine is null ? null : new Seconding(new PackageEngine(), mode.Share);
}
