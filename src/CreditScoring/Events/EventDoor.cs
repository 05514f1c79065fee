using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>
/// What its text alone does not tell of an event that was read: whether it may come in from this source, on
/// this day.
/// </summary>
public static class EventDoor
{
    /// <summary>Why it may not come in; null: it may.</summary>
    /// <param name="reading">An event that was read.</param>
    /// <param name="today">
    /// The legal day in Asia/Shanghai on which it arrives; null: events of days to come wait.
    /// </param>
    public static Flaw? Check(EventReading reading, EventCatalogue catalogue, DateOnly? today)
    {
        var read = reading.Event ?? throw new ArgumentException("nothing was read here", nameof(reading));
        return FromTheFuture(reading, read, today) ?? NotItsOwn(reading, read, catalogue)
            ?? NothingAmended(reading, read);
    }

    private static Flaw? FromTheFuture(EventReading reading, RegulatoryEvent read, DateOnly? today) =>
        read.OccurredOn > today ? InFuture(reading.PlaceOf("occurredOn"), read.OccurredOn, today.Value)
            : read.DecidedOn is { } decided && decided > today
                ? InFuture(reading.PlaceOf("decidedOn"), decided, today.Value)
            : null;

    private static Flaw InFuture(Place place, DateOnly day, DateOnly today) => new(
        "day-in-future", place,
        new Wording($"{day:yyyy-MM-dd} 在今天（{today:yyyy-MM-dd}）之后",
            $"{day:yyyy-MM-dd} lies after today, {today:yyyy-MM-dd}"),
        new Wording("核对日期；未来的事项到日再报", "check the day; send what is to come when it has come"));

    /// <summary>
    /// Only the target's own source, or a corrector that the catalogue lists, may annul, amend or suspend.
    /// </summary>
    private static Flaw? NotItsOwn(EventReading reading, RegulatoryEvent read, EventCatalogue catalogue) =>
        read is not { Kind.Mends: true, ActsOn: { } target }
            || catalogue.MayMend(read.Id.Source, target.Source) ? null
        : new Flaw(
            "may-not-mend", reading.PlaceOf("actsOn"),
            new Wording(
                $"“{read.Id.Source}”无权更改“{target.Source}”报送的事件",
                $"'{read.Id.Source}' may not mend what '{target.Source}' has sent"),
            new Wording(
                "由原报送机关报送，或在 rules/events 的 correctors 中列明",
                "let the target's own source send it, or list this one under correctors in rules/events"));

    private static Flaw? NothingAmended(EventReading reading, RegulatoryEvent read) =>
        !read.Kind.Amends || read.Values.Any(value => value is not null) ? null
        : new Flaw(
            "nothing-amended", reading.PlaceOf("data"),
            new Wording("没有写明变更什么", "names nothing that it amends"),
            new Wording(
                "在 data 中写出变更后的字段；不再有的写 null；整件撤销用 annulled",
                "name in data the fields as they now are, null for what is no longer so; "
                + "to take back the whole event send an annulled event"));
}
