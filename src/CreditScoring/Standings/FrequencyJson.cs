using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using Newtonsoft.Json;

namespace CreditScoring.Standings;

/// <summary>How a subject is to be supervised, as JSON.</summary>
public static class FrequencyJson
{
    public static void Write(JsonTextWriter json, Frequency? frequency)
    {
        if (frequency is null)
        {
            json.WriteNull();
            return;
        }

        json.WriteStartObject();
        foreach (var field in FrequencyField.All)
        {
            json.WritePropertyName(field.Name);
            json.Any(frequency[field]);
        }

        json.WriteEndObject();
    }
}
