using CreditScoring.Documents;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Service.Dashboard;

/// <summary>A flaw as the record keeps it, told again.</summary>
public sealed record ToldFlaw(Wording What, Wording Mend, string Place)
{
    /// <summary>Of a list that <see cref="FlawJson"/> wrote.</summary>
    public static IReadOnlyList<ToldFlaw> Read(string list)
    {
        using var reader = new JsonTextReader(
            new StringReader(ResidentNumber.Masked(list))) { DateParseHandling = DateParseHandling.None };
        return [.. JArray.Load(reader).OfType<JObject>().Select(flaw => new ToldFlaw(
            Of(flaw["what"]), Of(flaw["mend"]), $"{flaw["line"]}:{flaw["column"]}"))];
    }

    private static Wording Of(JToken? said) => new($"{said?["zh"]}", $"{said?["en"]}");
}
