using System.Linq.Expressions;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Language;

namespace CreditScoring.Law.Scenes;

/// <summary>
/// The members of an event: its envelope, and the catalogue's fields. A field of an event whose kind is
/// not pinned may be missing; once the kind is pinned, its required and defaulted fields are present,
/// and a field that the kind does not have is not known.
/// </summary>
public sealed class HappeningShape : RecordShape
{
    private readonly EventCatalogue catalogue;
    private readonly IReadOnlyList<EventKind> kinds;
    private readonly bool pinned;
    private readonly Dictionary<string, Member?> members = new(StringComparer.Ordinal);

    public HappeningShape(EventCatalogue catalogue)
        : this(catalogue, [.. catalogue.Kinds], false)
    {
    }

    private HappeningShape(EventCatalogue catalogue, IReadOnlyList<EventKind> kinds, bool pinned)
        : base("event", typeof(Happening))
    {
        this.catalogue = catalogue;
        this.kinds = kinds;
        this.pinned = pinned;
    }

    /// <summary>The kinds that the event may be of.</summary>
    internal IEnumerable<string> KindNames => kinds.Select(kind => kind.Name);

    public override IEnumerable<string> MemberNames => EnvelopeMembers.Names
        .Concat(kinds.SelectMany(kind => kind.Fields).Where(each => !IsPersonal(each.Name))
            .Select(each => each.Name)).Distinct();

    public override Member? Find(string name)
    {
        lock (members)
        {
            if (!members.TryGetValue(name, out var member))
            {
                members[name] = member = EnvelopeMembers.Find(name, this, kinds, pinned)
                    ?? (IsPersonal(name) ? null : Field(name));
            }

            return member;
        }
    }

    public override RecordShape Narrow(string member, IReadOnlySet<string> values) =>
        member != "kind" ? this
            : new HappeningShape(catalogue, [.. kinds.Where(kind => values.Contains(kind.Name))], true);

    public override Expression? Only(Expression list, string member, IReadOnlySet<string> values) =>
        member == "kind" && values.Count == 1
            ? Expression.Call(
                typeof(ByKind), nameof(ByKind.Of), null, list, Expression.Constant(values.Single()))
            : null;

    /// <summary>An event of any kind, which <c>actsOn</c> names.</summary>
    internal RuleType AnyEvent() => RuleType.Of(pinned ? new HappeningShape(catalogue) : this);

    /// <summary>
    /// No rule reads what tells of persons: a standing says why to whoever may see it, so that it must be the
    /// same without.
    /// </summary>
    public override bool IsClosed(string name) => IsPersonal(name);

    private bool IsPersonal(string name) => catalogue.FieldTypeOf(name) is { IsPersonal: true };

    private Member? Field(string name)
    {
        var having = kinds.Where(kind => kind.PlaceOf(name) >= 0).ToArray();
        if (having.Length == 0)
        {
            return null;
        }

        var present = pinned && having.Length == kinds.Count
            && having.All(kind => kind.Fields[kind.PlaceOf(name)].AlwaysPresent);
        var type = FieldTypes.Of(having[0].Fields[having[0].PlaceOf(name)], present);
        type = type with { Values = AllValues(having, name), Labels = LabelsOf(having, name) };
        var declared = having[0].Fields[having[0].PlaceOf(name)];
        return new Member(name, type, pinned && kinds.Count == 1
            ? record => AtPlace(record, kinds[0].PlaceOf(name), type)
            : record => ByName(record, name, type)) { Label = declared.Label, Unit = declared.Unit };
    }

    private static List<string>? AllValues(EventKind[] having, string name)
    {
        var lists = having.Select(kind => kind.Fields[kind.PlaceOf(name)].Values).ToArray();
        return lists.Any(list => list is null) ? null : [.. lists.SelectMany(list => list!).Distinct()];
    }

    /// <summary>What people call its values, as the kinds that have it say; null: none says so.</summary>
    private static (string, Wording)[]? LabelsOf(EventKind[] having, string name)
    {
        var titles = having.SelectMany(kind => kind.Fields[kind.PlaceOf(name)].Titles)
            .DistinctBy(each => each.Key).Select(each => (each.Key, each.Value)).ToArray();
        return titles.Length == 0 ? null : titles;
    }

    private static UnaryExpression AtPlace(Expression record, int place, RuleType type) =>
        Expression.Convert(
            Expression.ArrayIndex(
                Expression.Property(
                    Expression.Property(record, nameof(Happening.Event)), nameof(RegulatoryEvent.Values)),
                Expression.Constant(place)),
            type.Clr);

    private static UnaryExpression ByName(Expression record, string name, RuleType type) =>
        Expression.Convert(
            Expression.Property(record, "Item", Expression.Constant(name)), type.Clr);
}
