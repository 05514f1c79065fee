using System.Collections.Immutable;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Packs;
using CreditScoring.Ledger;

namespace CreditScoring.Standings;

/// <summary>An entry within its term, and the rule that can carry it over.</summary>
public sealed record EntryInTerm(Entry Entry, PointsRule Rule, RulePack Pack);

/// <summary>
/// The entries of a file within their term at the end of a day, which of them count, and the lines
/// that the ledger owes to them so far; a value.
/// </summary>
public sealed class EntryBook
{
    public static readonly EntryBook Empty = new(
        SharedList<EntryInTerm>.Empty, SharedList<Entry>.Empty, SharedList<BookingLine>.Empty,
        ImmutableDictionary<string, Booking>.Empty, DateOnly.MaxValue, false, [], []);

    private readonly ImmutableDictionary<string, Booking> open;
    private readonly bool grouped;
    private readonly IReadOnlyList<Entry> factors;

    private EntryBook(
        SharedList<EntryInTerm> held, SharedList<Entry> counting, SharedList<BookingLine> lines,
        ImmutableDictionary<string, Booking> open, DateOnly turnsOn, bool grouped,
        IReadOnlyList<Entry> factors, IReadOnlyList<EntryInTerm> gone)
    {
        Held = held;
        Gone = gone;
        Counting = counting;
        Lines = lines;
        TurnsOn = turnsOn;
        this.open = open;
        this.grouped = grouped;
        this.factors = factors;
    }

    /// <summary>
    /// All within their term, also those that wait or that a graver one of their group beats.
    /// </summary>
    public SharedList<EntryInTerm> Held { get; }

    /// <summary>Those that were cleared before their term was over, in the order of that.</summary>
    public IReadOnlyList<EntryInTerm> Gone { get; }

    /// <summary>What counts: what rules and the standing see as <c>entries</c>.</summary>
    public SharedList<Entry> Counting { get; }

    /// <summary>What counts but for static attributes, which are not judged on one another.</summary>
    public IReadOnlyList<Entry> OfEvents => HasFactors
        ? [.. Counting.Where(entry => entry.Happened != RaisedKinds.OfTheSubject)] : Counting;

    /// <summary>What counts, and after it what a graver one of its group beats on a day.</summary>
    public IReadOnlyList<Entry> BegunBy(DateOnly day) => !grouped ? Counting
        : [.. Counting.Union<Entry>(
            Held.Select(each => each.Entry).Where(entry => entry.From <= day),
            ReferenceEqualityComparer.Instance)];

    /// <summary>What happened to bookings, in order.</summary>
    public SharedList<BookingLine> Lines { get; }

    /// <summary>The next day on which one of them begins or lapses.</summary>
    public DateOnly TurnsOn { get; }

    /// <summary>Whether entries of static attributes stand.</summary>
    public bool HasFactors => factors.Count > 0;

    /// <summary>
    /// The register with the entries of static attributes of a day, which take the place of those
    /// that stood before; one that says the same goes on as booked.
    /// </summary>
    public EntryBook WithFactors(IReadOnlyList<Entry> stand, DateOnly day)
    {
        var kept = stand.Select(entry => factors.FirstOrDefault(
            old => old.Rule == entry.Rule && old.Points == entry.Points && old.Pack == entry.Pack) ?? entry);
        var now = kept.ToArray();
        return now.SequenceEqual(factors, ReferenceEqualityComparer.Instance) ? this
            : new EntryBook(Held, Counting, Lines, open, TurnsOn, grouped, now, Gone).Settled(Held, day);
    }

    /// <summary>
    /// The register with an entry made on a day; one that has lapsed already, or will have before it
    /// begins, changes nothing.
    /// </summary>
    public EntryBook With(EntryInTerm made, DateOnly day)
    {
        if (made.Entry.LapsesOn <= day || made.Entry.LapsesOn <= made.Entry.From)
        {
            return this;
        }

        var held = Held.Add(made);
        if (grouped || HasFactors || made.Entry.Group is not null || made.Entry.From > day)
        {
            return Settled(held, day);
        }

        var turnsOn = made.Entry.LapsesOn is { } lapse && lapse < TurnsOn ? lapse : TurnsOn;
        var booking = BookingLine.Of(made.Entry, day);
        return new EntryBook(
            held, Counting.Add(made.Entry), Lines.Add(new BookingLine(null, booking)),
            open.Add(made.Entry.Id, booking), turnsOn, false, factors, Gone);
    }

    /// <summary>
    /// The register once the day's time has done its work: what lapses is gone, except what carries
    /// over, which has a new term.
    /// </summary>
    /// <param name="renewed">Asked of each entry whose term ends; the entry with its new term, or
    /// null.</param>
    public EntryBook AtTheTurnOf(DateOnly day, Func<EntryInTerm, Entry?> renewed)
    {
        var held = new List<EntryInTerm>(Held.Count);
        foreach (var each in Held)
        {
            if (!(each.Entry.LapsesOn <= day))
            {
                held.Add(each);
            }
            else if (renewed(each) is { } entry && !(entry.LapsesOn <= day))
            {
                held.Add(each with { Entry = entry });
            }
        }

        return Settled(SharedList<EntryInTerm>.Of(held), day);
    }

    /// <summary>The entries of an event that are within their term.</summary>
    public IReadOnlyList<EntryInTerm> HeldOf(Happening fact) =>
        [.. Held.Where(each => ReferenceEquals(each.Entry.Happened, fact))];

