namespace CreditScoring.Law.Language;

/// <summary>
/// A day, none, or one beyond the calendar of working days, of which only the first day that it can be
/// is known. What follows from that alone is answered; of the rest it is told why there is no answer.
/// </summary>
public readonly struct BoundedDay
{
    private readonly DateOnly? day;
    private readonly CannotBeJudged? why;

    /// <summary>A day that is known; null: there is none.</summary>
    public BoundedDay(DateOnly? day) => this.day = day;

    private BoundedDay(CannotBeJudged why) => this.why = why;

    /// <summary>Whether it is known: a day, or that there is none.</summary>
    public bool IsKnown => why is null;

    /// <summary>Whether it is known that there is none.</summary>
    public bool IsMissing => why is null && day is null;

    /// <summary>Why it is not known; null: it is.</summary>
    public CannotBeJudged? Why => why;

    /// <summary>The day; where it is not known, the first that it can be.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public DateOnly Earliest => why?.NotBefore ?? day!.Value;

    /// <summary>The day; where it is not known, the first that it can be; null: there is none.</summary>
    public DateOnly? Bound => IsMissing ? null : Earliest;

    /// <summary>The day; null: there is none.</summary>
    /// <exception cref="CannotBeJudged">It is not known.</exception>
    public DateOnly? Known => why is null ? day : throw why;

    /// <summary>The day, asked of a whole text; null: there is none.</summary>
    /// <exception cref="BeyondTheCalendar">It is not known.</exception>
    public DateOnly? Whole => why is null ? day : throw new BeyondTheCalendar(why);

    /// <summary>One that is not known.</summary>
    /// <param name="why">Why, and the first day that it can be.</param>
    public static BoundedDay Later(CannotBeJudged why) => new(why);

    /// <summary>The same, where there must be one.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public BoundedDay Present() => IsMissing ? throw new InvalidOperationException() : this;

    /// <summary>After a step that never goes back as the day goes on.</summary>
    /// <param name="earliest">Where the step takes <see cref="Earliest"/>.</param>
    public BoundedDay MovedTo(DateOnly earliest) =>
        why is null ? new BoundedDay(earliest) : Later(why.Of(earliest));

    /// <summary>Whether one day is before another; with none it is not.</summary>
    /// <exception cref="CannotBeJudged">What is known of them does not tell.</exception>
    public static bool Less(BoundedDay left, BoundedDay right) =>
        left.IsMissing || right.IsMissing ? false
        : left.IsKnown && right.IsKnown ? left.day < right.day
        : left.IsKnown && left.day < right.Earliest ? true
        : right.IsKnown && right.day <= left.Earliest ? false
        : throw (left.why ?? right.why)!;

    /// <summary>Whether one day is before another or the same; with none it is not.</summary>
    /// <exception cref="CannotBeJudged">What is known of them does not tell.</exception>
    public static bool LessOrEqual(BoundedDay left, BoundedDay right) =>
        !left.IsMissing && !right.IsMissing && !Less(right, left);

    /// <summary>Whether both are one day, or none.</summary>
    /// <exception cref="CannotBeJudged">What is known of them does not tell.</exception>
    public static bool Same(BoundedDay left, BoundedDay right) =>
        left.IsMissing || right.IsMissing ? left.IsMissing && right.IsMissing
        : left.IsKnown && right.IsKnown ? left.day == right.day
        : (left.IsKnown && left.day < right.Earliest) || (right.IsKnown && right.day < left.Earliest) ? false
        : throw (left.why ?? right.why)!;

    /// <summary>The earliest of those that there are.</summary>
    public static BoundedDay Least(BoundedDay[] days) => Chosen(days, (one, other) =>
        one.IsKnown && one.day <= other.Earliest ? one
        : other.IsKnown && other.day <= one.Earliest ? other
        : Either(one, other, one.Earliest < other.Earliest ? one.Earliest : other.Earliest));

    /// <summary>The latest of those that there are.</summary>
    public static BoundedDay Greatest(BoundedDay[] days) => Chosen(days, (one, other) =>
        Either(one, other, one.Earliest > other.Earliest ? one.Earliest : other.Earliest));

    /// <summary>
    /// As it is told: <c>≥ 2027-01-09</c> of one that cannot be earlier.
    /// </summary>
    public override string ToString() => IsMissing ? "null"
        : $"{(IsKnown ? "" : "≥ ")}{Earliest:yyyy-MM-dd}";

    private static BoundedDay Chosen(BoundedDay[] days, Func<BoundedDay, BoundedDay, BoundedDay> of)
    {
        var chosen = default(BoundedDay);
        foreach (var each in days)
        {
            chosen = each.IsMissing ? chosen : chosen.IsMissing ? each : of(chosen, each);
        }

        return chosen;
    }

    /// <summary>One of two; a bound of the outcome is its day where both are known.</summary>
    private static BoundedDay Either(BoundedDay one, BoundedDay other, DateOnly bound) =>
        (one.why ?? other.why) is { } why ? Later(why.Of(bound)) : new BoundedDay(bound);
}

/// <summary>The outcome of a whole text is a day beyond the calendar of working days.</summary>
internal sealed class BeyondTheCalendar(CannotBeJudged why) : Exception(why.Message)
{
    /// <summary>Why it cannot be said, and the first day that it can be.</summary>
    public CannotBeJudged Why { get; } = why;
}
