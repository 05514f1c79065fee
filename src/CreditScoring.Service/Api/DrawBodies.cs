using CreditScoring.Service.Contract;
using Newtonsoft.Json.Linq;
using static CreditScoring.Service.Contract.TakenBody;

namespace CreditScoring.Service.Api;

/// <summary>What draws are asked with.</summary>
internal static class DrawBodies
{
    public static TakenBody Wish { get; } = TakenBody.Object(
        """
        {"number":"云双随〔2027〕1号","title":"一季度产品质量抽查","profile":"cn-ha",
         "regime":"cn/product-quality-points","visitsFrom":"2027-01-04","visitsTo":"2027-03-31"}
        """,
        ["number", "title", "profile"],
        Member("number", "文号，不与其他抽取相同 · its number, which no other draw has"),
        Member("title", "事项，将公布 · what is drawn; it is published"),
        Member("profile", "规则文件夹 draws/ 中的抽取办法 · a profile of draws/ in the rules"),
        Member("regime", "以其等级分层的制度；不写则为抽取办法的 · whose tiers are the strata; left out: that of the profile"),
        Member("region", "行政区划代码的前 2、4 或 6 位 · 2, 4 or 6 digits of a region's code"),
        Member("visitsFrom",
            "检查期间首日；不写则只抽对象 · first day of the visits; left out: objects alone are drawn", format: "date"),
        Member("visitsTo", "检查期间末日 · last day of the visits", format: "date"));

    public static TakenBody Public { get; } = TakenBody.Object(
        """{"public":"drand:quicknet","at":"2027-01-04T10:00:00+08:00"}""", ["public"],
        Member("public",
            "公开值：none、drand:quicknet、lottery:号码个数、index:小数位数、typed · which public value decides"),
        Member("name", "公开值的名称，如某期彩票 · what it is, such as a lottery's issue"),
        Member("at", "产生的时刻，在公布之后 · when it will be there, after the publication", format: "date-time"));

    public static TakenBody Value { get; } = TakenBody.Object(
        """{"value":"3 8 12 15 22 31 31"}""", ["value"],
        Member("value",
            "公开值；drand 为该轮的 JSON，没有公开值的为空 · the value; of drand the round as JSON; of none empty"));

    public static TakenBody Replacement { get; } = TakenBody.Object(
        """{"object":"91350100M000100Y43","reason":"已注销","approver":"稽查科长"}""",
        ["object", "reason", "approver"],
        Member("object", "被替换的主体代码 · the object that gives way"),
        Member("reason", "理由，将公布 · why; it is published"),
        Member("approver", "批准人的职务或编号，将公布 · who approves, by post or number; it is published"));
}
