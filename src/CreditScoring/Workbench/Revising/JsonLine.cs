using System.Text;
using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Workbench.Revising;

/// <summary>JSON as the files of rules have it: short things on one line, long ones broken.</summary>
public static class JsonLine
{
    /// <summary>Characters of a line that is not broken.</summary>
    private const int Longest = 110;

    private const string Step = "  ";

    /// <summary>A text in quotes.</summary>
    public static string Text(string text) => JsonConvert.ToString(text, '"', StringEscapeHandling.Default);

    /// <summary>An object of properties that are JSON already, on one line.</summary>
    public static string Object(IEnumerable<(string Name, string Written)> properties)
    {
        var inside = string.Join(", ", properties.Select(each => $"{Text(each.Name)}: {each.Written}"));
        return inside.Length == 0 ? "{}" : $"{{ {inside} }}";
    }

    /// <summary>A list of values that are JSON already, on one line.</summary>
    public static string List(IEnumerable<string> items)
    {
        var inside = string.Join(", ", items);
        return inside.Length == 0 ? "[]" : $"[ {inside} ]";
    }

    /// <summary>The same over several lines where it is too long for one.</summary>
    /// <param name="written">JSON on one line.</param>
    /// <param name="margin">The blanks before the line on which it begins.</param>
    public static string Broken(string written, string margin)
    {
        if (margin.Length + written.Length <= Longest
            || JsonDocumentReader.Read(new SourceText("line", written), out _) is not { } piece)
        {
            return written;
        }

        var text = new StringBuilder();
        Write(text, piece, margin);
        return $"{text}";
    }

    private static void Write(StringBuilder text, JsonPiece piece, string margin)
    {
        var written = piece.Source.Text[piece.Start..piece.End];
        var parts = piece.Kind == JsonKind.List
            ? piece.Items.Select(item => (Name: (string?)null, Value: item)).ToList()
            : [.. piece.Properties.Select(each => (Name: (string?)each.Name, each.Value))];
        if (parts.Count == 0 || margin.Length + written.Length <= Longest)
        {
            text.Append(written);
            return;
        }

        text.Append(written[0]);
        foreach (var (place, (name, value)) in parts.Index())
        {
            text.Append(place == 0 ? "\n" : ",\n").Append(margin).Append(Step);
            text.Append(name is null ? "" : $"{Text(name)}: ");
            Write(text, value, margin + Step);
        }

        text.Append('\n').Append(margin).Append(written[^1]);
    }
}
