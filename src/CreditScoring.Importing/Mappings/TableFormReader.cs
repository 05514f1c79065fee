using CreditScoring.Documents;
using CreditScoring.Importing.Tables;

namespace CreditScoring.Importing.Mappings;

/// <summary>How a table is written, as a mapping or a join says.</summary>
internal static class TableFormReader
{
    public static TableForm Read(ObjectReader reader, ICollection<Flaw> flaws)
    {
        var encoding = reader.Text("encoding");
        if (encoding is not null && !TextEncodings.All.Contains(encoding))
        {
            flaws.Add(new Flaw(
                "value-not-listed", reader.Any("encoding")!.Place,
                new Wording($"不支持编码“{encoding}”", $"the encoding '{encoding}' is not read"),
                new Wording("写 utf-8、gb18030 或 utf-16，或删去",
                    "write utf-8, gb18030 or utf-16, or take it out")));
            encoding = null;
        }

        var delimiter = reader.Text("delimiter");
        if (delimiter is not null && (delimiter.Length != 1 || !char.IsAscii(delimiter[0])))
        {
            flaws.Add(new Flaw(
                "value-not-listed", reader.Any("delimiter")!.Place,
                new Wording("分隔符应为一个半角字符", "the delimiter is one ASCII character"),
                new Wording("例如 , 或 ; 或 \\t", "write for example , or ; or \\t")));
        }

        return new TableForm(
            encoding, delimiter is { Length: 1 } ? delimiter[0] : null, reader.Text("sheet"),
            Whole(reader, "headerRow", 1_000_000, flaws), Whole(reader, "headerRows", 3, flaws));
    }

    private static int? Whole(ObjectReader reader, string name, int most, ICollection<Flaw> flaws)
    {
        if (reader.Whole(name) is not { } number)
        {
            return null;
        }

        if (number >= 1 && number <= most)
        {
            return (int)number;
        }

        flaws.Add(new Flaw(
            "row-number-invalid", reader.Any(name)!.Place,
            new Wording($"应为 1 至 {most}", $"is from 1 to {most}"),
            new Wording("行号从 1 起算", "rows are counted from 1")));
        return null;
    }
}
