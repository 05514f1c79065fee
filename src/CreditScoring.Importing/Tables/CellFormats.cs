using System.Globalization;
using ExcelNumberFormat;

namespace CreditScoring.Importing.Tables;

/// <summary>How the cells of a workbook show their numbers, by the number of their style.</summary>
internal sealed class CellFormats
{
    /// <summary>Those that a workbook names by number alone, as Excel in Chinese shows them.</summary>
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00", [9] = "0%", [10] = "0.00%",
            [11] = "0.00E+00",
        [14] = "yyyy/m/d", [15] = "yyyy/m/d", [16] = "m/d", [17] = "yyyy/m", [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM", [20] = "h:mm", [21] = "h:mm:ss", [22] = "yyyy/m/d h:mm",
        [27] = "yyyy\"年\"m\"月\"", [28] = "m\"月\"d\"日\"", [29] = "m\"月\"d\"日\"", [30] = "m/d/yy",
        [31] = "yyyy\"年\"m\"月\"d\"日\"", [36] = "yyyy\"年\"m\"月\"", [37] = "#,##0", [38] = "#,##0",
        [39] = "#,##0.00", [40] = "#,##0.00", [50] = "yyyy\"年\"m\"月\"", [51] = "m\"月\"d\"日\"",
        [52] = "yyyy\"年\"m\"月\"", [53] = "m\"月\"d\"日\"", [54] = "m\"月\"d\"日\"",
        [57] = "yyyy\"年\"m\"月\"", [58] = "m\"月\"d\"日\"",
    };

    private readonly List<NumberFormat?> byStyle = [];

    public CellFormats(GuardedPart? styles)
    {
        var custom = new Dictionary<int, string>();
        var formats = new Dictionary<int, NumberFormat?>();
        var isOfCells = false;
        while (styles?.Read() == true)
        {
            var xml = styles.Xml;
            var isBegin = xml.NodeType == System.Xml.XmlNodeType.Element;
            if (xml.LocalName == "cellXfs")
            {
                isOfCells = isBegin && !xml.IsEmptyElement;
            }
            else if (isBegin && xml.LocalName == "numFmt" && xml.GetAttribute("formatCode") is { } code)
            {
                custom[Number(xml.GetAttribute("numFmtId"))] = code;
            }
            else if (isBegin && isOfCells && xml.LocalName == "xf")
            {
                var id = Number(xml.GetAttribute("numFmtId"));
                if (!formats.TryGetValue(id, out var format))
                {
                    formats.Add(id, format = Parsed(
                        custom.GetValueOrDefault(id) ?? BuiltIn.GetValueOrDefault(id) ?? ""));
                }

                byStyle.Add(format);
            }
        }
    }

    /// <summary>Null: it shows numbers as they are.</summary>
    public NumberFormat? Of(string? style) => Number(style) is var number && number < byStyle.Count
        ? byStyle[number] : null;

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static NumberFormat? Parsed(string code) =>
        code.Length is 0 or > 255 || code is "General" or "@" ? null
            : new NumberFormat(code) is { IsValid: true } format ? format : null;
}
