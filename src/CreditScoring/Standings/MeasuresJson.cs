using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Standings;

/// <summary>The named values of the day as JSON: an object whose names are those of the pack.</summary>
internal static class MeasuresJson
{
    public static void Write(JsonTextWriter json, IReadOnlyList<Measure> measures)
    {
        json.WriteStartObject();
        foreach (var measure in measures)
        {
            json.WritePropertyName(measure.Name);
            json.Any(measure.Value);
        }

        json.WriteEndObject();
    }
}
