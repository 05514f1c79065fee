using System.Globalization;
using System.Text;
using CreditScoring.Documents;
using MiniExcelLibs;

namespace CreditScoring.Service.Intake;

/// <summary>
/// The rows of a table as people have it: a workbook, a file of text in the encodings that spreadsheets
/// write, or what was pasted, with tabs or commas.
/// </summary>
public static class SheetRows
{
    /// <summary>The rows of a file of text.</summary>
    public static IEnumerable<string[]> OfText(byte[] octets) => OfText(Decoded(octets));

    /// <summary>UTF-8, else what Chinese spreadsheets write.</summary>
    private static string Decoded(byte[] octets)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets);
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding("GB18030").GetString(octets);
        }
    }

    /// <param name="most">Rows beyond one more are not read.</param>
    /// <param name="name">What flaws call it.</param>
    public static List<string[]> OfWorkbook(byte[] octets, int most, string name, ICollection<Flaw> flaws)
    {
        try
        {
            using var stream = new MemoryStream(octets);
            if (WorkbookSize.IsTooMuch(stream))
            {
                flaws.Add(WorkbookSize.TooMuch(name));
                return [];
            }

            return
            [
                .. stream.Query(excelType: ExcelType.XLSX).Take(most + 1)
                    .Select(row => ((IDictionary<string, object?>)row).Values.Select(Text).ToArray()),
            ];
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            // Whatever a file that is no workbook makes the reader throw, it is the file's fault.
            flaws.Add(new Flaw(
                "workbook-unreadable", new Place(name, 1, 1),
                new Wording("此文件不是可读的 XLSX 工作簿", "this file is no workbook that can be read"),
                new Wording("在电子表格中另存为 XLSX 或 CSV", "save it as XLSX or CSV in the spreadsheet")));
            return [];
        }
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("0.###############", CultureInfo.InvariantCulture),
        _ => $"{cell}".Trim(),
    };

    /// <summary>Rows of cells: with tabs where there is one, else with commas and quotes.</summary>
    public static IEnumerable<string[]> OfText(string text)
    {
        var whole = text.TrimStart('\uFEFF');
        if (whole.Contains('\t'))
        {
            return whole.Split('\n').Select(line => line.Split('\t').Select(cell => cell.Trim()).ToArray());
        }

        return Quoted(whole);
    }

    private static IEnumerable<string[]> Quoted(string text)
    {
        var (row, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '"' && isQuoted && at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append(letter);
                at++;
            }
            else if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (letter is ',' or '\n' && !isQuoted)
            {
                row.Add($"{cell}".Trim());
                cell.Clear();
                if (letter == '\n')
                {
                    yield return [.. row];
                    row.Clear();
                }
            }
            else
            {
                cell.Append(letter);
            }
        }

        yield return [.. row, $"{cell}".Trim()];
    }
}
