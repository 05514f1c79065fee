namespace CreditScoring.Effects;

/// <summary>
/// How many times as often a visit by risk finds a violation as one of a plain random plan (提升倍数).
/// </summary>
/// <param name="Plain">
/// The rate that a plain random plan of the same objects would have: the rates of drawn visits by tier,
/// each with the share of the objects that are of the tier.
/// </param>
/// <param name="Covered">
/// The share of the objects whose tier has drawn visits, from 0 to 1: of the others the draws say nothing.
/// </param>
/// <param name="Times">Null: the plain plan would find nothing.</param>
/// <param name="Bounds">
/// At 95 %, on the scale of logarithms; null: one of the two found nothing.
/// </param>
public sealed record Lift(double Plain, double Covered, double? Times, Bounds? Bounds)
{
    /// <param name="byRisk">Visits by risk.</param>
    /// <param name="drawn">Drawn visits by tier.</param>
    /// <param name="objects">How many objects are of each tier.</param>
    /// <returns>Null: no visit was made by risk, or none was drawn.</returns>
    /// <remarks>
    /// Var(ln p) = Var(p)/p² of each rate, and the sum of both for their ratio: with one tier that is the
    /// interval of Katz and others, Biometrics 34 (1978) 469.
    /// </remarks>
    public static Lift? Of(
        HitRate byRisk, IReadOnlyDictionary<string, HitRate> drawn, IReadOnlyDictionary<string, int> objects)
    {
        var tiers = drawn.Where(each => each.Value.Visits > 0 && objects.GetValueOrDefault(each.Key) > 0)
            .ToList();
        double all = objects.Values.Sum(), known = tiers.Sum(each => objects[each.Key]);
        if (byRisk.Rate is not { } rate || known == 0)
        {
            return null;
        }

        var (plain, spread) = (0d, 0d);
        foreach (var (tier, of) in tiers)
        {
            var (weight, hit) = (objects[tier] / known, of.Rate!.Value);
            plain += weight * hit;
            spread += weight * weight * hit * (1 - hit) / of.Visits;
        }

        if (plain == 0 || rate == 0)
        {
            return new Lift(plain, known / all, plain == 0 ? null : 0, null);
        }

        var times = rate / plain;
        var half = HitRate.Z
            * Math.Sqrt(((1 - rate) / (rate * byRisk.Visits)) + (spread / (plain * plain)));
        return new Lift(
            plain, known / all, times, new Bounds(times * Math.Exp(-half), times * Math.Exp(half)));
    }
}
