namespace CreditScoring.Draws;

/// <summary>One layer of a draw (层), such as a tier, and how many of it are drawn.</summary>
/// <param name="Name">Such as D.</param>
/// <param name="Share">Of the objects that are in the draw.</param>
/// <param name="Least">Fewest objects, where there are so many and the share is above zero.</param>
/// <param name="Most">Most objects; null: no bound.</param>
public sealed record Stratum(string Name, Share Share, int Least, int? Most)
{
    /// <summary>How many of a population are drawn.</summary>
    public int Drawn(int population, Rounding rounding)
    {
        var least = Share.IsZero ? 0 : Math.Max(Least, Share.Of(population, rounding));
        return Math.Min(population, Math.Min(Most ?? population, least));
    }
}
