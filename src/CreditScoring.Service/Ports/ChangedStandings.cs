namespace CreditScoring.Service.Ports;

/// <summary>The standings that have changed after a position, as they are now.</summary>
/// <param name="Last">The position up to which these are all changes.</param>
/// <param name="Highest">The position of the record's latest change.</param>
/// <param name="Complete">Whether the record still knows all changes after the position asked for;
/// if not, who follows them has to read all standings anew.</param>
/// <param name="Standings">As they are now, without their rest: an empty object.</param>
public sealed record ChangedStandings(
    long Last, long Highest, bool Complete, IReadOnlyList<KeptStanding> Standings)
{
    /// <summary>So many changes a record remembers: who is further behind reads all standings anew.</summary>
    public const long Remembered = 200_000;
}
