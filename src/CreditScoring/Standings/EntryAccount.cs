using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>What became of an entry that a rule made, on the day of a standing.</summary>
public enum EntryState
{
    /// <summary>It is one of the standing's entries.</summary>
    Counts,

    /// <summary>It counts from a later day on.</summary>
    Waits,

    /// <summary>Another of its group is as grave or graver, and only one of them counts.</summary>
    Absorbed,

    /// <summary>A rule made it lapse when a later event met it.</summary>
    Cleared,

    /// <summary>Its term is over, or was before it could begin.</summary>
    Lapsed,

    /// <summary>A later version judges the event in the place of the one that made it.</summary>
    Replaced,

    /// <summary>The file cannot be judged on the day, or does not stand in the regime.</summary>
    NotJudged,
}

/// <summary>An entry that a rule made of an event, and whether it counts.</summary>
/// <param name="Entry">As it was made, or with its last term where it was carried over.</param>
public sealed record EntryAccount(Entry Entry, EntryState State)
{
    /// <summary>Its term ended at least once and was carried over.</summary>
    public bool CarriedOver { get; init; }

    /// <summary>The day on which it began not to count, or will begin to; null: it counts.</summary>
    public DateOnly? On { get; init; }

    /// <summary>
    /// The day from which it counts again, after it had been cleared; null: it was never cleared, or does
    /// not count.
    /// </summary>
    public DateOnly? RestoredOn { get; init; }

    /// <summary>
    /// The article by which it does not count; null: it counts, or its own article says so.
    /// </summary>
    public string? Citation { get; init; }

    /// <summary>The entry of its group that counts in its place.</summary>
    public Entry? Absorbing { get; init; }

    /// <summary>The event that cleared it.</summary>
    public Happening? ClearedBy { get; init; }

    /// <summary>The name of the rule that cleared it.</summary>
    public string? ClearedUnder { get; init; }

    /// <summary>As JSON names the state.</summary>
    public string StateName => State switch
    {
        EntryState.Counts => "counts",
        EntryState.Waits => "waits",
        EntryState.Absorbed => "absorbed",
        EntryState.Cleared => "cleared",
        EntryState.Lapsed => "lapsed",
        EntryState.Replaced => "replaced",
        _ => "not-judged",
    };
}

/// <summary>That an event made an entry lapse, under which rule and when.</summary>
internal sealed record Clearance(Happening By, PointsRule Rule, DateOnly On);
