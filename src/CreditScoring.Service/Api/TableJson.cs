using CreditScoring.Documents;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.TablesIn;
using static CreditScoring.Service.Contract.TakenBody;

namespace CreditScoring.Service.Api;

/// <summary>Tables that were handed in, as the API tells them and is asked of them.</summary>
internal static class TableJson
{
    private static readonly JsonShape<TableRemark> Remark = new(
        "TableRemark",
        new("zh", "说明", "in Chinese", each => each.What.Zh),
        new("en", "英文说明", "in English", each => each.What.En),
        new("rows", "行数", "how many rows", each => each.Rows));

    private static readonly JsonShape<TableCounts> Counts = new(
        "TableCounts",
        new("read", "读取的数据行", "rows of data that were read", each => each.Read),
        new("new", "新事件", "events that the record did not have", each => each.New),
        new("known", "已有，内容相同", "events that it had", each => each.Known),
        new("conflicts", "编号相同而内容不同", "events whose id it had with other content",
            each => each.Conflicts),
        new("turnedAway", "不受理的事件", "events that it turned away", each => each.Turned),
        new("rejected", "不成为事件的行", "rows that are no events", each => each.Rejected),
        JsonMember.List<TableCounts, TableRemark>(
            "reasons", "为何不导入，多者在前", "why rows are not imported, the most frequent first",
            each => each.Reasons, Remark),
        JsonMember.List<TableCounts, TableRemark>(
            "skipped", "不是数据的行", "rows that are no data", each => each.Skipped, Remark),
        new("whole", "是否为全部各行", "whether these are all rows", each => each.IsWhole));

    private static readonly JsonShape<TableFlaw> Flaw = new(
        "TableFlaw",
        new("name", "代码，不变", "does not change", each => each.Name),
        new("zh", "说明", "what is wrong, in Chinese", each => $"{each.What.Zh}；{each.Mend.Zh}"),
        new("en", "英文说明", "the same in English", each => $"{each.What.En}; {each.Mend.En}"));

    public static readonly JsonShape<HandedTable> Shape = new(
        "HandedTable",
        new("id", "编号", "its id", each => each.Id),
        new("name", "文件名", "the name of its file", each => each.Name),
        new("sha256", "文件的 SHA-256", "SHA-256 of its file", each => each.Digest),
        new("state", "状态：laid、unreadable、ready、trying、tried、keeping、kept、undoing、undone、givenup",
            "how it stands", each => $"{each.State}".ToLowerInvariant()),
        new("by", "何人上传", "who handed it in", each => each.By),
        LedgerJson.Instant<HandedTable>("at", "何时", "when", each => each.At),
        new("mapping", "映射的全文，空为没有合适的", "the text of its mapping; empty: none fits",
            each => each.Mapping),
        JsonMember.List<HandedTable, TableFlaw>(
            "flaws", "文件或映射的问题", "what is wrong with file or mapping", each => each.Flaws, Flaw),
        JsonMember.Part<HandedTable, TableCounts>(
            "trial", "试导入的结果", "what would come of it", each => each.Trial, Counts, mayBeNull: true),
        JsonMember.Part<HandedTable, TableCounts>(
            "kept", "导入的结果", "what has come of it", each => each.Kept, Counts, mayBeNull: true),
        new("undone", "已撤销的事件", "events that are annulled", each => each.Undone));

    public static TakenBody File { get; } = TakenBody.Object(
        """{"name":"处罚.csv","file":"Y29kZQo="}""", ["name", "file"],
        Member("name", "文件名 · the name of the file"),
        Member("file", "文件，base64，至多 4 MiB · the file in base64, 4 MiB at the most"));

    public static TakenBody Mapping { get; } = TakenBody.Object(
        """{"mapping":"{}"}""", ["mapping"],
        Member("mapping", "映射的全文（docs/importing.md）· the text of a mapping"));

    public static TakenBody Reason { get; } = TakenBody.Object(
        """{"reason":"误传"}""", ["reason"], Member("reason", "理由 · why"));
}
