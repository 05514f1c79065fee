using CreditScoring.Documents;
using CreditScoring.Standings;
using Newtonsoft.Json;

namespace CreditScoring.Supervision;

/// <summary>A recommendation as JSON; its id is stable, so that a repeat can be dropped.</summary>
public static class RecommendationJson
{
    public static void Write(JsonTextWriter json, Recommendation recommendation, string id)
    {
        json.WriteStartObject();
        json.Property("id", id);
        json.Property("subject", recommendation.Subject.Id);
        json.Property("kind", recommendation.Subject.Kind);
        json.Property("on", recommendation.On);
        json.WritePropertyName("tier");
        Pairs(json, recommendation.Tiers);
        json.WritePropertyName("frequency");
        FrequencyJson.Write(json, recommendation.Frequency);
        json.WritePropertyName("decidedBy");
        Pairs(json, recommendation.DecidedBy);
        json.Property("changesOn", recommendation.ChangesOn);
        json.WriteEndObject();
    }

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
