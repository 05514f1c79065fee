using CreditScoring.Service.Contract;
using Newtonsoft.Json.Linq;
using static CreditScoring.Service.Contract.TakenBody;

namespace CreditScoring.Service.Api;

/// <summary>What plans are asked with.</summary>
internal static class PlanBodies
{
    public static TakenBody Wish { get; } = TakenBody.Object(
        """{"quarter":"2027Q1","profile":"illustrative","capacity":40,"reason":"一季度检查计划"}""",
        ["quarter", "profile", "reason"],
        Member("quarter", "季度，如 2027Q1 · the quarter, such as 2027Q1"),
        Member("profile", "规则文件夹 plans/ 中的编制办法 · a profile of plans/ in the rules"),
        Member("capacity",
            "每单位人日；不写则按检查人员算 · person-days of each unit; left out: of the inspectors", "number"),
        Member("region", "行政区划代码的前 2、4 或 6 位 · 2, 4 or 6 digits of a region's code"),
        Member("reason", "说明 · the reason"));

    public static TakenBody Edit { get; } = TakenBody.Object(
        """{"subject":"91350100M000100Y43","week":null,"reason":"已停业"}""", ["subject", "reason"],
        Member("subject", "主体代码 · the subject's id"),
        Member("kind", "主体类型，缺省为 operator · its kind; operator where it is left out"),
        new("week", new JObject
        {
            ["type"] = new JArray("integer", "null"),
            ["description"] = "排入第几周，从 0 起；null 为改为不排 · into which week, from 0; null: it is left out",
        }),
        Member("reason", "理由 · why"));

    public static TakenBody Approval { get; } = TakenBody.Object(
        """{"edits":0}""", ["edits"],
        Member("edits", "看过的改动数，防止批准未看过的 · so many edits were seen: none unseen is approved", "integer"));

    public static TakenBody Reason { get; } = TakenBody.Object(
        """{"reason":"能力写少了"}""", ["reason"], Member("reason", "理由 · why"));
}
