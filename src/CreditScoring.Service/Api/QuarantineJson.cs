using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Api;

/// <summary>
/// An item of the quarantine as JSON: what was sent, what is wrong, and its trail. The number of a
/// resident that somebody sent is not shown; the text itself stays whole, to be read again.
/// </summary>
public static class QuarantineJson
{
    /// <summary>Whose event it is, as far as it says so.</summary>
    private static readonly IReadOnlyList<JsonMember<EventId>> Id =
    [
        new("source", "来源", "its source", each => ResidentNumber.Masked(each.Source)) { MayBeNull = true },
        new("id", "编号", "its id", each => ResidentNumber.Masked(each.Id)) { MayBeNull = true },
    ];

    private static readonly JsonShape<EventId> Target = new("EventId", Id);

    private static readonly IReadOnlyList<JsonMember<QuarantineItem>> Head =
    [
        new("position", "位置", "its position", each => each.Position),
        .. Id.Select(member => member.Within((QuarantineItem each) => each.Turned.Id)),
        new("reason", "第一个问题的代码", "the name of its first flaw", each => each.Turned.Reason),
        Flaws<QuarantineItem>(each => each.Turned.Flaws),
        .. Text<QuarantineItem>(each => each.Turned.Text, each => each.TextOctets, each => each.IsCut),
        LedgerJson.RecordedAt<QuarantineItem>(each => each.RecordedAt),
    ];

    private static readonly JsonShape<Replay> Again = new(
        "Replay",
        new("outcome", "结果", "what came of it", each => each.Outcome),
        Flaws<Replay>(each => each.Flaws),
        LedgerJson.RecordedAt<Replay>(each => each.RecordedAt));

    /// <summary>One of the list.</summary>
    public static readonly JsonShape<QuarantineItem> Listed = new("QuarantineItem", Head);

    /// <summary>All of one item, with what came of each replay.</summary>
    public static readonly JsonShape<QuarantineItem> Content = new(
        "QuarantineContent",
        [
            .. Head,
            new("state", "是否仍在隔离区", "whether it still is there",
                each => each.HasLeft ? "left" : "quarantined")
            {
                Type = JsonType.Words("left", "quarantined"),
            },
            JsonMember.List("replays", "各次重读", "what came of each replay",
                (QuarantineItem each) => each.Replays, Again),
        ]);

    /// <summary>What waits for the event that it mends.</summary>
    public static readonly JsonShape<WaitingEvent> Waiting = new(
        "WaitingEvent",
        [
            .. Id.Select(member => member.Within((WaitingEvent each) => each.Id)),
            new("actsOn", "所针对的事件", "the event that it acts on",
                (json, each) => Target.Write(json, each.Target))
            {
                Type = JsonType.ObjectOf(Target),
            },
            LedgerJson.RecordedAt<WaitingEvent>(each => each.RecordedAt),
        ]);

    /// <summary>
    /// A text as people can read it; "octets": what is written \xD6 was an octet that is no UTF-8.
    /// </summary>
    /// <param name="octets">How many were sent.</param>
    /// <param name="isCut">Whether it is only the beginning; .../text gives all of it.</param>
    public static IReadOnlyList<JsonMember<T>> Text<T>(
        Func<T, string> text, Func<T, long> octets, Func<T, bool> isCut) =>
    [
        new("text", "所报文本或其开头", "its text, or the beginning of it",
            each => EscapedUtf8.Shown(ResidentNumber.Masked(text(each)))),
        new("encoding", "octets：\\xD6 表示非 UTF-8 的字节", "octets: \\xD6 stands for an octet that is no UTF-8",
            each => EscapedUtf8.HasOctets(text(each)) ? "octets" : "utf-8")
        {
            Type = JsonType.Words("octets", "utf-8"),
        },
        new("textOctets", "文本的字节数", "octets of its text", octets),
        new("textCut", "是否只是开头", "whether it is only the beginning", isCut),
    ];

    private static JsonMember<T> Flaws<T>(Func<T, string> flaws) =>
        new("flaws", "问题", "what is wrong",
            (json, each) => json.WriteRawValue(ResidentNumber.Masked(flaws(each))))
        {
            Type = JsonType.ListOf(FlawJson.Shape),
        };
}
