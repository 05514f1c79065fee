using System.Collections.Immutable;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>A duty and the rule that says what fulfils it.</summary>
public sealed record DutyInForce(Duty Duty, DutyRule Rule);

/// <summary>The duties of a file; a value. Open ones are kept apart, since only they are looked at.</summary>
public sealed record DutyBook
{
    public static readonly DutyBook Empty = new();

    /// <summary>All duties in the order in which they arose, by their present state.</summary>
    public ImmutableList<Duty> All { get; private init; } = [];

    public bool AnyOpen => !Open.IsEmpty;

    /// <summary>The rules of the open ones, by their places in <see cref="All"/>.</summary>
    private ImmutableSortedDictionary<int, DutyRule> Open { get; init; } =
        ImmutableSortedDictionary<int, DutyRule>.Empty;

    /// <summary>The open ones that have a last day, by it.</summary>
    private ImmutableSortedSet<(DateOnly Sure, int Place)> ByDay { get; init; } = [];

    private DutyWaits Waits { get; init; } = DutyWaits.None;

    /// <summary>Why nobody knows whether one of them was missed; null: of each it is known.</summary>
    public CannotBeJudged? Doubt { get; private init; }

    /// <summary>The next day on which an open duty is overdue, or may be; MaxValue: none will be.</summary>
    public DateOnly TurnsOn =>
        ByDay.IsEmpty || ByDay.Min.Sure == DateOnly.MaxValue ? DateOnly.MaxValue : ByDay.Min.Sure.AddDays(1);

    public DutyBook With(DutyInForce held) => this with
    {
        All = All.Add(held.Duty),
        Open = Open.Add(All.Count, held.Rule),
        ByDay = Sure(held.Duty) is { } due ? ByDay.Add((due, All.Count)) : ByDay,
        Waits = held.Rule.Fulfilled is null ? Waits : Waits.With(All.Count),
    };

    /// <summary>
    /// The book after a look at what stands: duties that are fulfilled now are closed. Those that what
    /// came cannot have fulfilled are not asked; while a kind of event is in doubt, all are.
    /// </summary>
    /// <param name="joined">The kind of the event that joined; null: none did since the last look.</param>
    public DutyBook Looked(Scene scene, string? joined)
    {
        var book = this;
        var outer = scene.StableUntil;
        foreach (var place in Doubt is null ? Waits.On(scene.Day, joined) : Open.Keys)
        {
            if (Open[place].Fulfilled is { } fulfilled)
            {
                scene.Meet(All[place].Happened);
                scene.StableUntil = DateOnly.MaxValue;
                StepMeter.Spend(scene, fulfilled);
                book = fulfilled.Evaluate(scene) ? book.Close(place, DutyState.Fulfilled)
                    : book.Asked(place, scene.StableUntil);
                outer = scene.StableUntil < outer ? scene.StableUntil : outer;
            }
        }

        scene.StableUntil = outer;
        scene.ChangesOn(book.Waits.TurnsOn);
        scene.Meet(null);
        return book;
    }

    /// <summary>
    /// The book on the morning of a day, and the duties that were not fulfilled by their last day. One
    /// whose last day cannot be said, and may have passed, stays open and is looked at no more.
    /// </summary>
    public DutyBook AtTheTurnOf(DateOnly day, List<Duty> missed)
    {
        var book = this;
        foreach (var place in ByDay.TakeWhile(each => each.Sure < day).Select(each => each.Place).Order())
        {
            if (All[place].Due < day)
            {
                book = book.Close(place, DutyState.Missed);
                missed.Add(book.All[place]);
            }
            else
            {
                book = book.Doubted(place);
            }
        }

        return book;
    }

    /// <summary>The open duties that are looked at, each with the rule that says what fulfils it.</summary>
    public IEnumerable<DutyInForce> Awaited =>
        Open.Select(open => new DutyInForce(All[open.Key], open.Value));

    /// <summary>The last day by which it surely need not be done yet; null: it has none.</summary>
    private static DateOnly? Sure(Duty duty) => duty.Due ?? duty.DueUnknown?.NotBefore;

    /// <summary>
    /// The very book where nothing is new, so that a look without a result is seen to be one.
    /// </summary>
    private DutyBook Asked(int place, DateOnly until)
    {
        var waits = Waits.Asked(place, Open[place].Awaits, until);
        return ReferenceEquals(waits, Waits) ? this : this with { Waits = waits };
    }

    private DutyBook Doubted(int place) => Done(place, All[place] with { PerhapsMissed = true }) with
    {
        Doubt = Doubt ?? All[place].DueUnknown,
    };

    private DutyBook Close(int place, DutyState state) => Done(place, All[place] with { State = state });

    private DutyBook Done(int place, Duty duty) => this with
    {
        All = All.SetItem(place, duty),
        Open = Open.Remove(place),
        ByDay = Sure(duty) is { } due ? ByDay.Remove((due, place)) : ByDay,
        Waits = Waits.Without(place, Open[place].Awaits),
    };
}
