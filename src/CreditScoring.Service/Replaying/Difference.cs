namespace CreditScoring.Service.Replaying;

/// <summary>Something that the record holds otherwise than its events make it.</summary>
/// <param name="Where">A subject, an event, or the record.</param>
/// <param name="What">
/// The part that differs: event, filing, waiting, ledger, standing, recommendation.
/// </param>
/// <param name="Kept">What is stored.</param>
/// <param name="Rebuilt">What comes of the events.</param>
public sealed record Difference(string Where, string What, string Kept, string Rebuilt)
{
    /// <summary>A file was judged by what is not at hand.</summary>
    public static Difference OfJudging(string where, string kept, string atHand) => new(
        where, "standing", $"by {kept}",
        $"by {atHand}; start the service with these rules once, and it assesses the file again");

    public override string ToString() => $"{Where}: {What}: kept {Kept}, rebuilt {Rebuilt}";
}
