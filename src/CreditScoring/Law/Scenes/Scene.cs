using CreditScoring.Enterprises;
using CreditScoring.Law.Expressions;

namespace CreditScoring.Law.Scenes;

/// <summary>
/// What a rule sees while it is judged: what stands at that moment in one file and regime. Whoever
/// changes anything in it calls <see cref="Changed"/>, so that named values are reckoned again.
/// </summary>
public sealed class Scene : Evaluation
{
    private readonly Remembered[] memory;
    private long moment = 1;

    /// <param name="subject">Whose file it is.</param>
    /// <param name="namedValues">How many named values the packs of the regime have at most.</param>
    public Scene(Subject subject, int namedValues)
    {
        Subject = new SubjectView(this, subject, null);
        memory = new Remembered[namedValues];
    }

    public SubjectView Subject { get; }

    /// <summary>The event judged; null where none is. Local parameters read it, hence the new moment.</summary>
    public Happening? Happened
    {
        get;
        set
        {
            field = value;
            Changed();
        }
    }

    public IReadOnlyList<Happening> Events { get; set; } = [];

    /// <summary>The events of kind <c>profile</c> among them.</summary>
    public IReadOnlyList<Happening> Profiles { get; set; } = [];

    public IReadOnlyList<Entry> Entries { get; set; } = [];

    public IReadOnlyList<Duty> Duties { get; set; } = [];

    /// <summary>The tier of the day, from the tier role on.</summary>
    public string? Tier { get; set; }

    public Night Previous { get; set; } = Night.BeforeTheFile;

    public TierHistory History { get; set; } = TierHistory.Empty;

    /// <summary>Names of the steps in force.</summary>
    public IReadOnlyCollection<string> Running { get; set; } = [];

    /// <summary>The entry asked about in <c>carriesOver</c>.</summary>
    public Entry? Entry { get; set; }

    /// <summary>The law day from which a term is reckoned in <c>lapsesOn</c> and <c>carriesOver</c>.</summary>
    public DateOnly From { get; set; }

    /// <summary>Forgets the named values: something that they may read is no longer the same.</summary>
    public void Changed() => moment++;

    /// <summary>
    /// A named value at this moment, reckoned once. Versions of a pack share places, so a place says
    /// whose value it holds.
    /// </summary>
    public object? Reckon(NamedValue named)
    {
        ref var known = ref memory[named.Slot];
        if (known.Moment != moment || known.Day != Day || !ReferenceEquals(known.Named, named))
        {
            var outer = StableUntil;
            StableUntil = DateOnly.MaxValue;
            try
            {
                var value = named.Formula.EvaluateAny(this);
                known = new Remembered(named, moment, Day, value, StableUntil);
            }
            finally
            {
                ChangesOn(outer);
            }
        }

        ChangesOn(known.StableUntil);
        return known.Value;
    }

    private readonly record struct Remembered(
        NamedValue Named, long Moment, DateOnly Day, object? Value, DateOnly StableUntil);
}

/// <summary>A named expression of a pack, bound, with its own place in a scene's memory.</summary>
public sealed record NamedValue(string Name, Formula Formula, int Slot);

/// <summary>How last night ended: the tier and the day since which it has held.</summary>
/// <param name="Tier">Null before the file began.</param>
public sealed record Night(string? Tier, DateOnly Since)
{
    public static readonly Night BeforeTheFile = new(null, DateOnly.MinValue);
}
