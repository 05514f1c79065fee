using System.Globalization;
using System.Text;
using CreditScoring.Service.Tests.Given;

namespace CreditScoring.Service.Tests.TablesIn;

/// <summary>
/// A table of 双公示 as it is downloaded: a title, a unit, merged cells, a header of two rows, 万元, days in four forms,
/// a code that Excel has rounded, and a total.
/// </summary>
internal static class DownloadedTable
{
    public const string Name = "行政处罚信息（2025年7月）.xlsx";

    public static readonly byte[] Octets = Workbooks.Written(
        Row(1, "行政处罚信息（2025年7月）", null, null, null, null, null, null, "单位：万元")
        + Row(2, "行政相对人", null, null, "决定书文号", "处罚类别", "处罚内容", "罚款金额", "决定日期", "公示截止期", "备注")
        + Row(3, "名称", "类别", "代码_1", null, null, null, "（万元）")
        + Row(4, "石桥电器有限公司", "法人及非法人组织", Sent.Shop, "×市监处罚【2025】03号", "罚款;没收违法所得", "罚款5000元，没收300元", 0.5m, "2025年7月5日", 46423m)
        + Row(5, null, null, null, "×市监处罚【2025】04号", "罚款", "罚款20万元", 20m, "2025/7/6")
        + Row(6, "云河食品厂", "法人及非法人组织", Codes.Of(1), "×市监处罚【2025】05号", "警告", "警告", null, 20250709m)
        + Row(7, "南塘食品厂", "法人及非法人组织", 913501000001000430m, "×市监处罚【2025】06号", "警告", "警告", null, "2025.7.7")
        + Row(8, "合计", null, null, "4件", null, null, 20.5m)
        + "</sheetData><mergeCells><mergeCell ref=\"A1:G1\"/><mergeCell ref=\"A2:C2\"/><mergeCell ref=\"A4:A5\"/>"
        + "<mergeCell ref=\"B4:B5\"/><mergeCell ref=\"C4:C5\"/></mergeCells>");

    /// <summary>A table of so many penalties, one an enterprise.</summary>
    public static byte[] Csv(int rows, string number = "试罚〔2025〕", string fine = "0.1")
    {
        var text = new StringBuilder("行政相对人名称,行政相对人类别,统一社会信用代码,处罚决定书文号,处罚类别,罚款金额（万元）,处罚决定日期\n");
        for (var at = 1; at <= rows; at++)
        {
            text.Append(CultureInfo.InvariantCulture, $"企业{at},法人,{Codes.Of(at)},{number}{at}号,罚款,{fine},2025-07-{(at % 28) + 1:00}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A table of so many samplings, one an enterprise, in words of the small rules of tests.</summary>
    public static byte[] Samplings(int rows, string number = "")
    {
        var text = new StringBuilder("编号,统一社会信用代码,发生日期,结果\n");
        for (var at = 1; at <= rows; at++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{number}{at},{Codes.Of(at)},2025-07-{(at % 28) + 1:00},failed\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Row(int line, params object?[] cells) => $"<row r=\"{line}\">" + string.Concat(cells.Select((cell, at) => cell switch
    {
        null => "",
        decimal number => $"<c r=\"{(char)('A' + at)}{line}\"><v>{number}</v></c>",
        _ => $"<c r=\"{(char)('A' + at)}{line}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>",
    })) + "</row>";
}
