using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Schemas;

/// <summary>The shape of a profile of plans.</summary>
internal static class PlanSchema
{
    public static JObject Profile() => Shape.File(
        "编制计划办法 · a profile of plans", Shape.Object([.. Worth(), .. OfEvents()]));

    /// <summary>What it rests on, and what a visit is worth and takes.</summary>
    private static (string, JObject)[] Worth() =>
    [
        ("title!", Shape.Wording()),
        ("basis!", Said(Shape.Text, "依据；自拟的写明", "what it rests on; ours where it says so")),
        ("gradedBy!",
            Said(Shape.Text, "按哪个制度的等级和记分衡量",
            "the regime whose tier and points say the value")),
        ("draw",
            Said(Shape.TextOrNull, "draws/ 中的抽取办法",
            "the profile in draws/ that has the shares")),
        ("unitDigits!",
            Said(Shape.Count, "检查单位是行政区划代码的前几位",
            "digits of a region that make a unit")),
        ("tierValues!", Said(Numbers(), "检查各等级主体的价值", "what a visit is worth, by tier")),
        ("perPoint!", Said(Shape.Of("number"), "每分增加的价值", "what a point adds")),
        ("perDayLate!",
            Said(Shape.Of("number"), "每逾期一天增加的价值",
            "what a day adds by which it is late")),
        ("jointShare!",
            Said(Shape.Of("number"), "联合检查中其余事项各占其人日的比例",
            "what each further matter of a joint visit takes of its person-days")),
        ("personDays!",
            Said(Numbers(), "各制度的事项所需人日，另有 triggered、draw",
            "person-days by regime, triggered and draw")),
        ("otherPersonDays!",
            Said(Shape.Of("number"), "其他制度所需人日",
            "person-days of other regimes")),
        ("dayShare!",
            Said(Shape.Of("number"), "检查员的工作日中用于计划检查的比例",
            "the share of a working day for planned visits")),
        ("inspectors",
            Said(Shape.Count, "每次检查几名检查人员；不写则不派人",
            "how many inspectors make one visit; left out: nobody is assigned")),
    ];

    /// <summary>Which events count for what.</summary>
    private static (string, JObject)[] OfEvents() =>
    [
        ("higherCheckMonths",
            Said(Shape.Of("integer", "null"), "上级检查后几个月内不重复；不写则不限",
            "months in which a higher authority's check is not repeated; left out: it may be")),
        ("higherChecks!",
            Said(Patterns(), "哪些是上级检查",
            "which are checks by a higher authority")),
        ("visits!", Said(Patterns(), "哪些事件是入企检查", "which events are visits")),
        ("results", Results()),
        ("effect", Effect()),
        ("notCounted!",
            Said(Patterns(), "哪些入企检查不计入年度上限",
            "visits that do not count towards the yearly cap")),
        ("triggers!", Said(Patterns(), "哪些事件引起检查", "which events set a visit off")),
        ("triggerDays!",
            Said(Shape.Count, "多少天后不再引起检查",
            "days after which they do not any more")),
    ];

    /// <summary>What is told of the effect of visits.</summary>
    private static JObject Effect() => Said(
        Shape.Object(
            ("basis!", Said(Shape.Text, "依据；自拟的写明", "what it rests on")),
            ("drawn!", Said(Patterns(), "哪些检查是双随机抽中的", "visits that were drawn at random")),
            ("risk!", Said(Patterns(), "哪些是按风险的", "visits by risk")),
            ("complaint!", Said(Patterns(), "哪些由投诉举报引起", "visits after complaints")),
            ("hits!", Said(Patterns(), "哪些发现违法", "visits that found a violation"))),
        "检查效果的口径", "what is told of the effect of visits");

    private static JObject Results() => Said(
        Shape.ObjectOrNull(Shape.Object(
            ("outcome!",
                Said(Shape.Text, "入企检查的哪个字段是检查结果", "the field of a visit that says what was found")),
            ("published!",
                Said(Shape.Text, "哪个字段是结果公开的日期", "the field that says when it was made public")),
            ("publishWithin!",
                Said(Shape.Count, "检查之日起多少个工作日内公开",
                "working days from the visit to its publication")),
            ("basis!", Said(Shape.Text, "依据", "what that rests on")))),
        "双随机抽中的检查：结果在哪里，多久公开；不写则不显示",
        "of visits that were drawn: where their results stand, and how soon they are public; left out: "
            + "not told");

    private static JObject Numbers() =>
        new() { ["type"] = "object", ["additionalProperties"] = Shape.Of("number") };

    private static JObject Patterns() => Shape.ListOf(Shape.Object(
        ("kind!", Said(Shape.Text, "事件种类", "the kind of event")),
        ("where",
            Said(
                new JObject
                {
                    ["type"] = new JArray("object", "null"),
                    ["additionalProperties"] = Shape.Of("string", "boolean"),
                },
                "其字段应有的值", "what its fields have to be"))));

    private static JObject Said(JObject schema, string zh, string en)
    {
        schema["description"] = $"{zh} · {en}";
        return schema;
    }
}
