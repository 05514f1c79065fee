using System.Text;
using CreditScoring.Documents;

namespace CreditScoring.Workbench.Editing;

/// <summary>Ways into a JSON document, such as <c>Rules[3].Properties.points</c>.</summary>
internal static class JsonWays
{
    public static string Of(IEnumerable<string> steps)
    {
        var way = new StringBuilder();
        foreach (var step in steps)
        {
            way.Append(step.StartsWith('[') || way.Length == 0 ? "" : ".").Append(step);
        }

        return way.ToString();
    }

    /// <summary>Every value of a document with the way to it, the whole first.</summary>
    public static IEnumerable<(string Way, JsonPiece Piece)> All(JsonPiece whole)
    {
        var waiting = new Stack<(string Way, JsonPiece Piece)>([("", whole)]);
        while (waiting.TryPop(out var next))
        {
            yield return next;
            foreach (var property in next.Piece.Properties)
            {
                waiting.Push((
                    next.Way.Length == 0 ? property.Name : $"{next.Way}.{property.Name}", property.Value));
            }

            for (var i = 0; i < next.Piece.Items.Count; i++)
            {
                waiting.Push(($"{next.Way}[{i}]", next.Piece.Items[i]));
            }
        }
    }

    /// <summary>The same way whatever the items' places: rules of a workflow are alike.</summary>
    public static string Anywhere(string way)
    {
        var plain = new StringBuilder(way.Length);
        var inside = false;
        foreach (var sign in way)
        {
            inside = sign == '[' || (inside && sign != ']');
            plain.Append(inside && sign != '[' ? "" : sign);
        }

        return plain.ToString();
    }

    /// <summary>
    /// The offset after the value that begins at an offset; of an unfinished one the end of the text.
    /// </summary>
    public static int End(string text, int start)
    {
        var depth = 0;
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at = AfterText(text, at) - 1;
            }
            else
            {
                depth += text[at] is '{' or '[' ? 1 : text[at] is '}' or ']' ? -1 : 0;
            }

            if (depth <= 0 && (text[at] is '"' or '}' or ']' || IsEndOfBare(text, at)))
            {
                return text[at] is ',' ? at : at + 1;
            }
        }

        return text.Length;
    }

    private static bool IsEndOfBare(string text, int at) =>
        at + 1 == text.Length || text[at + 1] is ',' or '}' or ']' || char.IsWhiteSpace(text[at + 1]);

    private static int AfterText(string text, int quote)
    {
        var at = quote + 1;
        while (at < text.Length && text[at] != '"')
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at + 1, text.Length);
    }
}
