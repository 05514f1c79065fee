using CreditScoring.Documents;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using Newtonsoft.Json;

namespace CreditScoring.Service.Api;

/// <summary>A row of the points ledger as JSON, and instants as answers write them.</summary>
public static class LedgerJson
{
    public static void Write(JsonTextWriter json, LedgerLine line)
    {
        var (regime, row) = line.Posted;
        json.WriteStartObject();
        json.Property("regime", regime);
        json.Property("number", (decimal)row.Number);
        json.Property("entry", row.Booking.Entry);
        json.Property("event", row.Booking.Event.ToString());
        json.Property("rule", row.Booking.Rule);
        json.Property("points", row.Booking.Points.Value);
        json.Property("from", row.Booking.From);
        json.Property("until", row.Booking.Until);
        json.Property("citation", row.Booking.Citation);
        json.Property("pack", row.Booking.Pack);
        json.Property("reverses", (decimal?)row.Reverses);
        json.Property("cause", row.Cause);
        json.Instant("recordedAt", line.RecordedAt);
        json.WriteEndObject();
    }

    public static void Instant(this JsonTextWriter json, string name, DateTimeOffset instant) =>
        json.Property(name, InstantText.Of(instant));
}
