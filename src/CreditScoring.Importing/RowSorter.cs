using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Importing;

/// <summary>
/// Tells rows of data from what else stands under a header: blank rows, totals, signatures.
/// </summary>
/// <param name="others">Beginnings of further rows that are no data, as the mapping has them.</param>
internal sealed class RowSorter(TableHeader header, IReadOnlyList<string> others)
{
    private static readonly Wording Blank = new("空行", "blank rows");

    private static readonly Wording Total = new("合计行", "totals");

    private static readonly Wording Remark = new("备注、签名行", "notes and signatures");

    private static readonly Wording Header = new("重复的表头", "the header again");

    private static readonly Wording Numbers = new("列号行", "numbers of columns");

    private static readonly Wording Other = new("映射 skip 所列的行", "rows that the mapping skips");

    private static readonly string[] Totals = ["合计", "总计", "小计", "共计", "累计", "总合计", "本页合计", "本页小计"];

    private static readonly string[] Remarks =
    [
        "注", "备注", "说明", "填表说明", "表格说明", "填表人", "填报人", "填报单位", "填表单位", "填表日期", "填报日期",
        "制表人", "制表", "制表日期", "审核人", "审核", "审批人", "复核人", "负责人", "单位负责人", "经办人", "联系人",
        "联系电话", "签字", "签名", "盖章", "打印日期", "打印时间", "导出时间", "导出日期", "数据来源",
    ];

    private readonly string[] skipped = [.. others.Select(SoughtText.Of)];

    /// <summary>Why a row is no data; null: it is.</summary>
    public Wording? SkipOf(RawRow row)
    {
        var first = row.Cells.FirstOrDefault(cell => !cell.IsEmpty);
        if (first.Text is null)
        {
            return Blank;
        }

        var begins = SoughtText.Of(first.Text).Trim('(', ')', '*', '、');
        return IsTotal(begins) ? Total
            : IsRemark(begins) ? Remark
            : skipped.Any(word => begins.StartsWith(word, StringComparison.Ordinal)) ? Other
            : IsHeader(row) ? Header
            : IsNumbers(row) ? Numbers
            : null;
    }

    /// <summary>合计, 合计：2批次, 共12家; not the name of a firm that begins so.</summary>
    private static bool IsTotal(string begins) =>
        Totals.Any(word => begins == word || (begins.StartsWith(word, StringComparison.Ordinal)
            && (begins[word.Length] is ':' or '(' || char.IsAsciiDigit(begins[word.Length]))))
        || (begins.Length > 2 && begins[0] == '共' && char.IsAsciiDigit(begins[1])
            && begins[1..].TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Length <= 2);

    private static bool IsRemark(string begins) =>
        begins.IndexOf(':', StringComparison.Ordinal) is > 0 and < 8 and var colon
        && Remarks.Contains(begins[..colon].TrimEnd('1', '2', '3', '4', '5', '6', '7', '8', '9'));

    /// <summary>Printed tables say their header on every page.</summary>
    private bool IsHeader(RawRow row)
    {
        var (alike, filled) = (0, 0);
        for (var place = 0; place < row.Cells.Count && place < header.Names.Count; place++)
        {
            filled += row.Cells[place].IsEmpty ? 0 : 1;
            alike += !row.Cells[place].IsEmpty && row.Cells[place].Clean == header.Names[place] ? 1 : 0;
        }

        return alike > 1 && alike == filled;
    }

    /// <summary>1, 2, 3 … under the names of the columns.</summary>
    private static bool IsNumbers(RawRow row)
    {
        const int Fewest = 4;
        for (var place = 0; place < row.Cells.Count; place++)
        {
            if (!int.TryParse(
                row.Cells[place].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number != place + 1)
            {
                return false;
            }
        }

        return row.Cells.Count >= Fewest;
    }
}
