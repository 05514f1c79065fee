using CreditScoring.Law.Scenes;

namespace CreditScoring.SecondOpinion.Views;

/// <summary>
/// An event as texts read it: the envelope here, the fields of a catalogue in a type made for it. Two
/// are the same if they are of one event. What acts on nothing has no view there, so that the package
/// compares it with null as we do; of its members there is no answer. The first or last of no events
/// has a view of which every member is missing, as in our language.
/// </summary>
/// <param name="happening">Null: an event that is not there.</param>
public abstract class EventView(Happening? happening, Viewing viewing) : IView
{
    internal Happening? Happening { get; } = happening;

    public object? Inner => Happening;

    public string? id => Happening?.Id;

    public string? key => Happening?.Key;

    public string? source => Happening?.Event.Id.Source;

    public string? kind => Happening?.Kind;

    public string? role => Happening?.Role;

    public DateTime? occurredOn => Values.Day(Happening?.Event.OccurredOn);

    public DateTime? decidedOn => Values.Day(Happening?.Event.DecidedOn);

    public string? region => Happening?.Event.Region;

    public string? document => Happening?.Event.Document;

    public string? documentKey => Happening?.DocumentKey;

    public DateTime? from => Values.Day(Happening?.From);

    public bool namesTarget => Happening!.NamesTarget;

    public bool targetAnnulled => Happening!.TargetAnnulled;

    internal bool IsOf(Viewing other) => ReferenceEquals(viewing, other);

    public override bool Equals(object? other) => other is EventView view && Same(this, view);

    public override int GetHashCode() => Happening?.GetHashCode() ?? 0;

    public override string ToString() => Happening?.ToString() ?? "null";

    /// <summary>What the emitted equality operators do.</summary>
    public static bool Same(EventView? left, EventView? right) => Equals(left?.Happening, right?.Happening);

    public static bool Other(EventView? left, EventView? right) => !Same(left, right);

    protected EventView? ActsOn() => Happening?.ActsOn is { } target ? viewing.Of(target) : null;

    protected EventView Origin() => viewing.Of(Happening?.Origin);

    protected decimal? Number(string field) => (decimal?)Happening?[field];

    protected string? Text(string field) => Happening?[field] as string;

    protected DateTime? Date(string field) => Values.Day((DateOnly?)Happening?[field]);

    protected bool? MayFlag(string field) => (bool?)Happening?[field];

    /// <summary>A field that its kinds always have; an event of another kind has no answer.</summary>
    protected bool Flag(string field) => (bool)Happening![field]!;

    protected IEnumerable<string>? Texts(string field) => (IEnumerable<string>?)Happening?[field];

    protected IEnumerable<T>? Items<T>(string field) => viewing.Items<T>((object?[][]?)Happening?[field]);
}
