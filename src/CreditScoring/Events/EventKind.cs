using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>Whether events of a kind name another event in <c>actsOn</c>.</summary>
public enum ActsOn { Never, May, Must }

/// <summary>A kind of event and its typed fields, declared in rules/events.</summary>
public sealed class EventKind
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public EventKind(string name, Wording label, IReadOnlyList<EventField> fields)
    {
        Name = name;
        Label = label;
        Fields = fields;
        for (var i = 0; i < fields.Count; i++)
        {
            places.Add(fields[i].Name, i);
        }
    }

    public string Name { get; }

    /// <summary>What is asked for where the catalogue says nothing else.</summary>
    public static readonly Wording Repair = new("信用修复", "repair");

    public Wording Label { get; }

    /// <summary>
    /// How papers write such an event behind its day, such as 作出的行政处罚决定, or 列入{list}的决定 with the
    /// value of a field; null: by its label.
    /// </summary>
    public string? Told { get; init; }

    /// <summary>What a subject asks for about it; left out: 信用修复, repair.</summary>
    public Wording Relief { get; init; } = Repair;

    /// <summary>In the order of <see cref="RegulatoryEvent.Values"/>.</summary>
    public IReadOnlyList<EventField> Fields { get; }

    public ActsOn ActsOn { get; init; }

    /// <summary>Days that the day of the decision is not before.</summary>
    public IReadOnlyList<string> DecidedNotBefore { get; init; } = [];

    /// <summary>
    /// A mending kind has no subject of its own: it acts in every file of its target.
    /// </summary>
    public bool Mends { get; init; }

    /// <summary>
    /// The kinds of events for which people are offered it; null: any that does not mend. What a source sends
    /// of its own is taken in for others, too.
    /// </summary>
    public IReadOnlyList<string>? OfferedFor { get; init; }

    /// <summary>Its fields replace those of the event it acts on; it may carry any field.</summary>
    public bool Amends { get; init; }

    /// <summary>It takes back (撤销) the event that it acts on.</summary>
    public bool Annuls => Name == "annulled";

    /// <summary>Raised by the fold itself (duty-missed, step-taken, repaired).</summary>
    public bool Raised { get; init; }

    /// <summary>A raised kind that an authority may also record (step-taken).</summary>
    public bool MayBeSent { get; init; } = true;

    /// <summary>
    /// The place of a field in <see cref="RegulatoryEvent.Values"/>; -1: not of this kind.
    /// </summary>
    public int PlaceOf(string field) => places.GetValueOrDefault(field, -1);

    public override string ToString() => Name;
}
