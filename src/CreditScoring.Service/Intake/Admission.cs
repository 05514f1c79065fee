using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Intake;

/// <summary>
/// Decides what becomes of each event of a batch. An event is judged by itself and by those with
/// its own id, never by its neighbours.
/// </summary>
public sealed class Admission(EventCatalogue catalogue, DateOnly today)
{
    private readonly Dictionary<EventId, NewEvent> seen = [];
    private readonly EventReader reader = EventReader.OfKept(catalogue);

    /// <summary>
    /// What can be told without the record: null, or the reason to turn an event away.
    /// </summary>
    public IReadOnlyList<Flaw>? AtTheDoor(Arrival arrival)
    {
        if (arrival.Aside is { } aside)
        {
            return [aside];
        }

        if (arrival.Event is null)
        {
            return arrival.Reading.Flaws;
        }

        return EventDoor.Check(arrival.Reading, catalogue, today) is { } flaw ? [flaw]
            : !arrival.Sender.MayMend && arrival.Event.Kind.Mends ? [NotMending(arrival)]
            : arrival is { Sender.IsPerson: true, IsAgreed: false, Event.Kind.Mends: true }
                ? [OneAlone(arrival)]
            : null;
    }

    /// <summary>
    /// An event that passed the door, against what is known and what came with it.
    /// </summary>
    public void Settle(Arrival arrival, KeptEvent? kept)
    {
        var fresh = arrival.New!;
        if ((kept?.Hash ?? seen.GetValueOrDefault(fresh.Id)?.Hash) is not { } hash)
        {
            seen.Add(fresh.Id, fresh);
            arrival.Became(Outcome.Accepted);
        }
        else if (Repeats(fresh, hash) || (kept is not null && Repeats(fresh, ReadAnew(kept))))
        {
            arrival.Became(Outcome.Duplicate);
        }
        else
        {
            arrival.Became(Outcome.Conflict, IdTaken(arrival, hash));
        }
    }

    private static bool Repeats(NewEvent fresh, string? hash) =>
        hash is not null && CanonicalEvent.Of(fresh.Id, fresh.Hash, fresh.Id, hash) == Repeat.Duplicate;

    // A catalogue that has grown writes out more defaults: the kept text is read by it as well.
    private string? ReadAnew(KeptEvent kept) =>
        reader.Read(new SourceText("record", kept.Text)).Event is { } known
            ? CanonicalEvent.Of(known).Hash : null;

    private static Flaw NotMending(Arrival arrival) => new(
        "corrector-wanted", arrival.Reading.PlaceOf("kind"),
        new Wording("报送人无权更改已报事件", "who sent it may not change what was sent before"),
        new Wording(
            "由有 corrector 角色的人员核对后从隔离区重新读入，或由来源系统用自己的密钥报送",
            "let a person with the role corrector read it again from the quarantine, or the source's own "
            + "program send it with its key"));

    private static Flaw OneAlone(Arrival arrival) => new(
        "second-person-wanted", arrival.Reading.PlaceOf("kind"),
        new Wording(
            "更改已报事件须两人：一人报送，另一人核对",
            "changing what was sent before takes two persons: one sends it, another looks at it"),
        new Wording(
            "由另一名更正员从隔离区重新读入；或在“更正”页面提出，由另一人确认",
            "let another corrector read it again from the quarantine; or propose it on the page "
            + "/corrections, for another person to confirm"));

    private static Flaw IdTaken(Arrival arrival, string hash) => new(
        "id-taken", arrival.Reading.PlaceOf("id"),
        new Wording(
            $"编号已用于另一内容的事件（已存内容的摘要 {hash[..12]}）",
            $"the id is known with other content (hash of what is kept: {hash[..12]})"),
        new Wording(
            "新事件用新编号；更正已报事件请报送 amended 或 annulled",
            "give a new event a new id; to change what was sent, send an amended "
            + "or annulled event"));
}
