using CreditScoring.Documents;
using CreditScoring.Law.Language;

namespace CreditScoring.Law.Packs;

/// <summary>A rule of a pack, bound: its name in the workflow, its condition and its article.</summary>
public abstract record PackRule(string Name, Condition Condition)
{
    /// <summary>What people call it; null: it has only its name.</summary>
    public Wording? Title { get; init; }

    /// <summary>Such as <c>law.md#art-8-1</c>.</summary>
    public string? Citation { get; init; }

    /// <summary>published, recalled, bureau or illustrative.</summary>
    public string? Provenance { get; init; }

    /// <summary>The expressions of its properties.</summary>
    public IReadOnlyList<Formula> Properties { get; init; } = [];
}

/// <summary>Points for an event (role points), or for a static attribute on a day (role factors).</summary>
public sealed record PointsRule(string Name, Condition Condition) : PackRule(Name, Condition)
{
    /// <summary>Null: the hit makes no entry (it only clears or restores).</summary>
    public Formula<decimal?>? Points { get; init; }

    public Formula<DateOnly?>? From { get; init; }

    public Formula<DateOnly?>? LapsesOn { get; init; }

    public Formula<bool>? CarriesOver { get; init; }

    /// <summary>The key of the group; a missing value: the entry stands alone.</summary>
    public Formula? Group { get; init; }

    /// <summary>The article by which only one of the group counts.</summary>
    public string? GroupCitation { get; init; }

    /// <summary>The entries that lapse on the day.</summary>
    public Formula<IReadOnlyList<Scenes.Entry>>? Clears { get; init; }

    /// <summary>Whether an entry that was cleared, and whose term still runs, counts again.</summary>
    public Formula<bool>? Restores { get; init; }
}

/// <summary>A rung of the ladder, or a bound on the tier.</summary>
public sealed record TierRule(string Name, Condition Condition) : PackRule(Name, Condition)
{
    public string? Tier { get; init; }

    public Formula<string?>? NoBetterThan { get; init; }

    public Formula<string?>? NoWorseThan { get; init; }

    public Formula<DateOnly?>? LockedUntil { get; init; }
}

/// <summary>What one hit says of the supervision; null: nothing.</summary>
public sealed record FrequencyRule(string Name, Condition Condition) : PackRule(Name, Condition)
{
    /// <summary>What it says, in the order of the fields.</summary>
    public IReadOnlyList<FrequencySaying> Says { get; init; } = [];

    /// <summary>What it says of one field; null: nothing.</summary>
    public FrequencySaying? this[FrequencyField field]
    {
        get
        {
            for (var i = 0; i < Says.Count; i++)
            {
                if (ReferenceEquals(Says[i].Field, field))
                {
                    return Says[i];
                }
            }

            return null;
        }
    }
}

/// <summary>An action that a limit sets off, with memory.</summary>
/// <param name="Step">The step's name; by default the rule's.</param>
public sealed record StepRule(string Name, Condition Condition, string Step) : PackRule(Name, Condition)
{
    /// <summary>First day on which it no longer runs; null: it runs while its condition holds.</summary>
    public Formula<DateOnly?>? Until { get; init; }

    /// <summary>Whether no rule after this one is for the same step.</summary>
    public bool IsLast { get; init; }
}

/// <summary>Something that must be done after an event, in a window of days.</summary>
/// <param name="Of"><c>subject</c> or <c>authority</c>.</param>
public sealed record DutyRule(string Name, Condition Condition, string Of) : PackRule(Name, Condition)
{
    public Formula<DateOnly?>? Opens { get; init; }

    /// <summary>Last day; null: it is never overdue.</summary>
    public Formula<DateOnly?>? Due { get; init; }

    /// <summary>Null: nothing fulfils it.</summary>
    public Formula<bool>? Fulfilled { get; init; }

    /// <summary>The kinds of event that alone can fulfil it; null: it is asked after every event.</summary>
    public IReadOnlySet<string>? Awaits { get; init; }
}

/// <summary>The conditions under which a request for repair is granted.</summary>
public sealed record RepairRule(string Name, Condition Condition) : PackRule(Name, Condition)
{
    /// <summary>Whether a request is one of this regime; null: every request is.</summary>
    public Formula<bool>? Concerns { get; init; }
}
