using CreditScoring.Service.Contract;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Service.Api;

/// <summary>What signing in and changing a password take, as the contract says it.</summary>
internal static class SessionBodies
{
    public static TakenBody SignIn { get; } = Of(
        """{"id":"zhang","password":"correct horse battery staple"}""",
        ("id", "person:zhang 写 zhang · zhang, for person:zhang"), ("password", "口令 · the password"));

    public static TakenBody Change { get; } = Of(
        """{"current":"correct horse battery staple","password":"another horse battery staple"}""",
        ("current", "现用口令 · the password until now"), ("password", "新口令 · the new one"));

    private static TakenBody Of(string example, params (string Name, string Says)[] texts) => new(
        ["application/json"],
        new JObject
        {
            ["type"] = "object",
            ["required"] = new JArray(texts.Select(each => each.Name)),
            ["properties"] = new JObject(texts.Select(each => new JProperty(each.Name, new JObject
            {
                ["type"] = "string", ["description"] = each.Says,
            }))),
        }.ToString(),
        example);
}
