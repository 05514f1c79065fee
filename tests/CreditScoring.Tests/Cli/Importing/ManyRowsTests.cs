using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>
/// Large tables are read and written as a stream: what is held in memory grows by some octets a row, for the ids alone.
/// <c>bash tests/import-scale.sh</c> has a million rows; here are fewer.
/// </summary>
public class ManyRowsTests
{
    private const string Mapping =
        """{ "source": "s", "id": "{文号}", "kind": "penalty", "subject": { "kind": "operator", "id": "{代码}" }, "occurredOn": { "column": "日期", "forms": [ "yyyy/M/d", "excel" ] }, "document": "{文号}", "data": { "kinds": { "column": "类别", "split": "、", "codes": { "警告": "warning", "罚款": "fine" } }, "fine": { "column": "罚款", "times": 10000 } } }""";

    private static readonly string[] Header = ["文号", "代码", "日期", "类别", "罚款", "名称", "事实", "机关", "备注"];

    private Workbench bench = null!;

    private static int Rows => int.TryParse(Environment.GetEnvironmentVariable("CREDIT_IMPORT_ROWS"), out var rows) ? rows : 20_000;

    [SetUp]
    public void SetUp()
    {
        bench = new Workbench();
        bench.Write("mapping.json", Mapping);
    }

    [TearDown]
    public void TearDown() => bench.Dispose();

    [TestCase("xlsx", true, TestName = "A_workbook_with_shared_texts_streams")]
    [TestCase("xlsx", false, TestName = "A_workbook_with_texts_in_its_cells_streams")]
    [TestCase("csv", false, TestName = "A_text_streams")]
    public void A_table_streams(string kind, bool isShared)
    {
        var file = $"table.{kind}";
        var few = Import(file, kind, isShared, Math.Max(1000, Rows / 10));
        var all = Import(file, kind, isShared, Rows);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{kind}{(isShared ? " (shared)" : "")}: {Rows:N0} rows, {all.Octets >> 20} MiB, {all.Seconds:0.0} s, {Rows / all.Seconds:N0} rows/s, peak {all.Peak >> 20} MiB; a tenth of it peak {few.Peak >> 20} MiB"));
        // Ids of sixteen octets with their lines; shared texts stand in memory as the file has them.
        Assert.That(all.Peak - few.Peak, Is.LessThan((120L << 20) + (Rows * (isShared ? 700L : 200L))));
    }

    private (double Seconds, long Peak, long Octets) Import(string file, string kind, bool isShared, int rows)
    {
        if (kind == "csv")
        {
            WriteText(bench.PathOf(file), rows);
        }
        else
        {
            WriteWorkbook(bench.PathOf(file), rows, isShared);
        }

        var clock = Stopwatch.StartNew();
        using var credit = Process.Start(new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "credit.dll"), "import", "--map", bench.PathOf("mapping.json"), "--rules", bench.PathOf("rules"),
            "--out", bench.PathOf("events.ndjson"), bench.PathOf(file),
        ])
        { RedirectStandardError = true })!;
        long peak = 0;
        while (!credit.WaitForExit(20))
        {
            peak = Math.Max(peak, PeakOf(credit.Id));
        }

        Assert.That(credit.ExitCode, Is.EqualTo(0), credit.StandardError.ReadToEnd());
        Assert.That(File.ReadLines(bench.PathOf("events.ndjson")).Count(), Is.EqualTo(rows));
        return (clock.Elapsed.TotalSeconds, peak, new FileInfo(bench.PathOf(file)).Length);
    }

    /// <summary>The most that the process ever had in memory, as Linux says; 0 elsewhere.</summary>
    private static long PeakOf(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").Where(line => line.StartsWith("VmHWM", StringComparison.Ordinal))
                .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) << 10).FirstOrDefault();
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static object[] Row(int number) =>
    [
        $"粤市监处罚〔2025〕{number}号", "91350100M000100Y43", 45000 + (number % 700), number % 3 == 0 ? "警告、罚款" : "罚款", (number % 90) + 0.5m,
        $"某某第{number % 50_000}电器有限公司", "销售不符合保障人体健康和人身、财产安全的国家标准的产品", "某市市场监督管理局", "",
    ];

    private static void WriteText(string path, int rows)
    {
        using var text = new StreamWriter(path, false, new UTF8Encoding(true));
        text.WriteLine(string.Join(',', Header));
        for (var number = 1; number <= rows; number++)
        {
            var row = Row(number);
            row[2] = new DateOnly(1899, 12, 30).AddDays((int)row[2]).ToString("yyyy/M/d", CultureInfo.InvariantCulture);
            text.WriteLine(string.Join(',', row));
        }
    }

    private static void WriteWorkbook(string path, int rows, bool isShared)
    {
        new RawWorkbook().Sheet("一", "").Save(path + ".small");
        using var whole = ZipFile.OpenRead(path + ".small");
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var entry in whole.Entries.Where(entry => !entry.FullName.Contains("sheet1", StringComparison.Ordinal) && !(isShared && entry.FullName.Contains("shared", StringComparison.Ordinal))))
        {
            using var part = entry.Open();
            using var copy = archive.CreateEntry(entry.FullName).Open();
            part.CopyTo(copy);
        }

        var texts = new Dictionary<string, int>();
        using (var sheet = new StreamWriter(archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open()))
        {
            sheet.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            for (var number = 0; number <= rows; number++)
            {
                sheet.Write($"<row r=\"{number + 1}\">");
                foreach (var (place, cell) in (number == 0 ? Header : Row(number)).Index())
                {
                    sheet.Write(cell is not string text ? string.Create(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + place)}{number + 1}\"><v>{cell}</v></c>")
                        : isShared ? $"<c r=\"{(char)('A' + place)}{number + 1}\" t=\"s\"><v>{Shared(texts, text)}</v></c>"
                        : $"<c r=\"{(char)('A' + place)}{number + 1}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
                }

                sheet.Write("</row>");
            }

            sheet.Write("</sheetData></worksheet>");
        }

        if (isShared)
        {
            using var shared = new StreamWriter(archive.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).Open());
            shared.Write("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
            foreach (var text in texts.Keys)
            {
                shared.Write($"<si><t>{text}</t></si>");
            }

            shared.Write("</sst>");
        }
    }

    /// <summary>The number of a text, which is there once, as Excel has it.</summary>
    private static int Shared(Dictionary<string, int> texts, string text)
    {
        if (!texts.TryGetValue(text, out var number))
        {
            texts.Add(text, number = texts.Count);
        }

        return number;
    }
}
