using CreditScoring.Documents;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Work;

/// <summary>
/// Who sent what of a batch: one act a sender and source, kept with the events themselves.
/// </summary>
internal static class SentActs
{
    public static IReadOnlyList<Act> Of(IEnumerable<Arrival> arrivals) =>
    [
        .. arrivals.Where(arrival => arrival.Sender.Name is not null)
            .GroupBy(arrival => (By: arrival.Sender.Name!, arrival.Reading.Id.Source))
            .Select(sent => new Act(
                sent.Key.By, "events-sent", $"source:{ResidentNumber.Masked(sent.Key.Source)}")
            {
                Body = Body([.. sent]),
            }),
    ];

    private static string Body(IReadOnlyList<Arrival> sent) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        foreach (var of in sent.GroupBy(arrival => arrival.Outcome).OrderBy(of => of.Key))
        {
            json.Property(of.Key.Name(), (decimal)of.Count());
        }

        json.Property("first", ResidentNumber.Masked(sent[0].Reading.Id.Id));
        json.Property("last", ResidentNumber.Masked(sent[^1].Reading.Id.Id));
        json.WriteEndObject();
    });
}
