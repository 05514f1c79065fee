using CreditScoring.Enterprises;
using CreditScoring.Events;

namespace CreditScoring.Service.Corrections;

/// <summary>How a correction stands.</summary>
public enum CorrectionState
{
    /// <summary>It waits for another person.</summary>
    Open,

    /// <summary>Its event was taken in.</summary>
    Confirmed,

    /// <summary>Another person would not have it.</summary>
    Refused,

    /// <summary>Who proposed it would not have it any more.</summary>
    Withdrawn,
}

/// <summary>
/// A correction (更正) of an event that was recorded: what one corrector proposes and another one decides.
/// It is what its acts in the record make it.
/// </summary>
/// <param name="Id">Sixteen hexadecimal digits.</param>
/// <param name="Subject">In whose file it was proposed.</param>
/// <param name="Target">The event that it corrects.</param>
/// <param name="Kind">The kind of the mending event.</param>
public sealed record Correction(string Id, Subject Subject, EventId Target, string Kind)
{
    /// <summary>The mending event as it will be sent, JSON.</summary>
    public required string Text { get; init; }

    /// <summary>Why, as who proposed it says.</summary>
    public required string Reason { get; init; }

    /// <summary>The target of the person who proposed it.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What it was seen to change: when it was proposed, once confirmed when that was.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>Null: nobody has decided yet.</summary>
    public Settlement? Settlement { get; init; }

    public CorrectionState State => Settlement?.State ?? CorrectionState.Open;

    /// <summary>The id of the mending event at the source of its target: the same whoever sends it.</summary>
    public static string EventIdOf(string id) => $"correction-{id}";
}

/// <summary>How a correction ended.</summary>
/// <param name="By">The target of the person who decided.</param>
/// <param name="Reason">Null: none had to be said.</param>
/// <param name="IsApart">Whether it is known that this is another person than who proposed it.</param>
public sealed record Settlement(
    CorrectionState State, string By, DateTimeOffset At, string? Reason, bool IsApart);

/// <summary>
/// Where a subject stands in a regime without a correction and with it, on the day on which that was seen.
/// </summary>
public sealed record Effect(Subject Subject, string Regime)
{
    /// <summary>Null: not judged, or it did not stand in the regime.</summary>
    public string? TierBefore { get; init; }

    public string? TierAfter { get; init; }

    /// <summary>Null: the regime has no points.</summary>
    public decimal? PointsBefore { get; init; }

    public decimal? PointsAfter { get; init; }

    /// <summary>Whether anything of the standing differs, be it a duty or a frequency.</summary>
    public bool Changes { get; init; }
}
