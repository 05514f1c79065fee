using CreditScoring.Events;

namespace CreditScoring.Law.Scenes;

/// <summary>
/// An event as the rules of one regime see it in one file: with the amendments to it taken in, the law
/// day from which it counts, and the event it acts on. Two happenings are the same if they are of one
/// event, so that a state reached before and the events listed since know each other.
/// </summary>
public sealed class Happening(RegulatoryEvent @event, DateOnly from) : IEquatable<Happening>
{
    // Kept, not followed anew: a chain may be as long as its sender likes.
    private readonly Happening? origin;

    private string? documentKey;

    /// <summary>The event as another engine sees it, kept by that engine so that it is made once.</summary>
    public object? View { get; set; }

    public RegulatoryEvent Event { get; } = @event;

    /// <summary>The law day on which it is taken in.</summary>
    public DateOnly From { get; } = from;

    /// <summary>The role in which the event names the file's subject; null: none said.</summary>
    public string? Role { get; init; }

    /// <summary>
    /// The event it acts on; null: none, or not in this file, since it was annulled or is not known.
    /// </summary>
    public Happening? ActsOn
    {
        get;
        init
        {
            field = value;
            origin = value?.Origin;
        }
    }

    /// <summary>
    /// Where the matter began: the event at the end of the chain of what it acts on; itself where it acts
    /// on none. A recheck on an order on a failed sampling has that sampling as its origin.
    /// </summary>
    public Happening Origin => origin ?? this;

    /// <summary>
    /// What a request about it is about: itself; where it mends another, as the taking back of a removal
    /// does, the first event down the chain that mends none.
    /// </summary>
    public Happening Matter
    {
        get
        {
            var matter = this;
            while (matter.Event.Kind.Mends && matter.ActsOn is { } target)
            {
                matter = target;
            }

            return matter;
        }
    }

    /// <summary>Whether it says that it acts on an event, be that in this file or not.</summary>
    public bool NamesTarget => Event.ActsOn is not null;

    /// <summary>
    /// Whether what it acts on is known and does not stand any more; false where it is not known.
    /// </summary>
    public bool TargetAnnulled { get; init; }

    /// <summary>Raised by the walk itself, never sent (duty-missed, step-taken, repaired).</summary>
    public bool Raised { get; init; }

    public string Kind => Event.Kind.Name;

    public string Id => Event.Id.Id;

    /// <summary>
    /// What nobody else is called: <c>source/id</c>, since ids are unique within a source only.
    /// </summary>
    public string Key => Event.Id.ToString();

    /// <summary>
    /// By what a decision is known, whoever sends it: the canonical form of its document number; null:
    /// it has none.
    /// </summary>
    public string? DocumentKey =>
        documentKey ??= Event.Document is { } number ? DocumentNumber.Canonical(number) : null;

    public object? this[string field] => Event[field];

    public bool Equals(Happening? other) =>
        ReferenceEquals(this, other) || (other is not null && Event.Id == other.Event.Id);

    public override bool Equals(object? other) => Equals(other as Happening);

    public override int GetHashCode() => Event.Id.GetHashCode();

    public override string ToString() => $"{Event.Id} {Kind} {From:yyyy-MM-dd}";
}
