using CreditScoring.Documents;

namespace CreditScoring.Cli.Words;

/// <summary>What <c>credit import</c> says, in both languages.</summary>
internal static class ImportPhrases
{
    public static Wording Imported(int read, int events, int rejected, int left, int skipped) => new(
        $"读取 {read} 行，成为事件 {events}，被拒 {rejected}{(left == 0 ? "" : $"，无所归属 {left}")}"
            + (skipped == 0 ? "" : $"；另跳过 {skipped} 行"),
        $"read {read}, events {events}, "
            + $"rejected {rejected}{(left == 0 ? "" : $", joined to nothing {left}")}"
            + (skipped == 0 ? "" : $"; skipped {skipped}"));

    public static Wording ImportedSoFar(int read, int rejected) =>
        new($"已读 {read:N0} 行，被拒 {rejected:N0}", $"{read:N0} rows, rejected {rejected:N0}");

    public static Wording RowsSkipped(Wording what, int rows, string lines) => new(
        $"跳过 {rows} 行：{what.Zh}（第 {lines} 行）", $"skipped {rows}: {what.En} (rows {lines})");

    public static Wording RowsRemarked(Wording what, int rows, string lines) => new(
        $"{what.Zh}：{rows} 行（第 {lines} 行）", $"{what.En}: {rows} (rows {lines})");

    public static Wording TableFound(string file, string sheet, string lines, int columns) => new(
        $"{file}{(sheet.Length == 0 ? "" : $"，工作表“{sheet}”")}：表头在第 {lines} 行，{columns} 列",
        $"{file}{(sheet.Length == 0 ? "" : $", sheet '{sheet}'")}: header in row {lines}, {columns} columns");

    public static Wording MappingTitle(Wording title) => new($"映射：{title.Zh}", $"mapping: {title.En}");

    public static Wording ColumnRead(string column, string letter, string header) => new(
        $"  {letter} 列 {header}{(header == column ? "" : $" → {column}")}",
        $"  column {letter} {header}{(header == column ? "" : $" -> {column}")}");

    public static Wording ColumnsNotThere(string columns) => new(
        $"表里没有，可以没有：{columns}", $"not in the table, which may lack them: {columns}");

    public static Wording ColumnsNotRead(string columns) => new($"不读取：{columns}", $"not read: {columns}");

    public static Wording Assumed(Wording field, string value) => new(
        $"表里没有，按目录默认：{field.Zh} = {value}", $"not in the table, so by default: {field.En} = {value}");

    public static Wording DecidedOnAssumed { get; } = new(
        "表里没有决定日期，按发生日期对待", "no day of decision in the table: the day on which it happened stands for it");

    public static Wording FieldOfRow(Wording field, string value, string? unit) => new(
        $"  {field.Zh}：{value}{(unit == "yuan" ? " 元" : "")}",
        $"  {field.En}: {value}{(unit is null ? "" : $" {unit}")}");

    public static Wording RowAsEvent(int line, Wording kind, string id, string subject, string day) => new(
        $"第 {line} 行 → {kind.Zh}，编号 {id}，主体 {(subject.Length == 0 ? "无" : subject)}，{day}",
        $"row {line} -> {kind.En}, id {id}, subject {(subject.Length == 0 ? "none" : subject)}, {day}");

    public static Wording RowRejected(int line, Wording why) =>
        new($"第 {line} 行被拒：{why.Zh}", $"row {line} is rejected: {why.En}");

    public static Wording MoreRejected(int rows) => new($"另有 {rows} 行被拒", $"{rows} more rows are rejected");

    public static Wording Proposed(string? ready) => new(
        ready is null ? "没有现成的映射合适" : $"按现成的映射 {ready} 提出；请核对后再用",
        ready is null ? "no ready mapping fits" : $"proposed by the ready mapping {ready}; see that it fits");

    public static Wording JoinedRows(string table, int rows) =>
        new($"{table}：读取 {rows} 行", $"{table}: read {rows}");

    public static Wording PersonKeyShort(string variable) => new(
        $"{variable} 太短：密钥至少 16 个字节", $"{variable} is too short: a key has 16 octets at least");

    public static Wording NoMapping(string? name, string ready) => new(
        $"{(name is null ? "没有写 --map" : $"没有映射 {name}")}。现成的映射：{ready}；也可以先用 --propose 提出一个",
        $"{(name is null ? "--map is missing" : $"there is no mapping {name}")}. Ready ones are {ready}; "
            + "--propose proposes one");

    public static Wording MappingFlawed(string file) => new(
        $"映射 {file} 有错误", $"the mapping {file} has errors");
}
