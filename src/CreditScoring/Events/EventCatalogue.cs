using CreditScoring.Documents;
using CreditScoring.Enterprises;

namespace CreditScoring.Events;

/// <summary>
/// What can be told of whom (事件目录): the kinds of events with their typed fields, the kinds of
/// subjects with the form of their ids, and who may mend whose events. From rules/events.
/// </summary>
public sealed class EventCatalogue
{
    /// <summary>Roles of a subject where the catalogue lists none.</summary>
    public static readonly IReadOnlyList<string> UsualRoles =
    [
        "producer", "seller", "platform", "market-operator", "responsible-person", "certifier",
        "product",
    ];

    /// <summary>What the envelope says of an event; no field may take such a name.</summary>
    public static readonly IReadOnlyList<string> EnvelopeNames =
    [
        "id", "source", "sequence", "kind", "subject", "subjects", "role", "occurredOn",
        "decidedOn", "region", "document", "actsOn", "from", "key", "documentKey",
    ];

    private readonly Dictionary<string, KindLayout> kinds;
    private readonly Dictionary<string, SubjectKind> subjectKinds;
    private readonly Dictionary<string, string> roles;
    private readonly HashSet<Corrector> correctors;
    private readonly Dictionary<string, int> weights;
    private readonly Dictionary<string, EventField> fields;

    public EventCatalogue(
        IReadOnlyList<EventKind> kinds,
        IReadOnlyList<SubjectKind> subjectKinds,
        IReadOnlyList<Corrector>? correctors = null,
        IReadOnlyList<string>? roles = null,
        IReadOnlyList<string>? sources = null)
    {
        Kinds = kinds;
        SubjectKinds = subjectKinds;
        Roles = roles ?? UsualRoles;
        Correctors = correctors ?? [];
        Sources = sources ?? [];
        weights = Sources.Select((source, place) => (source, weight: Sources.Count - place))
            .ToDictionary(each => each.source, each => each.weight, StringComparer.Ordinal);
        this.kinds = kinds.ToDictionary(
            kind => kind.Name, kind => new KindLayout(kind), StringComparer.Ordinal);
        this.subjectKinds = subjectKinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        this.correctors = [.. Correctors];
        this.roles = Roles.ToDictionary(role => role, StringComparer.Ordinal);
        fields = FieldUnion.Of(kinds.SelectMany(kind => kind.Fields));
    }

    public IReadOnlyList<EventKind> Kinds { get; }

    public IReadOnlyList<SubjectKind> SubjectKinds { get; }

    public IReadOnlyList<Corrector> Correctors { get; }

    public IReadOnlyList<string> Roles { get; }

    /// <summary>
    /// Sources whose word weighs more than that of others when both speak of one day; the weightiest
    /// first.
    /// </summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Every field of every kind once, as <see cref="FieldTypeOf"/> answers.</summary>
    public IReadOnlyCollection<EventField> Fields => fields.Values;

    /// <summary>The kind of exactly this name, or null.</summary>
    public EventKind? Kind(string name) => LayoutOf(name)?.Kind;

    /// <summary>The kind of subjects of exactly this name, or null.</summary>
    public SubjectKind? SubjectKind(string name) => SubjectKind(name.AsSpan());

    internal SubjectKind? SubjectKind(ReadOnlySpan<char> name) => Found(subjectKinds, name);

    /// <summary>
    /// The field as it stands in the whole catalogue: its one type, unit and record fields, and all
    /// texts that any kind allows (null where one kind allows any); neither required nor with a
    /// default, since another kind may lack it. Null: no kind has it.
    /// </summary>
    public EventField? FieldTypeOf(string name) => fields.GetValueOrDefault(name);

    /// <summary>
    /// Whether a source may mend events of another: its own, or as a listed corrector.
    /// </summary>
    public bool MayMend(string by, string target) =>
        by == target || correctors.Contains(new Corrector(target, by));

    /// <summary>The weight of a source's word, from 1; 0: the catalogue does not list it.</summary>
    public int WeightOf(string source) => weights.GetValueOrDefault(source);

    /// <summary>Whom an object { kind, id } names, or what is wrong with it.</summary>
    /// <param name="kept">Whether it is looked for in a record; see <see cref="SubjectKind"/>.</param>
    public bool TrySubject(
        string kind, string id, out Subject subject, out Wording? flaw, bool kept = false)
    {
        if (SubjectKind(kind) is { } known)
        {
            return known.TryParse(id, out subject, out flaw, kept);
        }

        subject = default;
        flaw = new Wording(
            $"没有“{Spelling.Shown(kind)}”这种主体类型",
            $"there is no subject kind '{Spelling.Shown(kind)}'");
        return false;
    }

    internal KindLayout? LayoutOf(ReadOnlySpan<char> kind) => Found(kinds, kind);

    /// <summary>The catalogue's own copy of a role, or null.</summary>
    internal string? Role(ReadOnlySpan<char> name) => Found(roles, name);

    private static T? Found<T>(Dictionary<string, T> all, ReadOnlySpan<char> name)
        where T : class =>
        all.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var found) ? found : null;
}
