using CreditScoring.Documents;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using Newtonsoft.Json;

namespace CreditScoring.Service.Api;

/// <summary>A row of the points ledger as JSON, and instants as answers write them.</summary>
public static class LedgerJson
{
    public static readonly JsonShape<LedgerLine> Shape = new(
        "LedgerRow",
        new("regime", "监管制度", "the regime", each => each.Posted.Regime),
        new("number", "行号，从 1 起", "its number, from 1", each => each.Posted.Row.Number),
        new("entry", "条目编号", "the entry", each => each.Posted.Row.Booking.Entry),
        new("event", "事件（来源/编号）", "the event (source/id)", each => each.Posted.Row.Booking.Event.ToString()),
        new("rule", "所依规则", "the rule", each => each.Posted.Row.Booking.Rule),
        new("points", "记分；冲销为负", "its points; of a reversal less than nothing",
            each => each.Posted.Row.Booking.Points.Value),
        new("from", "自何日起计", "the first day on which it counts", each => each.Posted.Row.Booking.From),
        new("until", "计至何日前；null 表示长期", "up to this day, which is out; null: for ever",
            each => each.Posted.Row.Booking.Until),
        new("citation", "条款", "the article", each => each.Posted.Row.Booking.Citation) { MayBeNull = true },
        new("pack", "规则包版本", "the version of the pack", each => each.Posted.Row.Booking.Pack),
        new("reverses", "所冲销的行号", "the row that it reverses", each => each.Posted.Row.Reverses),
        new("cause", "记账原因", "why it was posted", each => each.Posted.Row.Cause),
        RecordedAt<LedgerLine>(each => each.RecordedAt));

    public static JsonMember<T> RecordedAt<T>(Func<T, DateTimeOffset> instant) =>
        Instant("recordedAt", "记录时刻", "when it was recorded", instant);

    public static JsonMember<T> Instant<T>(
        string name, string zh, string en, Func<T, DateTimeOffset> instant) =>
        new(name, zh, en, each => InstantText.Of(instant(each))) { Type = JsonType.Instant };

    public static void Instant(this JsonTextWriter json, string name, DateTimeOffset instant) =>
        json.Property(name, InstantText.Of(instant));
}
