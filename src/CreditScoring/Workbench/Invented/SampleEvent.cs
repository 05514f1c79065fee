namespace CreditScoring.Workbench.Invented;

/// <summary>
/// An event that has been thought up but not numbered: that is done in order of days.
/// </summary>
internal sealed class SampleEvent(string kind, DateOnly occurredOn)
{
    public string Kind { get; } = kind;

    public DateOnly OccurredOn { get; } = occurredOn;

    public DateOnly? DecidedOn { get; init; }

    /// <summary>The day on which it becomes known.</summary>
    public DateOnly Known => DecidedOn > OccurredOn ? DecidedOn.Value : OccurredOn;

    /// <summary>What sort of document it is, such as 处罚; null: it has none.</summary>
    public string? DocumentSort { get; init; }

    public SampleEvent? ActsOn { get; init; }

    /// <summary>Whether the event has no subject of its own.</summary>
    public bool Mends { get; init; }

    /// <summary>The code of the enterprise that sold what this one made; null: not named.</summary>
    public string? Seller { get; init; }

    /// <summary>Names and values of the fields; what is null is left out.</summary>
    public IReadOnlyList<(string Name, object? Value)> Fields { get; init; } = [];

    /// <summary>Its number at its source, once it has one.</summary>
    public string? Id { get; set; }
}
