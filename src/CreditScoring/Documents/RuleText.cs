namespace CreditScoring.Documents;

/// <summary>
/// A piece of rule language as it stands inside a JSON string, or a list of them, each a line: the text after
/// unescaping, and the way back from each of its characters to the line and column in the file.
/// </summary>
public sealed class RuleText
{
    private readonly SourceText source;
    private readonly IReadOnlyList<(int Start, string Text)> lines;

    /// <param name="source">The file.</param>
    /// <param name="start">Offset of the first character after the opening quote.</param>
    /// <param name="text">The unescaped text.</param>
    public RuleText(SourceText source, int start, string text)
        : this(source, [(start, text)], text)
    {
    }

    /// <param name="lines">Each line, with the offset of its first character in the file.</param>
    internal RuleText(SourceText source, IReadOnlyList<(int Start, string Text)> lines, string text)
    {
        this.source = source;
        this.lines = lines;
        Text = text;
    }

    /// <summary>The rule as its author reads it, without JSON escapes.</summary>
    public string Text { get; }

    /// <summary>A text that stands in no file: typed by a person, or made by a test.</summary>
    public static RuleText Bare(string text, string file = "rule") =>
        new(new SourceText(file, text), -1, text);

    /// <summary>The place in the file of the character at <paramref name="offset"/>.</summary>
    public Place At(int offset) =>
        source.At(lines[0].Start < 0 ? offset : RawOffset(Math.Clamp(offset, 0, Text.Length)));

    private int RawOffset(int offset)
    {
        var line = 0;
        while (offset > lines[line].Text.Length && line < lines.Count - 1)
        {
            // Between two lines stands the line break by which they were joined.
            offset -= lines[line].Text.Length + 1;
            line++;
        }

        var raw = lines[line].Start;
        for (var i = 0; i < offset && raw < source.Text.Length; i++)
        {
            raw += source.Text[raw] != '\\' ? 1
                : raw + 1 < source.Text.Length && source.Text[raw + 1] == 'u' ? 6 : 2;
        }

        return raw;
    }
}
