using CreditScoring.Documents;
using CreditScoring.Standings;
using Newtonsoft.Json;

namespace CreditScoring.Supervision;

/// <summary>A recommendation as JSON; its id is stable, so that a repeat can be dropped.</summary>
public static class RecommendationJson
{
    private static readonly JsonShape<(Recommendation Said, string Id)> Members = new(
        "Recommendation",
        new("id", "建议编号；重复的可舍去", "its id; a repeat can be dropped", each => each.Id),
        new("subject", "主体代码", "the subject's id", each => each.Said.Subject.Id),
        new("kind", "主体类型", "the subject's kind", each => each.Said.Subject.Kind),
        new("on", "自何日起", "from this day on", each => each.Said.On),
        new("tier", "各制度下的等级；null 表示无法评定", "the tier by regime; null: not judged",
            (json, each) => Pairs(json, each.Said.Tiers))
        {
            Type = JsonType.MapOf(JsonType.Text),
        },
        new("frequency", "监管要求，取各制度中最严的", "the strictest of each field over all regimes",
            (json, each) => FrequencyJson.Shape.Write(json, each.Said.Frequency))
        {
            Type = JsonType.ObjectOf(FrequencyJson.Shape),
        },
        new("decidedBy", "各项由哪个制度决定", "the regime that decided each field",
            (json, each) => Pairs(json, each.Said.DecidedBy))
        {
            Type = JsonType.MapOf(JsonType.Text),
        },
        new("changesOn", "若无新事件，何日起变化", "the day on which it changes by itself",
            each => each.Said.ChangesOn));

    /// <summary>All that a recommendation says.</summary>
    public static JsonShape Shape => Members;

    public static void Write(JsonTextWriter json, Recommendation recommendation, string id) =>
        Members.Write(json, (recommendation, id));

    private static void Pairs<T>(JsonTextWriter json, IReadOnlyList<KeyValuePair<string, T>> pairs)
    {
        json.WriteStartObject();
        foreach (var (name, value) in pairs)
        {
            json.WritePropertyName(name);
            json.WriteValue(value);
        }

        json.WriteEndObject();
    }
}
