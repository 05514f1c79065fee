namespace CreditScoring.Effects;

/// <summary>The bounds of what a figure may be, both included (置信区间).</summary>
public readonly record struct Bounds(double Low, double High);

/// <summary>How many of some visits found a violation (命中率).</summary>
/// <param name="Visits">So many were made.</param>
/// <param name="Hits">So many found a violation.</param>
public readonly record struct HitRate(int Visits, int Hits)
{
    /// <summary>Of the normal distribution, for 95 of 100.</summary>
    internal const double Z = 1.959963984540054;

    /// <summary>From 0 to 1; null: no visit was made.</summary>
    public double? Rate => Visits == 0 ? null : (double)Hits / Visits;

    /// <summary>
    /// Wilson's score interval at 95 %, without correction for continuity; null: no visit was made.
    /// </summary>
    /// <remarks>Wilson, J. Am. Stat. Assoc. 22 (1927) 209; method 3 of Newcombe, Stat. Med. 17 (1998) 857.
    /// </remarks>
    public Bounds? Wilson
    {
        get
        {
            if (Rate is not { } rate)
            {
                return null;
            }

            var (n, square) = ((double)Visits, Z * Z);
            var middle = (rate + (square / (2 * n))) / (1 + (square / n));
            var half = Z / (1 + (square / n))
                * Math.Sqrt((rate * (1 - rate) / n) + (square / (4 * n * n)));
            return new Bounds(
                Hits == 0 ? 0 : Math.Max(0, middle - half), Hits == Visits ? 1 : Math.Min(1, middle + half));
        }
    }

    public static HitRate Of(IEnumerable<ObservedVisit> visits)
    {
        var all = visits.ToList();
        return new HitRate(all.Count, all.Count(each => each.IsHit));
    }
}
