using CreditScoring.Documents;
using CreditScoring.Law.Packs;

namespace CreditScoring.Standings;

/// <summary>How a subject is to be supervised, as JSON: every field that is declared.</summary>
public static class FrequencyJson
{
    public static readonly JsonShape<Frequency> Shape = new(
        "Frequency", [.. FrequencyField.All.Select(Member)]);

    private static JsonMember<Frequency> Member(FrequencyField field)
    {
        var (zh, en) = (field.Property.Meaning.Zh, field.Property.Meaning.En);
        return new(field.Name, zh, en, (json, each) => json.Any(each[field]))
        {
            Type = TypeOf(field.Property.Type), MayBeNull = true,
        };
    }

    private static JsonType TypeOf(Type type) =>
        type == typeof(decimal?) ? JsonType.Number
        : type == typeof(DateOnly?) ? JsonType.Day
        : type == typeof(bool?) ? JsonType.Truth : JsonType.Text;
}
