using System.Collections.Immutable;

namespace CreditScoring.Law.Language;

/// <summary>
/// What holds wherever a condition is true: of which values a text member of a record must be one.
/// </summary>
internal sealed class Facts
{
    public static readonly Facts None =
        new(ImmutableDictionary<(string, string), ImmutableHashSet<string>>.Empty);

    private readonly
        ImmutableDictionary<(string Record, string Member), ImmutableHashSet<string>> known;

    private Facts(ImmutableDictionary<(string, string), ImmutableHashSet<string>> known) =>
        this.known = known;

    public static Facts That((string Record, string Member) read, IEnumerable<string> values) =>
        new(None.known.Add(read, [.. values]));

    /// <summary>Both hold.</summary>
    public Facts And(Facts other)
    {
        var both = known;
        foreach (var (read, values) in other.known)
        {
            both = both.SetItem(
                read, both.TryGetValue(read, out var mine) ? mine.Intersect(values) : values);
        }

        return new Facts(both);
    }

    /// <summary>One of them holds.</summary>
    public Facts Or(Facts other)
    {
        var either = None.known;
        foreach (var (read, values) in known)
        {
            if (other.known.TryGetValue(read, out var theirs))
            {
                either = either.Add(read, values.Union(theirs));
            }
        }

        return new Facts(either);
    }

    /// <summary>The values that a member of a record must have; null: nothing is known.</summary>
    public IReadOnlySet<string>? About(string record, string member) =>
        known.GetValueOrDefault((record, member));

    /// <summary>All that is known of a record's members.</summary>
    public IEnumerable<(string Member, IReadOnlySet<string> Values)> Of(string record) =>
        known.Where(each => each.Key.Record == record)
            .Select(each => (each.Key.Member, (IReadOnlySet<string>)each.Value));

    /// <summary>
    /// The type of the record at <paramref name="path"/> with all that is known of it.
    /// </summary>
    public RuleType Narrow(string path, RuleType type)
    {
        foreach (var ((record, member), values) in known)
        {
            if (record == path && type.Shape == Shape.Record)
            {
                type = type.Narrowed(member, values);
            }
        }

        return type;
    }
}
