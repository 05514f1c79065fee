using CreditScoring.Documents;

namespace CreditScoring.Service.TablesIn;

/// <summary>Why something is not done with a table.</summary>
/// <param name="Code">Does not change.</param>
public sealed record TableFault(string Code, Wording What, Wording Mend)
{
    public static TableFault Unknown { get; } = new(
        "table-unknown", new("没有这张表格，或无权查看", "there is no such table, or it is not yours to see"),
        new("从“导入表格”的列表进入", "see the list of tables"));

    public static TableFault NoFile { get; } = new(
        "table-file-wanted", new("没有文件，或文件是空的", "there is no file, or it is empty"),
        new("选一个 .xlsx 或 .csv 文件", "choose an .xlsx or .csv file"));

    public static TableFault Changed { get; } = new(
        "table-changed", new("有人刚刚改动了这张表格", "somebody has just changed this table"),
        new("看看现在的状态，再试一次", "look how it stands now, and try again"));

    public static TableFault UnderWay { get; } = new(
        "table-under-way", new("正在处理这张表格", "the table is being worked on"),
        new("等它做完，或先停止", "wait until it is done, or stop it first"));

    public static TableFault Ended { get; } = new(
        "table-ended", new("这张表格已办结", "this table has ended"),
        new("要再导入，重新上传", "to import it again, upload it again"));

    public static TableFault NotTried { get; } = new(
        "table-not-tried", new("还没有按现在的映射试导入", "it was not tried by the mapping as it is"),
        new("先试导入，看过结果再导入", "try it first, and look at what would come of it"));

    public static TableFault NothingNew { get; } = new(
        "table-nothing-new", new("没有可导入的新事件", "it has no event that is new"),
        new("改好被拒的行再上传", "mend the rejected rows, and upload them"));

    public static TableFault NotKept { get; } = new(
        "table-not-kept", new("只有已导入的表格可以撤销", "only what was imported is undone"),
        new("还没有导入的，放弃即可", "what was not imported can be given up"));

    public static TableFault NoReason { get; } = new(
        "reason-wanted", new("没有写明理由", "no reason is given"),
        new("写明理由，至多 200 字", "say why, in 200 characters at the most"));

    public static TableFault SamePerson { get; } = new(
        "second-person",
        new("撤销须由另一人办理，导入的人不得自己撤销", "another person undoes it; nobody undoes his own import"),
        new("请另一名更正员办理", "ask another corrector"));

    public static TableFault NobodyKnown { get; } = new(
        "importer-unknown",
        new("导入时无须登录，不知何人导入，不能认定撤销人是另一人",
            "it was imported where nobody had to sign in: that who undoes it is another person is not known"),
        new("逐件用“更正”办理，由另一人确认", "correct the events one by one, for another person to confirm"));

    public static TableFault OtherRegions { get; } = new(
        "region-beyond",
        new("表格可能涉及其他地域的主体", "the table may concern subjects of other regions"),
        new("由不限地域的更正员办理", "let a corrector of all regions do it"));

    public static TableFault NoKind { get; } = new(
        "kind-unknown", new("没有这种事件", "there is no such kind of event"),
        new("从列表中选一种", "choose one of the list"));

    public static TableFault TooLarge(long mebibytes) => new(
        "table-too-large", new($"文件超过 {mebibytes} MiB", $"the file has more than {mebibytes} MiB"),
        new("分成几个文件，或只留要导入的工作表", "split it, or keep the sheet that is to be imported alone"));
}

/// <summary>What came of what somebody asked for.</summary>
/// <param name="Table">As it is now; null: there is none.</param>
/// <param name="Fault">Null: it was done.</param>
public sealed record TableDecision(HandedTable? Table, TableFault? Fault = null)
{
    public bool IsDone => Fault is null;
}
