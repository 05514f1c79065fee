using CreditScoring.Enterprises;

namespace CreditScoring.Service.Backtests;

/// <summary>A subject, and among whom it is counted, so that a rule that is unfair to some shows.</summary>
/// <param name="Region">Six digits; null: not known.</param>
/// <param name="Industry">Its code; null: not known.</param>
internal sealed record CountedSubject(Subject Subject, string? Region, string? Industry)
{
    private const string Unknown = "-";
    private const int PlaceDigits = 4;

    /// <summary>As its profile says; null: not known.</summary>
    public string? Size { get; init; }

    /// <summary>The place by which supervision is organised: four digits.</summary>
    public string Place => Region is { Length: >= PlaceDigits } ? Region[..PlaceDigits] : Unknown;

    /// <summary>The section of the industry, a letter; null: not known.</summary>
    public string? Section => Industry is { Length: > 0 } code ? code[..1] : null;

    public IEnumerable<(string What, string Of)> Groups =>
        [("region", Place), ("industry", Section ?? Unknown), ("size", Size ?? Unknown)];
}
