using CreditScoring.Service.Contract;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Service.Api;

/// <summary>What a webhook is entered with, as the contract says it.</summary>
internal static class WebhookBody
{
    public static TakenBody Taken { get; } = new(
        ["application/json"],
        new JObject
        {
            ["type"] = "object",
            ["required"] = new JArray("owner", "address"),
            ["additionalProperties"] = false,
            ["properties"] = new JObject(
                Text("owner", "代表何人，如 system:scheduler · on whose behalf, such as system:scheduler"),
                Text("address", "推送地址（https） · where it is sent (https)"),
                Text("region", "行政区划代码的前 2、4 或 6 位 · 2, 4 or 6 digits of a region's code"),
                Text("regime", "只推送此制度的 · only of this regime"),
                Text("tier", "只推送此等级的 · only of this tier"),
                Text("after", "建议流的 next；不写则从头 · a 'next' of the feed; left out: from the beginning")),
        }.ToString(),
        """{"owner":"person:viewer","address":"https://hooks.example.com/credit"}""");

    private static JProperty Text(string name, string says) =>
        new(name, new JObject { ["type"] = "string", ["description"] = says });
}
