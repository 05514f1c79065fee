using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Books;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.TablesIn;

/// <summary>
/// Annuls what was new by a table: an annulment an event, whose id follows from both, so that the record
/// takes it once however often it is sent. What the record had before stays.
/// </summary>
internal sealed class TableUndo(IRecordQuestions record, InboxQueue inbox, RuleBook book)
{
    private const int IdDigits = 24;

    /// <param name="goesOn">Keeps how far it has come; null: somebody else has changed the table.</param>
    /// <returns>The table once all is annulled; null: it ended before.</returns>
    public async Task<HandedTable?> RunAsync(
        HandedTable table, Sender sender, Func<HandedTable, Task<HandedTable?>> goesOn,
        CancellationToken stop)
    {
        var kind = book.Catalogue.Kinds.First(each => each.Annuls);
        var reader = new EventReader(book.Catalogue);
        var now = table;
        while (!stop.IsCancellationRequested && await NextAsync(now) is { } lot)
        {
            var arrivals = LotActs.EventsOf(lot).Select(each => new Arrival(
                reader.Read(new SourceText("undo", Annulment(each, kind, now))))
            {
                // Two persons stand behind it: who had it imported, and who takes it back.
                Sender = sender, IsAgreed = true,
            });
            var kept = await inbox.KeepAsync(new Submission(book, [.. arrivals]), stop);
            var done = kept.Count(each => each.Outcome is Outcome.Accepted or Outcome.Duplicate);
            if (await goesOn(now with
            {
                UndonePosition = lot.Position, Undone = now.Undone + done,
                NotUndone = now.NotUndone + kept.Count - done,
            }) is not { } next)
            {
                return null;
            }

            now = next;
        }

        return stop.IsCancellationRequested ? null : now;
    }

    private async Task<KeptAct?> NextAsync(HandedTable table) =>
        (await record.ActsAsync(new ActQuery(table.UndonePosition, 1)
        {
            What = LotActs.What, Target = table.Target,
        })).FirstOrDefault();

    private static string Annulment(EventId target, EventKind kind, HandedTable table) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.Property("id", IdOf(target, table));
        json.Property("source", target.Source);
        json.Property("kind", kind.Name);
        json.Property("occurredOn", table.UndoneOn);
        json.Property("actsOn", target.Id);
        json.WritePropertyName("data");
        json.WriteStartObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static string IdOf(EventId target, HandedTable table)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{target.Source}\n{target.Id}"));
        return string.Create(
            CultureInfo.InvariantCulture, $"undo-{table.Id}-{Convert.ToHexStringLower(hash)[..IdDigits]}");
    }
}
