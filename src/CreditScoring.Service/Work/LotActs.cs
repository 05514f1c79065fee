using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Work;

/// <summary>Which events of a table were new: an act a portion, kept with the events themselves.</summary>
public static class LotActs
{
    public const string What = "table-events-kept";

    /// <param name="accepted">The events of a batch that were new.</param>
    internal static IEnumerable<Act> Of(IEnumerable<Arrival> accepted) => accepted
        .Where(each => each.Lot is not null)
        .GroupBy(each => each.Lot!)
        .Select(lot => new Act(lot.Key.By, What, lot.Key.Target) { Body = Body(lot.Key.Number, lot) });

    /// <summary>The events of one such act.</summary>
    /// <exception cref="InvalidDataException">It was kept by a newer program, or changed since.</exception>
    public static IReadOnlyList<EventId> EventsOf(KeptAct kept)
    {
        var body = JsonDocumentReader.Read(new SourceText(kept.Act.Target, kept.Act.Body), out _)
            ?? throw new InvalidDataException($"act at {kept.Position} cannot be read");
        return
        [
            .. from source in body["events"]?.Items ?? []
               from id in source["ids"]?.Items ?? []
               select new EventId(source["source"]!.Text!, id.Text!),
        ];
    }

    private static string Body(long number, IEnumerable<Arrival> accepted) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.Property("portion", (decimal)number);
        var ids = accepted.Select(each => each.New!.Id).GroupBy(each => each.Source);
        json.List("events", ids, (to, source) =>
        {
            to.WriteStartObject();
            to.Property("source", source.Key);
            to.List("ids", source, (ids, each) => ids.WriteValue(each.Id));
            to.WriteEndObject();
        });
        json.WriteEndObject();
    });
}
