using CreditScoring.Documents;
using CreditScoring.Law.Language;
using Newtonsoft.Json;

namespace CreditScoring.Standings;

/// <summary>A part of a rule's text and what it came to, as JSON.</summary>
internal static class ReadingJson
{
    public static readonly JsonShape<Reading> Shape = new(
        "Reading",
        new("text", "规则原文", "the part of the rule as written", each => each.Text),
        new("evaluated", "是否求值", "whether it was asked at all", each => each.Evaluated),
        new("value", "所得的值；列表至多列出前二十项", "what it came to; of a list the first twenty items",
            (json, each) => Value(json, ShownValue.Of(each.Value)))
        {
            MayBeNull = true,
        },
        new("count", "列表的项数", "how many items the list has",
            each => ((ShownList)ShownValue.Of(each.Value)!).Count)
        {
            Type = JsonType.Whole, Absent = each => ShownValue.Of(each.Value) is not ShownList,
        },
        new("parts", "其各部分", "its parts", (json, each) => json.Array(each.Parts, Shape!.Write))
        {
            Type = JsonType.ListOf(new JsonObjectOf(() => Shape!)), Absent = each => each.Parts.Count == 0,
        });

    /// <summary>A list as the array of its first items, a row as an object of its columns.</summary>
    private static void Value(JsonTextWriter json, object? value)
    {
        switch (value)
        {
            case ShownList list:
                json.Array(list.First, Value);
                break;
            case ShownRow row:
                json.WriteStartObject();
                foreach (var (column, cell) in row.Cells)
                {
                    json.WritePropertyName(column);
                    Value(json, cell);
                }

                json.WriteEndObject();
                break;
            default:
                json.Any(value);
                break;
        }
    }
}
