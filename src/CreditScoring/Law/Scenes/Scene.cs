using CreditScoring.Enterprises;
using CreditScoring.Law.Language;

namespace CreditScoring.Law.Scenes;

/// <summary>
/// What a rule sees while it is judged: what stands at that moment in one file and regime. It is
/// changed by a few verbs only, each of which begins another moment where a named value may read what
/// it changes, so that nobody reads what was reckoned of another moment.
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

    /// <summary>The event judged; null where none is.</summary>
    public Happening? Happened { get; private set; }

    public IReadOnlyList<Happening> Events { get; private set; } = [];

    /// <summary>The events of kind <c>profile</c> among them.</summary>
    public IReadOnlyList<Happening> Profiles { get; private set; } = [];

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public IReadOnlyList<Duty> Duties { get; private set; } = [];

    /// <summary>The tier of the day, from the tier role on.</summary>
    public string? Tier { get; private set; }

    public Night Previous { get; private set; } = Night.BeforeTheFile;

    public TierHistory History { get; private set; } = TierHistory.Empty;

    /// <summary>Names of the steps in force.</summary>
    public IReadOnlyCollection<string> Running { get; private set; } = [];

    /// <summary>The entry asked about in <c>carriesOver</c> and <c>restores</c>.</summary>
    public Entry? Entry { get; private set; }

    /// <summary>
    /// The law day from which a term is reckoned in <c>lapsesOn</c> and <c>carriesOver</c>.
    /// </summary>
    public DateOnly From { get; private set; }

    /// <summary>Turns to a day, and to how the night before it ended.</summary>
    public void Face(DateOnly day, Night previous)
    {
        Day = day;
        Previous = previous;
        moment++;
    }

    /// <summary>Shows what stands; no event is judged and no entry asked about.</summary>
    public void Show(in WhatStands stands)
    {
        Events = stands.Events;
        Profiles = stands.Profiles;
        Entries = stands.Entries;
        Duties = stands.Duties;
        Running = stands.Running;
        History = stands.History;
        Entry = null;
        Happened = null;
        moment++;
    }

    /// <summary>Shows these entries in place of those that stand.</summary>
    public void ShowEntries(IReadOnlyList<Entry> entries)
    {
        Entries = entries;
        moment++;
    }

    /// <summary>Judges an event; null: none any more. What a rule names of its own reads it.</summary>
    public void Meet(Happening? happened)
    {
        Happened = happened;
        moment++;
    }

    /// <summary>Asks about an entry; the event judged stays. No named value can read it.</summary>
    public void Ask(Entry entry) => Entry = entry;

    /// <summary>Asks about an entry whose term ends, and reckons a new one from a law day.</summary>
    public void Renew(Entry entry, DateOnly from)
    {
        Ask(entry);
        Meet(entry.Happened);
        ReckonFrom(from);
    }

    /// <summary>Reckons a term from a law day, which no named value can read.</summary>
    public void ReckonFrom(DateOnly day) => From = day;

    /// <summary>Says the tier of the day, which what a rule of the frequency names may read.</summary>
    public void Rank(string? tier)
    {
        if (tier != Tier)
        {
            Tier = tier;
            moment++;
        }
    }

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

    /// <summary>A named value that is a day, also one beyond the calendar.</summary>
    public BoundedDay ReckonDay(NamedValue named)
    {
        try
        {
            return new BoundedDay((DateOnly?)Reckon(named));
        }
        catch (CannotBeJudged why) when (why.NotBefore is not null)
        {
            return BoundedDay.Later(why);
        }
    }

    private readonly record struct Remembered(
        NamedValue Named, long Moment, DateOnly Day, object? Value, DateOnly StableUntil);
}

/// <summary>What stands in one file and regime, as rules see it.</summary>
/// <param name="Events">Taken in so far, in order.</param>
/// <param name="Profiles">Those of kind <c>profile</c> among them.</param>
/// <param name="Entries">Those that count.</param>
/// <param name="Duties">In the order in which they arose, whatever became of them.</param>
/// <param name="Running">Names of the steps in force.</param>
/// <param name="History">The tiers up to the night before.</param>
public readonly record struct WhatStands(
    IReadOnlyList<Happening> Events, IReadOnlyList<Happening> Profiles, IReadOnlyList<Entry> Entries,
    IReadOnlyList<Duty> Duties, IReadOnlyCollection<string> Running, TierHistory History);

/// <summary>A named expression of a pack, bound, with its own place in a scene's memory.</summary>
public sealed record NamedValue(string Name, Formula Formula, int Slot);

/// <summary>How last night ended: the tier and the day since which it has held.</summary>
/// <param name="Tier">Null before the file began.</param>
public sealed record Night(string? Tier, DateOnly Since)
{
    public static readonly Night BeforeTheFile = new(null, DateOnly.MinValue);
}
