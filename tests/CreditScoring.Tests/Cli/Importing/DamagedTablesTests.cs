using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Importing;
using CreditScoring.Importing.Mappings;
using CreditScoring.Importing.Tables;
using NUnit.Framework;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>
/// Tables that were damaged, or made to harm: each is read or refused with a flaw; none ends the program, holds it
/// up, or has it look elsewhere. CREDIT_DAMAGED=10000 for as many; some hundreds otherwise.
/// </summary>
public class DamagedTablesTests
{
    private const int Seed = 20261130;

    private const string Mapping =
        """{ "source": "s", "id": "{文号}", "kind": "penalty", "subject": { "kind": "operator", "id": "{代码}" }, "occurredOn": { "column": "日期", "forms": [ "yyyy/M/d", "excel" ] }, "data": { "kinds": { "column": "类别", "split": "、", "codes": { "警告": "warning", "罚款": "fine" } }, "fine": "{罚款}" } }""";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private static readonly object?[][] Table =
    [
        ["处罚情况统计表"], ["文号", "代码", "日期", "类别", "罚款"],
        .. Enumerable.Range(1, 30).Select(number => (object?[])
            [$"粤〔2025〕{number}号", "91350100M000100Y43", new DateOnly(2025, 3, 1).AddDays(number), "警告、罚款", 100m * number]),
    ];

    private static readonly EventCatalogue Catalogue = CreditScoring.Tests.Events.TestCatalogue.Whole;

    private static readonly Mapping Read = MappingReader.Read(new SourceText("m.json", Mapping), Catalogue, out _)!;

