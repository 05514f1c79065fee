using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Enterprises;
using CreditScoring.Service.Intake;

namespace CreditScoring.Service.RandomDraws;

/// <summary>
/// A table of inspectors (检查人员名录) as people keep it, as the lines that a draw freezes: CSV, a workbook, or
/// pasted with tabs. A first row that names its columns puts them in any order; without one they stand as in
/// a frozen register.
/// </summary>
public static class InspectorTable
{
    /// <summary>Octets of a file.</summary>
    public const int Longest = 1 << 20;

    /// <summary>Inspectors of one register.</summary>
    private const int Most = 20_000;

    private const int Region = 2, FirstList = 3, Absences = 4, Avoids = 5;

    private const string File = "inspectors";

    /// <summary>What each column of a frozen register is called, in small letters.</summary>
    private static readonly IReadOnlyList<string[]> Columns =
    [
        ["编号", "执法证号", "id"], ["单位", "unit"], ["区域", "行政区划", "地域", "region"],
        ["资格", "qualifications"], ["请假", "absences"], ["回避", "回避企业", "回避主体", "avoids"],
    ];

    /// <param name="octets">The file as it came.</param>
    /// <param name="isWorkbook">Whether it is a workbook of Excel (.xlsx).</param>
    /// <returns>A line for each row, an empty one where the row says nothing.</returns>
    public static IReadOnlyList<string> Lines(byte[] octets, bool isWorkbook, ICollection<Flaw> flaws)
    {
        var rows = isWorkbook ? SheetRows.OfWorkbook(octets, Most, File, flaws)
            : SheetRows.OfText(octets).ToList();
        return Lines(rows, flaws);
    }

    /// <summary>The same of a table that was pasted, with tabs or commas.</summary>
    public static IReadOnlyList<string> Lines(string pasted, ICollection<Flaw> flaws) =>
        Lines([.. SheetRows.OfText(pasted)], flaws);

    private static IReadOnlyList<string> Lines(List<string[]> rows, ICollection<Flaw> flaws)
    {
        var head = rows.FindIndex(row => row.Any(cell => cell.Length > 0));
        var places = head < 0 ? null : Places(rows[head], head + 1, flaws);
        if (rows.Count > Most)
        {
            flaws.Add(new Flaw(
                "table-too-long", new Place(File, Most + 1, 1),
                new Wording($"表有 {rows.Count} 行", $"the table has {rows.Count} rows"),
                new Wording($"至多 {Most} 行", $"have {Most} at the most")));
        }

        return flaws.Count > 0 ? [] :
        [
            .. rows.Select((row, number) => places is not null && number == head ? ""
                : Line(places is null ? row : [.. places.Select(at => row.ElementAtOrDefault(at) ?? "")])),
        ];
    }

    /// <summary>Where each column of a register stands; null: the row names no columns.</summary>
    private static int[]? Places(string[] row, int number, ICollection<Flaw> flaws)
    {
        var named = row.Select(cell => Columns.Index()
            .Where(column => column.Item.Contains(cell.ToLowerInvariant()))
            .Select(column => column.Index).DefaultIfEmpty(-1).First()).ToArray();
        if (!named.Contains(0))
        {
            return null;
        }

        foreach (var (at, cell) in row.Index().Where(each => each.Item.Length > 0 && named[each.Index] < 0))
        {
            flaws.Add(new Flaw(
                "column-unknown", new Place(File, number, at + 1),
                new Wording(
                    $"第 {at + 1} 栏“{Spelling.Shown(cell)}”不收",
                    $"column {at + 1}, '{Spelling.Shown(cell)}', is not taken"),
                new Wording(
                    "删去此栏（姓名、证件号码不入库）；可用：编号、单位、区域、资格、请假、回避",
                    "take it out (no names or identity numbers); id, unit, region, qualifications, absences, "
                        + "avoids are taken")));
        }

        return [.. Columns.Select((_, column) => Array.IndexOf(named, column))];
    }

    private static string Line(string[] row)
    {
        var cells = row.Select((cell, place) => place == Region ? RegionOf(cell)
            : place == Avoids ? CodesOf(ListOf(cell, isAbsences: false))
            : place >= FirstList ? ListOf(cell, isAbsences: place == Absences) : cell);
        return string.Join('\t', cells).TrimEnd('\t');
    }

    /// <summary>A name as people know it becomes its code; what is none is told as it stands.</summary>
    private static string RegionOf(string cell) =>
        cell.Length == 0 || char.IsAsciiDigit(cell[0]) ? cell : Divisions.CodeOf(cell) ?? cell;

    /// <summary>
    /// Codes as the record has them: one in small or full-width letters would avoid nobody, and nobody would
    /// see that it does not.
    /// </summary>
    private static string CodesOf(string codes) => string.Join(',', codes.Split(',').Select(
        code => SoughtText.Of(code) is { Length: UnifiedSocialCreditCode.Length } sought
            ? sought.ToUpperInvariant() : code));

    /// <summary>What people put between items becomes a comma, and between two days a slash.</summary>
    private static string ListOf(string cell, bool isAbsences)
    {
        var items = cell.Split(
            [',', '，', '、', ';', '；', '\n', '\r', ' '],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join(',', isAbsences ? items.Select(AbsenceOf) : items);
    }

    private static string AbsenceOf(string item)
    {
        var days = item.Replace('至', '/').Replace('~', '/').Replace('～', '/').Replace('—', '/');
        return days.Contains('/') ? days : $"{days}/{days}";
    }
}
