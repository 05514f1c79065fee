using System.IO.Compression;
using System.Xml;
using CreditScoring.Documents;

namespace CreditScoring.Service.Intake;

/// <summary>
/// Looks at a workbook before it is read: a small file can be made to take up all there is, by what it
/// unpacks to or by one cell far to the right, since each row is read as wide as the widest.
/// </summary>
internal static class WorkbookSize
{
    private const int MostUnpacked = 32 << 20, MostColumns = 64, Letters = 26;

    /// <summary>
    /// XML elements of all parts: a cell has three or four, and of each text that is shared the reader keeps
    /// a copy before it comes to the first row.
    /// </summary>
    private const int MostElements = 600_000;

    /// <param name="name">What flaws call the table.</param>
    public static Flaw TooMuch(string name) => new(
        "workbook-too-large", new Place(name, 1, 1),
        new Wording(
            $"工作簿解开后超过 {MostUnpacked >> 20} MiB 或 {MostElements} 个元素，或超过 {MostColumns} 栏",
            $"the workbook has more than {MostUnpacked >> 20} MiB or {MostElements} elements when it is "
                + $"unpacked, or more than {MostColumns} columns"),
        new Wording("只留所需各栏，另存一份", "keep the columns that are wanted alone, and save it anew"));

    /// <param name="workbook">Read from its beginning, and put back there.</param>
    /// <exception cref="InvalidDataException">It is no archive.</exception>
    public static bool IsTooMuch(Stream workbook)
    {
        using var parts = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        var elements = 0;
        var isTooMuch = parts.Entries.Sum(each => each.Length) > MostUnpacked
            || parts.Entries.Any(part => IsTooMuch(part, ref elements));
        workbook.Position = 0;
        return isTooMuch;
    }

    /// <summary>Of any part, since a workbook says itself which are its sheets.</summary>
    private static bool IsTooMuch(ZipArchiveEntry part, ref int elements)
    {
        using var xml = XmlReader.Create(
            part.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        try
        {
            return IsTooMuch(xml, ref elements);
        }
        catch (XmlException)
        {
            // A picture or such; a broken sheet is told by who reads it.
            return false;
        }
    }

    private static bool IsTooMuch(XmlReader xml, ref int elements)
    {
        var cells = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            cells = xml.LocalName switch
            {
                "row" => 0,
                "c" => xml.GetAttribute("r") is { } place ? ColumnOf(place) : cells + 1,
                // What it says that it has at the most is believed by the reader.
                "dimension" => ColumnOf(xml.GetAttribute("ref")?.Split(':')[^1] ?? ""),
                _ => cells,
            };
            if (cells > MostColumns || ++elements > MostElements)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The number of a column: of AB12 28; beyond what there may be it counts no further.</summary>
    private static int ColumnOf(string place) => place.TakeWhile(char.IsAsciiLetter).Aggregate(
        0, (column, letter) => column > MostColumns ? column
            : (column * Letters) + char.ToUpperInvariant(letter) - 'A' + 1);
}
