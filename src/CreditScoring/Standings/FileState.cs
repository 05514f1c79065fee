using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>
/// The state of a file in a regime at the end of a day: a value, from which the walk can be resumed
/// with later events only.
/// </summary>
public sealed record FileState
{
    public static readonly FileState BeforeTheFile = new();

    /// <summary>The last day walked.</summary>
    public DateOnly Day { get; init; } = DateOnly.MinValue;

    /// <summary>The events taken in, in order.</summary>
    public EventsByKind Events { get; init; } = EventsByKind.Empty;

    /// <summary>Those of kind <c>profile</c> among them.</summary>
    public SharedList<Happening> Profiles { get; init; } = SharedList<Happening>.Empty;

    /// <summary>Events that no version of the regime covers: they make no entry.</summary>
    public SharedList<Happening> Uncovered { get; init; } = SharedList<Happening>.Empty;

    public EntryBook Register { get; init; } = EntryBook.Empty;

    /// <summary>What versions to come make of what is taken in: weighed on their first days.</summary>
    public SharedList<Hindsight> Awaited { get; init; } = SharedList<Hindsight>.Empty;

    public DutyBook Duties { get; init; } = DutyBook.Empty;

    public StepBook Steps { get; init; } = StepBook.Empty;

    /// <summary>The tiers up to the day, its own included.</summary>
    public TierHistory History { get; init; } = TierHistory.Empty;

    public Locks Locks { get; init; } = Locks.None;

    /// <summary>The steps that rules have taken on the days of events so far.</summary>
    public long Spent { get; init; }

    /// <summary>The rung that decided the day's tier.</summary>
    public string? TierRule { get; init; }

    /// <summary>
    /// The next day on which something can come out differently with no new event; an earlier day may
    /// be named in vain, a later one never.
    /// </summary>
    public DateOnly WakesOn { get; init; } = DateOnly.MaxValue;

    /// <summary>The very state where these are what it has: most days turn nothing.</summary>
    internal FileState With(EntryBook register) =>
        ReferenceEquals(register, Register) ? this : this with { Register = register };

    /// <inheritdoc cref="With(EntryBook)"/>
    internal FileState With(DutyBook duties) =>
        ReferenceEquals(duties, Duties) ? this : this with { Duties = duties };

    /// <inheritdoc cref="With(EntryBook)"/>
    internal FileState With(StepBook steps) =>
        ReferenceEquals(steps, Steps) ? this : this with { Steps = steps };
}
