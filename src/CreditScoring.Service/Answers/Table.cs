using System.Text;
using CreditScoring.Documents;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Service.Answers;

/// <summary>
/// The items of a list as a table: a column for every member, also of parts (<c>frequency.due</c>); lists
/// within an item stand in their cell as JSON.
/// </summary>
/// <param name="Rows">Each cell a text, number, truth or nothing.</param>
public sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows)
{
    public static Table Of(string json, IListShape list)
    {
        var columns = ColumnsOf(list.Item).ToList();
        var rows = Items(json).Select(item => columns.Select(path => Cell(item, path)).ToArray());
        return new Table([.. columns.Select(path => string.Join('.', path))], [.. rows]);
    }

    /// <summary>An item a line (NDJSON).</summary>
    public static byte[] Lines(string json) => Encoding.UTF8.GetBytes(string.Concat(
        Items(json).Select(item => item.ToString(Formatting.None) + "\n")));

    private static IEnumerable<string[]> ColumnsOf(JsonShape shape) => shape.Members.SelectMany(member =>
        member.Type is JsonObjectOf part
            ? ColumnsOf(part.Shape()).Select(path => path.Prepend(member.Name).ToArray())
            : [[member.Name]]);

    private static IEnumerable<JToken> Items(string json)
    {
        // As they were written: no day becomes an instant, no decimal a binary number.
        using var reader = new JsonTextReader(new StringReader(json))
        {
            DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal,
        };
        return JToken.ReadFrom(reader)["items"]!.Children().ToList();
    }

    private static object? Cell(JToken item, string[] path)
    {
        var at = path.Aggregate((JToken?)item, (inside, name) => (inside as JObject)?[name]);
        return at switch
        {
            null => null,
            JValue value => value.Value,
            _ => at.ToString(Formatting.None),
        };
    }
}
