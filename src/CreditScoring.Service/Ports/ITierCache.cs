namespace CreditScoring.Service.Ports;

/// <summary>
/// Tiers for readers that ask often: a copy of the record's standings, and never more. It may be
/// lost at any moment, wholly or back to an older state, and then says that it is not whole.
/// </summary>
/// <remarks>
/// A standing is never replaced by one of an older revision, and disappears by itself on the day on
/// which it would change: nobody reads a stale tier. Every call may throw <see
/// cref="TransportUnavailable"/>; what it should have done is then done again.
/// </remarks>
public interface ITierCache
{
    /// <summary>
    /// Up to which change of the record it is whole; null: it has to be filled anew.
    /// </summary>
    Task<long?> PositionAsync();

    /// <summary>Filling begins; until <see cref="ReachAsync"/> it is not whole.</summary>
    /// <param name="clear">Remove all first: what is in it may be of another record.</param>
    Task BeginAsync(bool clear);

    Task PutAsync(IReadOnlyCollection<KeptStanding> standings);

    /// <summary>It now holds all changes up to a position.</summary>
    /// <returns>False: it was lost meanwhile, and has to be filled anew.</returns>
    Task<bool> ReachAsync(long position);
}
