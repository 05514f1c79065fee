using CreditScoring.Service.Contract;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Service.Api;

/// <summary>What draws are asked with.</summary>
internal static class DrawBodies
{
    public static TakenBody Wish { get; } = Of(
        """
        {"number":"云双随〔2027〕1号","title":"一季度产品质量抽查","profile":"cn-ha",
         "regime":"cn/product-quality-points","visitsFrom":"2027-01-04","visitsTo":"2027-03-31"}
        """,
        ["number", "title", "profile"],
        Said("number", "文号，不与其他抽取相同 · its number, which no other draw has"),
        Said("title", "事项，将公布 · what is drawn; it is published"),
        Said("profile", "规则文件夹 draws/ 中的抽取办法 · a profile of draws/ in the rules"),
        Said("regime", "以其等级分层的制度；不写则为抽取办法的 · whose tiers are the strata; left out: that of the profile"),
        Said("region", "行政区划代码的前 2、4 或 6 位 · 2, 4 or 6 digits of a region's code"),
        Said("visitsFrom",
            "检查期间首日；不写则只抽对象 · first day of the visits; left out: objects alone are drawn", "date"),
        Said("visitsTo", "检查期间末日 · last day of the visits", "date"));

    public static TakenBody Public { get; } = Of(
        """{"public":"drand:quicknet","at":"2027-01-04T10:00:00+08:00"}""", ["public"],
        Said("public", "公开值：none、drand:quicknet、lottery:号码个数、index:小数位数、typed · which public value decides"),
        Said("name", "公开值的名称，如某期彩票 · what it is, such as a lottery's issue"),
        Said("at", "产生的时刻，在公布之后 · when it will be there, after the publication", "date-time"));

    public static TakenBody Value { get; } = Of(
        """{"value":"3 8 12 15 22 31 31"}""", ["value"],
        Said("value", "公开值；drand 为该轮的 JSON，没有公开值的为空 · the value; of drand the round as JSON; of none empty"));

    public static TakenBody Replacement { get; } = Of(
        """{"object":"91350100M000100Y43","reason":"已注销","approver":"稽查科长"}""",
        ["object", "reason", "approver"],
        Said("object", "被替换的主体代码 · the object that gives way"),
        Said("reason", "理由，将公布 · why; it is published"),
        Said("approver", "批准人的职务或编号，将公布 · who approves, by post or number; it is published"));

    private static TakenBody Of(string example, string[] required, params JProperty[] properties) => new(
        ["application/json"],
        new JObject
        {
            ["type"] = "object", ["required"] = new JArray(required), ["additionalProperties"] = false,
            ["properties"] = new JObject(properties),
        }.ToString(), example);

    private static JProperty Said(string name, string says, string? format = null)
    {
        var schema = new JObject { ["type"] = "string", ["description"] = says };
        if (format is not null)
        {
            schema["format"] = format;
        }

        return new(name, schema);
    }
}
