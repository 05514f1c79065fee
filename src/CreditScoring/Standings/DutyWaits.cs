using System.Collections.Immutable;

namespace CreditScoring.Standings;

/// <summary>
/// What open duties wait for, each known by its place; a value. One that was asked is asked again when
/// an event of a kind that it awaits joins, or on the day until which its answer holds.
/// </summary>
internal sealed record DutyWaits
{
    public static readonly DutyWaits None = new();

    /// <summary>Asked at every look: not asked yet, or by what anything may fulfil.</summary>
    private ImmutableSortedSet<int> Always { get; init; } = [];

    private ImmutableDictionary<string, ImmutableSortedSet<int>> ByKind { get; init; } =
        ImmutableDictionary.Create<string, ImmutableSortedSet<int>>(StringComparer.Ordinal);

    private ImmutableSortedSet<(DateOnly Day, int Place)> ByDay { get; init; } = [];

    private ImmutableDictionary<int, DateOnly> Days { get; init; } = ImmutableDictionary<int, DateOnly>.Empty;

    /// <summary>The first day on which an answer may no longer hold; MaxValue: none.</summary>
    public DateOnly TurnsOn => ByDay.IsEmpty ? DateOnly.MaxValue : ByDay.Min.Day;

    public DutyWaits With(int place) => this with { Always = Always.Add(place) };

    /// <summary>Those to be asked on a day, in order.</summary>
    /// <param name="joined">The kind of the event that joined; null: none did.</param>
    public IEnumerable<int> On(DateOnly day, string? joined)
    {
        var kind = joined is not null && ByKind.TryGetValue(joined, out var waiting) ? waiting : [];
        var turned = ByDay.IsEmpty || ByDay.Min.Day > day ? []
            : ByDay.TakeWhile(each => each.Day <= day).Select(each => each.Place).ToArray();
        return kind.IsEmpty && turned.Length == 0
            ? Always
            : [.. Always.Concat(kind).Concat(turned).Distinct().Order()];
    }

    /// <summary>After one was asked in vain.</summary>
    /// <param name="place">Which.</param>
    /// <param name="awaits">The kinds that alone can fulfil it; null: any can.</param>
    /// <param name="until">The day until which the answer holds if none joins.</param>
    public DutyWaits Asked(int place, IReadOnlySet<string>? awaits, DateOnly until)
    {
        if (awaits is null)
        {
            return this;
        }

        var waits = Timed(place, until);
        return !Always.Contains(place) ? waits : waits with
        {
            Always = Always.Remove(place),
            ByKind = awaits.Aggregate(ByKind, (all, kind) =>
                all.SetItem(kind, all.GetValueOrDefault(kind, []).Add(place))),
        };
    }

    public DutyWaits Without(int place, IReadOnlySet<string>? awaits) => Timed(place, DateOnly.MaxValue) with
    {
        Always = Always.Remove(place),
        ByKind = (awaits ?? ImmutableHashSet<string>.Empty).Where(ByKind.ContainsKey).Aggregate(
            ByKind, (all, kind) => all.SetItem(kind, all[kind].Remove(place))),
    };

    private DutyWaits Timed(int place, DateOnly until)
    {
        var known = Days.GetValueOrDefault(place, DateOnly.MaxValue);
        if (known == until)
        {
            return this;
        }

        var days = known == DateOnly.MaxValue ? ByDay : ByDay.Remove((known, place));
        return this with
        {
            ByDay = until == DateOnly.MaxValue ? days : days.Add((until, place)),
            Days = until == DateOnly.MaxValue ? Days.Remove(place) : Days.SetItem(place, until),
        };
    }
}
