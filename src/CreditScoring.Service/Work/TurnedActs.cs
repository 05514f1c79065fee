using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Work;

/// <summary>
/// Which person sent what would change the record and was turned away: an act each, kept with the item of the
/// quarantine. By it is known whether who has it read again is another person.
/// </summary>
public static class TurnedActs
{
    private const string What = "event-turned";

    /// <summary>More persons than ever send one text.</summary>
    private const int Most = 1000;

    /// <param name="turned">With what the quarantine keeps of each.</param>
    internal static IEnumerable<Act> Of(IEnumerable<(Arrival Arrival, TurnedAwayEvent Kept)> turned) => turned
        // What cannot be read today might be a mending event tomorrow.
        .Where(each => each.Arrival is { Sender.IsPerson: true, Event: null or { Kind.Mends: true } })
        .Select(each => new Act(each.Arrival.Sender.Name!, What, TargetOf(each.Kept))
        {
            Body = JsonText.Of(json =>
            {
                json.WriteStartObject();
                json.Property("source", ResidentNumber.Masked(each.Kept.Id.Source));
                json.Property("id", ResidentNumber.Masked(each.Kept.Id.Id));
                json.Property("reason", each.Kept.Reason);
                json.WriteEndObject();
            }),
        });

    /// <summary>
    /// Whether who reads an item again is another person than who sent it, or it is a program's or a
    /// folder's, which changes what its own source said.
    /// </summary>
    public static async Task<bool> IsOfAnotherAsync(
        this IRecordQuestions record, TurnedAwayEvent kept, Sender reads)
    {
        var senders = await record.ActsAsync(new ActQuery(0, Most) { What = What, Target = TargetOf(kept) });
        return senders.Count == 0 || senders.Any(each => each.Act.Actor != reads.Name);
    }

    private static string TargetOf(TurnedAwayEvent kept) => $"turned:{kept.Hash()}";
}
