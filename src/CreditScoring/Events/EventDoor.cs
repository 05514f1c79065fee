using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>
/// What only the day of arrival can tell of an event: whether it lies in the future.
/// </summary>
public static class EventDoor
{
    /// <summary>The flaw of an event from the future; null: it may come in.</summary>
    /// <param name="reading">An event that was read.</param>
    /// <param name="today">The legal day in Asia/Shanghai on which it arrives.</param>
    public static Flaw? Check(EventReading reading, DateOnly today) => reading.Event is { } read
        ? Check(read, today, reading.PlaceOf)
        : throw new ArgumentException("nothing was read here", nameof(reading));

    /// <summary>As above, for an event whose text is not at hand.</summary>
    public static Flaw? Check(RegulatoryEvent read, DateOnly today) =>
        Check(read, today, _ => Place.Whole(read.Id.ToString()));

    /// <summary>
    /// The flaw of an event that would mend what its source may not: only the target's own source, or
    /// a corrector that the catalogue lists, may annul, amend or suspend. Null: it may.
    /// </summary>
    public static Flaw? CheckAuthority(EventReading reading, EventCatalogue catalogue) =>
        reading.Event is not { Kind.Mends: true, ActsOn: { } target } read
            || catalogue.MayMend(read.Id.Source, target.Source) ? null
        : new Flaw(
            "may-not-mend", reading.PlaceOf("actsOn"),
            new Wording(
                $"“{read.Id.Source}”无权更改“{target.Source}”报送的事件",
                $"'{read.Id.Source}' may not mend what '{target.Source}' has sent"),
            new Wording(
                "由原报送机关报送，或在 rules/events 的 correctors 中列明",
                "let the target's own source send it, or list this one under correctors in rules/events"));

    /// <summary>The flaw of an amendment that names no field; null: it says something.</summary>
    public static Flaw? CheckAmendment(EventReading reading) =>
        reading.Event is not { Kind.Amends: true } read || read.Values.Any(value => value is not null) ? null
        : new Flaw(
            "nothing-amended", reading.PlaceOf("data"),
            new Wording("没有写明变更什么", "names nothing that it amends"),
            new Wording(
                "在 data 中写出变更后的字段；不再有的写 null；整件撤销用 annulled",
                "name in data the fields as they now are, null for what is no longer so; "
                + "to take back the whole event send an annulled event"));

    private static Flaw? Check(RegulatoryEvent read, DateOnly today, Func<string, Place> placeOf) =>
        read.OccurredOn > today ? InFuture(placeOf("occurredOn"), read.OccurredOn, today)
            : read.DecidedOn > today ? InFuture(placeOf("decidedOn"), read.DecidedOn.Value, today)
            : null;

    private static Flaw InFuture(Place place, DateOnly day, DateOnly today) => new(
        "day-in-future", place,
        new Wording($"{day:yyyy-MM-dd} 在今天（{today:yyyy-MM-dd}）之后",
            $"{day:yyyy-MM-dd} lies after today, {today:yyyy-MM-dd}"),
        new Wording("核对日期；未来的事项到日再报", "check the day; send what is to come when it has come"));
}