    private string folder = null!;

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("CREDIT_DAMAGED"), out var count) ? count : 400;

    [SetUp]
    public void SetUp() => folder = Directory.CreateTempSubdirectory("damaged").FullName;

    [TearDown]
    public void TearDown() => Directory.Delete(folder, recursive: true);

    [Test]
    public void No_damage_ends_or_holds_up_an_import()
    {
        TestContext.Out.WriteLine($"seed {Seed}, {Count} files");
        var random = new Random(Seed);
        var whole = Whole();
        var came = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var longest = TimeSpan.Zero;
        for (var made = 0; made < Count; made++)
        {
            var (name, octets) = whole[random.Next(whole.Length)];
            var (how, damaged) = Damage(octets, name, random);
            var clock = Stopwatch.StartNew();
            var what = Outcome(name, damaged, $"file {made}, {name}, {how}");
            if (made % 20 == 0)
            {
                Proposed(name, damaged);
            }

            longest = clock.Elapsed > longest ? clock.Elapsed : longest;
            came[what] = came.GetValueOrDefault(what) + 1;
        }

        TestContext.Out.WriteLine(string.Join(", ", came.Select(each => $"{each.Key} {each.Value}")) + $"; longest {longest.TotalMilliseconds:N0} ms");
        Assert.That(longest, Is.LessThan(Longest));
        Assert.That(came.Keys, Has.Some.EqualTo("table-unreadable").And.Some.EqualTo("read"));
    }

    [TestCase("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>", TestName = "A_file_that_a_sheet_points_to_is_not_opened")]
    [TestCase("<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:9/\">]>", TestName = "An_address_that_a_sheet_points_to_is_not_asked")]
    [TestCase("<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;&x;&x;\">]>", TestName = "Entities_are_not_expanded")]
    public void A_document_type_is_refused(string declared)
    {
        var book = new RawWorkbook();
        book.Parts["xl/worksheets/sheet1.xml"] = declared + "<worksheet><sheetData><row><c t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>";
        book.Sheet("一", "").Save(PathOf("x.xlsx"));
        Assert.That(Outcome("x.xlsx", File.ReadAllBytes(PathOf("x.xlsx")), declared), Is.EqualTo("table-unreadable"));
    }

    [TestCase("<row><c t=\"str\"><v>{0}</v></c></row>", TestName = "A_cell_of_two_hundred_million_letters_is_refused")]
    [TestCase("<row><c r=\"{0}1\"><v>1</v></c></row>", TestName = "A_place_of_two_hundred_million_letters_is_refused")]
    [TestCase("<!--{0}--><row/>", TestName = "A_remark_of_two_hundred_million_letters_is_refused")]
    public void What_unpacks_to_more_than_a_cell_holds_is_refused_before_it_is_held(string data)
    {
        var parts = data.Split("{0}");
        using (var archive = Archive("b.xlsx", out var sheet))
        {
            sheet.Write(Encoding.UTF8.GetBytes($"<worksheet><sheetData>{parts[0]}"));
            var much = Encoding.UTF8.GetBytes(new string('A', 1 << 20));
            for (var i = 0; i < 200; i++)
            {
                sheet.Write(much);
            }

            sheet.Write(Encoding.UTF8.GetBytes($"{parts[1]}</sheetData></worksheet>"));
            sheet.Dispose();
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.That(Outcome("b.xlsx", File.ReadAllBytes(PathOf("b.xlsx")), data), Is.EqualTo("table-unreadable"));
        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(150L << 20));
    }

    [TestCase("<row/>", 1_100_000)]
    [TestCase("<row><c r=\"XFE1\"><v>1</v></c></row>", 1)]
    public void More_rows_or_columns_than_a_sheet_can_have_are_refused(string row, int times)
    {
        using (var archive = Archive("b.xlsx", out var sheet))
        {
            sheet.Write(Encoding.UTF8.GetBytes("<worksheet><sheetData>"));
            for (var i = 0; i < times; i++)
            {
                sheet.Write(Encoding.UTF8.GetBytes(row));
            }

            sheet.Write(Encoding.UTF8.GetBytes("</sheetData></worksheet>"));
            sheet.Dispose();
        }

        Assert.That(Outcome("b.xlsx", File.ReadAllBytes(PathOf("b.xlsx")), row), Is.AnyOf("table-unreadable", "column-missing"));
    }

    [Test]
    public void Merged_cells_without_number_and_a_row_of_all_columns_hold_up_nobody()
    {
        var merged = "<mergeCells>" + string.Concat(Enumerable.Range(0, 5000).Select(at => $"<mergeCell ref=\"{HeaderSearch.Letter(at)}1:{HeaderSearch.Letter(at)}9999\"/>")) + "</mergeCells>";
        var wide = string.Concat(Enumerable.Range(0, 60).Select(line => "<row>" + string.Concat(Enumerable.Range(0, 16_000).Select(at => $"<c><v>{at}</v></c>")) + "</row>"));
        new RawWorkbook().Sheet("一", "<row><c><v>1</v></c></row><row/><row/>", merged).Save(PathOf("m.xlsx"));
        new RawWorkbook().Sheet("一", wide).Save(PathOf("w.xlsx"));
        var clock = Stopwatch.StartNew();
        Assert.That(Outcome("m.xlsx", File.ReadAllBytes(PathOf("m.xlsx")), "merged"), Is.EqualTo("table-unreadable"));
        Assert.That(Outcome("w.xlsx", File.ReadAllBytes(PathOf("w.xlsx")), "wide"), Is.EqualTo("column-missing"));
        Assert.That(clock.Elapsed, Is.LessThan(Longest));
    }

    [Test]
    public void A_quote_that_nobody_closes_takes_in_no_whole_file()
    {
        var text = "文号,代码,日期,类别,罚款\n\"1号," + string.Concat(Enumerable.Repeat("91350100M000100Y43,2025/3/1,警告,1\n", 300_000));
        Assert.That(Outcome("q.csv", Encoding.UTF8.GetBytes(text), "quote"), Is.EqualTo("table-unreadable"));
    }

    [TestCase("=cmd|'/c calc'!A1")]
    [TestCase("=HYPERLINK(\"http://127.0.0.1:9/\")")]
    [TestCase("@SUM(1)")]
    public void A_formula_is_a_text(string formula)
    {
        var text = $"文号,代码,日期,类别,罚款\n\"{formula.Replace("\"", "\"\"")}\",91350100M000100Y43,2025/3/1,警告,1\n";
        Assert.That(Outcome("f.csv", Encoding.UTF8.GetBytes(text), formula), Is.EqualTo("read"));
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    private (string Name, byte[] Octets)[] Whole() =>
    [
        .. Writers.OfWorkbooks.Select(writer => Made($"{writer.Key}.xlsx", writer.Value)),
        .. Writers.OfTexts.Select(writer => Made($"{writer.Key}.csv", writer.Value)),
    ];

    private (string Name, byte[] Octets) Made(string name, Action<string, object?[][]> write)
    {
        write(PathOf(name), [.. Table.Select(row => (object?[])[.. row, .. Enumerable.Repeat<object?>(null, 5 - row.Length)])]);
        return (name, File.ReadAllBytes(PathOf(name)));
    }

    /// <summary>Bits turned, octets cut off, doubled or written over; in a workbook also within its parts.</summary>
    private static (string How, byte[] Octets) Damage(byte[] octets, string name, Random random)
    {
        var how = random.Next(name.EndsWith(".xlsx", StringComparison.Ordinal) ? 5 : 3);
        return how switch
        {
            0 => ("bits", Bits(octets, random)),
            1 => ("cut", octets[..random.Next(octets.Length)]),
            2 => ("doubled", Doubled(octets, random)),
            _ => ("within", Within(octets, how == 3 ? Bits : Doubled, random)),
        };
    }

    private static byte[] Bits(byte[] octets, Random random)
    {
        var copy = octets.ToArray();
        for (var turn = random.Next(1, 12); turn > 0; turn--)
        {
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
        }

        return copy;
    }

    private static byte[] Doubled(byte[] octets, Random random)
    {
        var (at, length) = (random.Next(octets.Length), random.Next(1, 200));
        var piece = octets[at..Math.Min(octets.Length, at + length)];
        var to = random.Next(octets.Length);
        return [.. octets[..to], .. piece, .. octets[to..]];
    }

    private static byte[] Within(byte[] octets, Func<byte[], Random, byte[]> damage, Random random)
    {
        using var made = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(octets)))
        using (var to = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            var damaged = random.Next(from.Entries.Count);
            foreach (var (place, entry) in from.Entries.Index())
            {
                using var part = entry.Open();
                using var whole = new MemoryStream();
                part.CopyTo(whole);
                using var other = to.CreateEntry(entry.FullName).Open();
                other.Write(place == damaged ? damage(whole.ToArray(), random) : whole.ToArray());
            }
        }

        return made.ToArray();
    }

    /// <summary>A workbook whose sheet is written by who asks for it.</summary>
    private ZipArchive Archive(string name, out Stream sheet)
    {
        new RawWorkbook().Sheet("一", "").Save(PathOf("whole.xlsx"));
        var archive = new ZipArchive(File.Create(PathOf(name)), ZipArchiveMode.Create);
        using (var whole = ZipFile.OpenRead(PathOf("whole.xlsx")))
        {
            foreach (var entry in whole.Entries.Where(entry => !entry.FullName.Contains("sheet1", StringComparison.Ordinal)))
            {
                using var part = entry.Open();
                using var copy = archive.CreateEntry(entry.FullName).Open();
                part.CopyTo(copy);
            }
        }

        sheet = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
        return archive;
    }

    /// <summary>A proposal for it, or a flaw.</summary>
    private static void Proposed(string name, byte[] octets)
    {
        try
        {
            _ = MappingProposal.Of(new TableSource(name, () => new MemoryStream(octets)), Catalogue);
        }
        catch (TableException)
        {
            // It is told what is wrong.
        }
    }

    /// <summary>read, or the name of the flaw that it is refused with.</summary>
    private static string Outcome(string name, byte[] octets, string which)
    {
        try
        {
            using var import = TableImport.Open(
                new TableSource(name, () => new MemoryStream(octets)), _ => throw new InvalidOperationException("no join"), Read, Catalogue);
            foreach (var row in import.Rows())
            {
                Assert.That(row.Event is null, Is.Not.EqualTo(row.Rejection is null));
            }

            return "read";
        }
        catch (TableException refused)
        {
            Assert.That(refused.Flaws, Has.All.Matches<Flaw>(flaw => flaw.What.Zh.Length > 3 && flaw.Mend.Zh.Length > 1));
            return refused.Flaws[0].Name;
        }
        catch (Exception wrong) when (wrong is not AssertionException)
        {
            throw new AssertionException($"{which}: {wrong}");
        }
    }
}