    /// <summary>
    /// The register with other entries of an event from a day on, in the place of those that it has; one
    /// that has lapsed by then changes nothing.
    /// </summary>
    public EntryBook Instead(Happening fact, IReadOnlyList<EntryInTerm> entries, DateOnly day)
    {
        var stand = entries.Where(
            each => !(each.Entry.LapsesOn <= day) && !(each.Entry.LapsesOn <= each.Entry.From));
        var place = Held.TakeWhile(each => !ReferenceEquals(each.Entry.Happened, fact)).Count();
        return Settled(
            SharedList<EntryInTerm>.Of(Held.Take(place).Concat(stand).Concat(
                Held.Skip(place).Where(each => !ReferenceEquals(each.Entry.Happened, fact)))),
            day);
    }

    /// <summary>The register without entries that are cleared on a day.</summary>
    /// <param name="keeps">Whether they are remembered, so that a rule can restore them.</param>
    public EntryBook Without(IReadOnlyCollection<Entry> cleared, DateOnly day, bool keeps) => Settled(
        SharedList<EntryInTerm>.Of(Held.Where(each => !cleared.Contains(each.Entry))), day,
        keeps ? [.. Gone, .. Held.Where(each => cleared.Contains(each.Entry))] : null);

    /// <summary>The register without what an event cleared, with what it restored and what it made.</summary>
    /// <param name="keeps">Whether what is cleared is remembered, so that a rule can restore it.</param>
    internal EntryBook After(Outcome outcome, DateOnly day, bool keeps)
    {
        var register = outcome.Cleared.Count == 0 ? this : Without(outcome.Cleared, day, keeps);
        register = outcome.Restored.Count == 0 ? register : register.WithAgain(outcome.Restored, day);
        foreach (var made in outcome.Made)
        {
            register = register.With(made, day);
        }

        return register;
    }

    /// <summary>
    /// The register with entries that were cleared before, as they were; what has lapsed stays gone.
    /// </summary>
    private EntryBook WithAgain(IReadOnlyCollection<EntryInTerm> restored, DateOnly day) => Settled(
        SharedList<EntryInTerm>.Of(Held.Concat(restored.Where(each => !(each.Entry.LapsesOn <= day)))),
        day, [.. Gone.Except(restored)]);

    /// <summary>Finds who counts, and books the difference to who counted before.</summary>
    /// <param name="leaving">What is gone then; null: the same as before.</param>
    private EntryBook Settled(
        SharedList<EntryInTerm> held, DateOnly day, IReadOnlyList<EntryInTerm>? leaving = null)
    {
        var counting = SharedList<Entry>.Of(WhoCounts(held, day).Concat(factors));
        var books = new BookingLines(Lines, open.ToBuilder());
        var gone = open.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var entry in counting)
        {
            gone.Remove(entry.Id);
            books.Counts(entry, day);
        }

        foreach (var id in gone.Order(StringComparer.Ordinal))
        {
            books.Ends(id, day);
        }

        return new EntryBook(
            held, counting, books.Lines, books.Open.ToImmutable(), Turn(held, day),
            held.Any(each => each.Entry.Group is not null), factors, leaving ?? Gone);
    }

    /// <summary>Of a group the one with most points, the first of equals.</summary>
    private static IEnumerable<Entry> WhoCounts(SharedList<EntryInTerm> held, DateOnly day)
    {
        var gravest = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var entry in held.Select(each => each.Entry).Where(entry => entry.From <= day))
        {
            if (entry.Group is { } key
                && (!gravest.TryGetValue(key, out var known) || entry.Points.Value > known.Points.Value))
            {
                gravest[key] = entry;
            }
        }

        return held.Select(each => each.Entry).Where(entry => entry.From <= day
            && (entry.Group is null || ReferenceEquals(gravest[entry.Group], entry)));
    }

    private static DateOnly Turn(SharedList<EntryInTerm> held, DateOnly day)
    {
        var next = DateOnly.MaxValue;
        foreach (var each in held)
        {
            var turn = each.Entry.From > day ? each.Entry.From : each.Entry.LapsesOn ?? next;
            next = turn < next ? turn : next;
        }

        return next;
    }

    /// <summary>Writes the lines that follow when entries begin or cease to count on a day.</summary>
    /// <param name="lines">The lines so far.</param>
    /// <param name="open">The bookings of the entries that count, by entry id.</param>
    private sealed class BookingLines(
        SharedList<BookingLine> lines, ImmutableDictionary<string, Booking>.Builder open)
    {
        public SharedList<BookingLine> Lines { get; private set; } = lines;

        public ImmutableDictionary<string, Booking>.Builder Open { get; } = open;

        /// <summary>An entry counts: it begins, has a new term, or goes on as booked.</summary>
        public void Counts(Entry entry, DateOnly day)
        {
            var known = Open.GetValueOrDefault(entry.Id);
            if (known is not null && (known.Points != entry.Points || known.Pack != entry.Pack))
            {
                Ends(entry.Id, day);
                known = null;
            }

            var booking = known is null ? BookingLine.Of(entry, day) : known with { Until = entry.LapsesOn };
            if (booking != known)
            {
                Open[entry.Id] = booking;
                Lines = Lines.Add(new BookingLine(known, booking));
            }
        }

        /// <summary>An entry counts no longer: as booked, or earlier.</summary>
        public void Ends(string id, DateOnly day)
        {
            var known = Open[id];
            Open.Remove(id);
            if (!(known.Until <= day))
            {
                Lines = Lines.Add(
                    new BookingLine(known, known.From == day ? null : known with { Until = day }));
            }
        }
    }
}
