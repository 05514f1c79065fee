using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Law.Scenes;

/// <summary>The kinds of event that the walk itself raises, as the catalogue declares them.</summary>
public sealed class RaisedKinds(EventCatalogue catalogue)
{
    /// <summary>The kind that a repair role answers.</summary>
    public const string RepairRequest = "repair-request";

    /// <summary>The kind by which an authority decides a request for repair, and what grants it.</summary>
    public const string RepairDecision = "repair-decision", DecisionField = "decision",
    DecisionGrants = "granted";

    /// <summary>The kind that says whether a request for repair was taken in, and its field.</summary>
    public const string RequestTaken = "request-taken", AcceptedField = "accepted";

    /// <summary>The kind by which a granted repair is taken back.</summary>
    public const string RepairRevoked = "repair-revoked";

    /// <summary>What entries of static attributes (factors) are attributed to: the subject itself.</summary>
    public static readonly Happening OfTheSubject = new(
        new RegulatoryEvent(
            new EventId("", "factors"),
            new EventKind("factors", new Wording("主体属性", "attributes of the subject"), []),
            DateOnly.MinValue),
        DateOnly.MinValue);

    private readonly EventKind dutyMissed = Kind(catalogue, "duty-missed", "duty", "of");
    private readonly EventKind repaired = Kind(catalogue, "repaired");

    /// <summary>The kind of a duty that was not fulfilled by its last day.</summary>
    public string DutyMissed => dutyMissed.Name;

    /// <summary>The kind of an action taken, which an authority may also record.</summary>
    public EventKind StepTaken { get; } = Kind(catalogue, "step-taken", "step", "until");

    public Happening Missed(Duty duty, DateOnly day) => Raise(
        dutyMissed, $"{duty.Happened.Event.Id}:{duty.Name}-missed", duty.Happened, day,
        ("duty", duty.Name), ("of", duty.Of));

    public Happening Taken(string rule, string step, DateOnly? until, DateOnly day) => Raise(
        StepTaken, $"{rule}:{day:yyyy-MM-dd}", null, day, ("step", step), ("until", until));

    public static bool Grants(Happening decision) => decision[DecisionField] is DecisionGrants;

    /// <summary>Whether an event was raised because another granted a repair.</summary>
    public static bool IsGrantBy(Happening raised, Happening cause) =>
        raised.Raised && raised.Id == GrantBy(cause);

    private static string GrantBy(Happening cause) => $"{cause.Event.Id}:repaired";

    /// <summary>A repair that takes effect: by its request, or by the decision on it.</summary>
    public Happening Granted(Happening cause, DateOnly day) => Raise(
        repaired, GrantBy(cause),
        cause.Kind == RepairDecision ? cause.ActsOn?.ActsOn : cause.ActsOn, day);

    /// <summary>The same cause raises the same id; of no source, so that nobody can have sent it.</summary>
    private static Happening Raise(
        EventKind kind, string id, Happening? actsOn, DateOnly day,
        params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var all = kind.Fields.Select(declared => declared.Default).ToArray();
        foreach (var (name, value) in values)
        {
            if (kind.PlaceOf(name) is >= 0 and var place)
            {
                all[place] = value;
            }
        }

        var raised = new RegulatoryEvent(new EventId("", id), kind, day)
        {
            ActsOn = actsOn?.Event.Id,
            Values = all,
        };
        return new Happening(raised, day) { ActsOn = actsOn, Raised = true };
    }

    /// <summary>The catalogue's kind; a catalogue without it gets one with texts for fields.</summary>
    private static EventKind Kind(EventCatalogue catalogue, string name, params ReadOnlySpan<string> fields)
    {
        if (catalogue.Kind(name) is { } declared)
        {
            return declared;
        }

        var texts = new List<EventField>();
        foreach (var each in fields)
        {
            texts.Add(new EventField(
                each, each == "until" ? FieldType.Date : FieldType.Text, new Wording(each, each)));
        }

        return new EventKind(name, new Wording(name, name), texts) { Raised = true };
    }
}
