using System.Collections.Immutable;
using CreditScoring.Law.Expressions;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>A duty and the rule that says what fulfils it.</summary>
public sealed record HeldDuty(Duty Duty, DutyRule Rule);

/// <summary>The duties of a file; a value. Open ones are kept apart, since only they are looked at.</summary>
public sealed record DutyBook
{
    public static readonly DutyBook Empty = new();

    /// <summary>All duties in the order in which they arose, by their present state.</summary>
    public ImmutableList<Duty> All { get; private init; } = [];

    public bool AnyOpen => !Open.IsEmpty;

    private ImmutableList<(int Place, DutyRule Rule)> Open { get; init; } = [];

    /// <summary>Why nobody knows whether one of them was missed; null: of each it is known.</summary>
    public CannotBeJudged? Doubt { get; private init; }

    /// <summary>The next day on which an open duty is overdue, or may be; MaxValue: none will be.</summary>
    public DateOnly TurnsOn
    {
        get
        {
            var next = DateOnly.MaxValue;
            foreach (var (place, _) in Open)
            {
                if (Sure(All[place]) is { } due && due < next)
                {
                    next = due;
                }
            }

            return next == DateOnly.MaxValue ? next : next.AddDays(1);
        }
    }

    public DutyBook With(HeldDuty held) => this with
    {
        All = All.Add(held.Duty),
        Open = Open.Add((All.Count, held.Rule)),
    };

    /// <summary>The book after a look at what stands: duties that are fulfilled now are closed.</summary>
    public DutyBook Looked(Scene scene)
    {
        var book = this;
        foreach (var open in Open)
        {
            var duty = All[open.Place];
            scene.Happened = duty.Happened;
            if (open.Rule.Fulfilled is { } fulfilled)
            {
                StepMeter.Spend(scene, fulfilled);
                book = fulfilled.Evaluate(scene) ? book.Close(open, DutyState.Fulfilled) : book;
            }
        }

        scene.Happened = null;
        return book;
    }

    /// <summary>
    /// The book on the morning of a day, and the duties that were not fulfilled by their last day. One
    /// whose last day cannot be said, and may have passed, stays open and is looked at no more.
    /// </summary>
    public DutyBook AtTheTurnOf(DateOnly day, List<Duty> missed)
    {
        var book = this;
        foreach (var open in Open)
        {
            if (All[open.Place].Due < day)
            {
                book = book.Close(open, DutyState.Missed);
                missed.Add(book.All[open.Place]);
            }
            else if (Sure(All[open.Place]) < day)
            {
                book = book.Doubted(open);
            }
        }

        return book;
    }

    /// <summary>The open duties that are looked at, each with the rule that says what fulfils it.</summary>
    public IEnumerable<HeldDuty> Awaited => Open.Select(open => new HeldDuty(All[open.Place], open.Rule));

    /// <summary>The last day by which it surely need not be done yet; null: it has none.</summary>
    private static DateOnly? Sure(Duty duty) => duty.Due ?? duty.DueUnknown?.NotBefore;

    private DutyBook Doubted((int Place, DutyRule Rule) open) => this with
    {
        All = All.SetItem(open.Place, All[open.Place] with { PerhapsMissed = true }),
        Open = Open.Remove(open),
        Doubt = Doubt ?? All[open.Place].DueUnknown,
    };

    private DutyBook Close((int Place, DutyRule Rule) open, DutyState state) => this with
    {
        All = All.SetItem(open.Place, All[open.Place] with { State = state }),
        Open = Open.Remove(open),
    };
}
