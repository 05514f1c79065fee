using System.Linq.Expressions;
using CreditScoring.Events;
using CreditScoring.Law.Language;

namespace CreditScoring.Law.Scenes;

/// <summary>The members that every event has, whatever its kind.</summary>
internal static class EnvelopeMembers
{
    public static readonly IReadOnlyList<string> Names =
    [
        "id", "key", "source", "kind", "role", "occurredOn", "decidedOn", "region", "document", "documentKey",
        "from",
        "actsOn", "origin", "namesTarget", "targetAnnulled",
    ];

    public static Member? Find(
        string name, HappeningShape shape, IReadOnlyList<EventKind> kinds, bool pinned) => name switch
    {
        "id" => FixedShape.Of(name, RuleType.Text, nameof(Happening.Id)),
        "key" => FixedShape.Of(name, RuleType.Text, nameof(Happening.Key)),
        "source" => new Member(name, RuleType.Text, record => Expression.Property(
            Expression.Property(Event(record), nameof(RegulatoryEvent.Id)), nameof(EventId.Source))),
        "kind" => FixedShape.Of(
            name, RuleType.Text with
            {
                Values = [.. kinds.Select(kind => kind.Name)],
                Labels = [.. kinds.Select(kind => (kind.Name, kind.Label))],
            }, nameof(Happening.Kind)),
        "role" => FixedShape.Of(name, RuleType.Text.OrMissing(), nameof(Happening.Role)),
        "occurredOn" => OfEvent(name, RuleType.Date, nameof(RegulatoryEvent.OccurredOn)),
        "decidedOn" => OfEvent(name, RuleType.Date.OrMissing(), nameof(RegulatoryEvent.DecidedOn)),
        "region" => OfEvent(name, RuleType.Text.OrMissing(), nameof(RegulatoryEvent.Region)),
        "document" => OfEvent(name, RuleType.Text.OrMissing(), nameof(RegulatoryEvent.Document)),
        "documentKey" => FixedShape.Of(name, RuleType.Text.OrMissing(), nameof(Happening.DocumentKey)),
        "from" => FixedShape.Of(name, RuleType.Date, nameof(Happening.From)),
        "actsOn" => FixedShape.Of(name, ActsOnType(shape, kinds, pinned), nameof(Happening.ActsOn)),
        "origin" => FixedShape.Of(name, shape.AnyEvent(), nameof(Happening.Origin)),
        "namesTarget" => FixedShape.Of(name, RuleType.Boolean, nameof(Happening.NamesTarget)),
        "targetAnnulled" => FixedShape.Of(name, RuleType.Boolean, nameof(Happening.TargetAnnulled)),
        _ => null,
    };

    /// <summary>A kind that must act on an event is in a file only beside it.</summary>
    private static RuleType ActsOnType(HappeningShape shape, IReadOnlyList<EventKind> kinds, bool pinned) =>
        pinned && kinds.All(kind => kind.ActsOn == ActsOn.Must)
            ? shape.AnyEvent()
            : shape.AnyEvent().OrMissing();

    private static Member OfEvent(string name, RuleType type, string property) =>
        new(name, type, record => Expression.Property(Event(record), property));

    private static MemberExpression Event(Expression record) =>
        Expression.Property(record, nameof(Happening.Event));
}
