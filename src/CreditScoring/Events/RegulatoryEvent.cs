using CreditScoring.Enterprises;

namespace CreditScoring.Events;

/// <summary>
/// A subject that an event names, and in what role (producer, seller ...; null: none said).
/// </summary>
public readonly record struct Named(string? Role, Subject Subject);

/// <summary>
/// Something that an authority found, decided or received (监管事件), checked against the catalogue.
/// Days are legal days in Asia/Shanghai.
/// </summary>
public sealed record RegulatoryEvent(EventId Id, EventKind Kind, DateOnly OccurredOn)
{
    /// <summary>The subjects it names; empty for a mending kind.</summary>
    public IReadOnlyList<Named> Subjects { get; init; } = [];

    public DateOnly? DecidedOn { get; init; }

    /// <summary>GB/T 2260 code of the deciding authority's region, six digits.</summary>
    public string? Region { get; init; }

    /// <summary>文号 of the instrument.</summary>
    public string? Document { get; init; }

    /// <summary>Running number of the source, for finding gaps.</summary>
    public long? Sequence { get; init; }

    /// <summary>The event it acts on.</summary>
    public EventId? ActsOn { get; init; }

    /// <summary>
    /// The weight of its source's word among events of one day, as the catalogue lists sources; 0: not
    /// listed, the least.
    /// </summary>
    public int Weight { get; init; }

    /// <summary>
    /// One value a field of <see cref="Kind"/>, in its order; null is missing. In an amendment also
    /// <see cref="NoValue"/>.
    /// </summary>
    public object?[] Values { get; init; } = [];

    /// <summary>The value of a field; missing where the kind has no such field.</summary>
    public object? this[string field] => Kind.PlaceOf(field) is >= 0 and var place ? Values[place] : null;
}
