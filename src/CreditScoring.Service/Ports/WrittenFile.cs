using CreditScoring.Files;

namespace CreditScoring.Service.Ports;

/// <summary>
/// What the record has of a file since it was last assessed here: what need not be written again.
/// </summary>
public sealed record WrittenFile(KeptFile File, IReadOnlyList<Listing> Listings)
{
    /// <summary>Whether a standing, and how lists look for it, are kept just so.</summary>
    public bool Has(KeptStanding standing, Listing listing, SubjectProfile profile) =>
        File.Profile == profile && Standing(standing.Regime) == standing
        && Listing.Of(standing.Regime, Listings) == listing;

    /// <summary>The standing in a regime; null: it had none.</summary>
    public KeptStanding? Standing(string regime)
    {
        foreach (var each in File.Standings)
        {
            if (each.Regime == regime)
            {
                return each;
            }
        }

        return null;
    }
}
