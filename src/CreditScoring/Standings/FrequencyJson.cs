using CreditScoring.Documents;
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
        json.Property("timesPerYear", frequency.TimesPerYear);
        json.Property("opens", frequency.Opens);
        json.Property("due", frequency.Due);
        json.Property("samplingShare", frequency.SamplingShare);
        json.Property("visitCap", frequency.VisitCap);
        json.Property("keySupervision", frequency.KeySupervision);
        json.Property("priority", frequency.Priority);
        json.Property("method", frequency.Method);
        json.Property("rate", frequency.Rate);
        json.WriteEndObject();
    }
}
