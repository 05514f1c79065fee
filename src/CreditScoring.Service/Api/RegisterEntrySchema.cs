using CreditScoring.Service.Access;
using CreditScoring.Service.Contract;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Service.Api;

/// <summary>What may be entered into the register, as the contract says it.</summary>
internal static class RegisterEntrySchema
{
    public static TakenBody Taken { get; } = new(
        ["application/json"],
        new JObject
        {
            ["type"] = "object",
            ["required"] = new JArray("what"),
            ["additionalProperties"] = false,
            ["properties"] = new JObject
            {
                ["what"] = Words("登记事项 · what is entered", RegisterEntryReader.Whats),
                ["target"] = Text("登记对象，如 person:zhang；key-issued 不写 · on whom, such as person:zhang"),
                ["name"] = Text("名称 · the name"),
                ["region"] = Text("行政区划代码的前 2、4 或 6 位，空为全部 · 2, 4 or 6 digits; empty: all regions"),
                ["role"] = Words("角色 · the role", Roles.All.Select(each => each.Word())),
                ["owner"] = Text("密钥的持有人 · the holder of the key"),
                ["roles"] = new JObject
                {
                    ["type"] = "array",
                    ["items"] = Words("角色 · a role", Roles.All.Select(each => each.Word())),
                    ["description"] = "密钥所带的角色 · the roles that the key carries",
                },
                ["source"] = Text("所报送的来源 · the source whose events are sent with it"),
                ["issuer"] = Text("身份提供方 · the provider of identities"),
                ["subject"] = Text("在提供方的编号 · as which the provider knows it"),
                ["expires"] = Text("有效期的最后一日 · the last day on which it is good", "date"),
            },
        }.ToString(),
        """{"what":"person-added","target":"person:li","name":"李某","region":"3501"}""");

    private static JObject Text(string says, string? format = null)
    {
        var text = new JObject { ["type"] = "string", ["description"] = says };
        if (format is not null)
        {
            text["format"] = format;
        }

        return text;
    }

    private static JObject Words(string says, IEnumerable<string> words) => new()
    {
        ["type"] = "string", ["enum"] = new JArray(words), ["description"] = says,
    };
}
