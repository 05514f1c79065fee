namespace CreditScoring.Documents;

/// <summary>
/// A piece of rule language as it stands inside a JSON string: the text after unescaping, and the way
/// back from each of its characters to the line and column in the file.
/// </summary>
public sealed class RuleText
{
    private readonly SourceText source;
    private readonly int start;

    /// <param name="source">The file.</param>
    /// <param name="start">Offset of the first character after the opening quote.</param>
    /// <param name="text">The unescaped text.</param>
    public RuleText(SourceText source, int start, string text)
    {
        this.source = source;
        this.start = start;
        Text = text;
    }

    /// <summary>The rule as its author reads it, without JSON escapes.</summary>
    public string Text { get; }

    /// <summary>A text that stands in no file: typed by a person, or made by a test.</summary>
    public static RuleText Bare(string text, string file = "rule") =>
        new(new SourceText(file, text), -1, text);

    /// <summary>The place in the file of the character at <paramref name="offset"/>.</summary>
    public Place At(int offset) =>
        source.At(start < 0 ? offset : RawOffset(Math.Clamp(offset, 0, Text.Length)));

    private int RawOffset(int offset)
    {
        var raw = start;
        for (var i = 0; i < offset && raw < source.Text.Length; i++)
        {
            raw += source.Text[raw] != '\\' ? 1
                : raw + 1 < source.Text.Length && source.Text[raw + 1] == 'u' ? 6 : 2;
        }

        return raw;
    }
}
