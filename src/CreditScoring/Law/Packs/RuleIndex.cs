using System.Collections.Concurrent;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Law.Packs;

/// <summary>
/// Finds the rules that an event can meet, by its kind and by what else their conditions pin.
/// </summary>
/// <param name="all">The rules of a role, in the order written.</param>
public sealed class RuleIndex<T>(IReadOnlyList<T> all)
    where T : PackRule
{
    private readonly ConcurrentDictionary<string, Shelf> byKind = new(StringComparer.Ordinal);

    /// <summary>The rules of a kind, in the order written.</summary>
    public IReadOnlyList<T> Of(string kind) => ShelfOf(kind).Rules;

    /// <summary>The rules that an event can meet, in the order written.</summary>
    public IReadOnlyList<T> Of(Happening happening) => ShelfOf(happening.Kind).Meeting(happening);

    private Shelf ShelfOf(string kind) =>
        byKind.TryGetValue(kind, out var known) ? known : byKind[kind] = new Shelf(
            [.. all.Where(rule => rule.Condition.Kinds is not { } kinds || kinds.Contains(kind))]);

    /// <summary>The rules of one kind, told apart by the field that most of them pin.</summary>
    private sealed class Shelf
    {
        /// <summary>Fewer rules are sooner asked than looked up.</summary>
        private const int Few = 4;

        private readonly string? member;
        private readonly Dictionary<string, T[]> byValue = new(StringComparer.Ordinal);
        private readonly T[] others;

        public Shelf(T[] rules)
        {
            Rules = rules;
            member = rules.SelectMany(rule => rule.Condition.WhenTrue.Of("happened"))
                .Select(pinned => pinned.Member)
                .Where(name => name != "kind" && !EnvelopeMembers.Names.Contains(name))
                .GroupBy(name => name).Where(group => group.Count() > Few)
                .MaxBy(group => group.Count())?.Key;
            others = [.. rules.Where(rule => Pinned(rule) is null)];
            foreach (var value in rules.SelectMany(rule => Pinned(rule) ?? new HashSet<string>()).Distinct())
            {
                byValue.Add(value, [.. rules.Where(rule => Pinned(rule)?.Contains(value) != false)]);
            }
        }

        public T[] Rules { get; }

        public T[] Meeting(Happening happening) => member is null ? Rules
            : happening[member] is string value && byValue.TryGetValue(value, out var met) ? met : others;

        private IReadOnlySet<string>? Pinned(T rule) =>
            member is null ? null : rule.Condition.WhenTrue.About("happened", member);
    }
}
