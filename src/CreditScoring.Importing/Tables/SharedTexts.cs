namespace CreditScoring.Importing.Tables;

/// <summary>The texts that the cells of a workbook share, by their number.</summary>
internal sealed class SharedTexts
{
    /// <summary>Characters of all of them together, which stand in memory.</summary>
    private const long Most = 400_000_000;

    private readonly List<string> texts = [];

    public SharedTexts(GuardedPart? part)
    {
        long length = 0;
        while (part?.ReadTo("si") == true)
        {
            var text = Typed(part.Words());
            length += text.Length + 16;
            texts.Add(length <= Most ? text
                : throw new GuardException("its texts are longer than any table's"));
        }
    }

    public string Of(string number) =>
        int.TryParse(number, out var at) && at >= 0 && at < texts.Count ? texts[at]
            : throw new InvalidDataException($"it has no text {number}");

    /// <summary>
    /// Excel writes what XML cannot hold as _x000D_, and an underscore before such as _x005F_.
    /// </summary>
    public static string Typed(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? System.Xml.XmlConvert.DecodeName(text) : text;
}
