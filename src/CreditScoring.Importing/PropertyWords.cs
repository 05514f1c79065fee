using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Importing;

/// <summary>What people call the properties and fields of an event, who know no names of JSON.</summary>
internal static class PropertyWords
{
    private static readonly Dictionary<string, Wording> Envelope = new(StringComparer.Ordinal)
    {
        ["id"] = new("编号", "id"), ["source"] = new("来源", "source"), ["sequence"] = new("序号", "sequence"),
        ["kind"] = new("事件种类", "kind"), ["subject"] = new("主体", "subject"),
        ["occurredOn"] = new("发生日期", "day"), ["decidedOn"] = new("决定日期", "day of the decision"),
        ["region"] = new("地域", "region"), ["document"] = new("文号", "document number"),
        ["actsOn"] = new("所针对的事件", "event acted on"),
    };

    /// <summary>A name that nobody calls otherwise is its own.</summary>
    public static Wording Of(string name, EventCatalogue catalogue) =>
        Envelope.TryGetValue(name, out var known) ? known
        : catalogue.FieldTypeOf(name) is { } field ? field.Label : new Wording(name, name);
}
