using CreditScoring.Documents;
using CreditScoring.Law.Packs;

namespace CreditScoring.Workbench.Schemas;

/// <summary>What each property and each listed value of a rule file means, as the manual has it.</summary>
internal static class Meanings
{
    private static readonly Dictionary<string, Wording> Properties = new(StringComparer.Ordinal)
    {
        ["$schema"] = new("本文件所依据的 JSON Schema", "the JSON Schema that this file follows"),
        ["$comment"] = new("给读者的说明，不影响判定", "a remark for readers; it decides nothing"),
        ["regime"] = new(
            "制度的名称：地区/制度，与文件夹一致", "the regime as jurisdiction/name, as its folders are called"),
        ["zh"] = new("中文名称", "in Chinese"),
        ["en"] = new("英文名称", "in English"),
        ["status"] = new(
            "规则包是什么：正式、示例、模板或测试", "what the pack is worth: official, an illustration, a template or a test"),
        ["instrument"] = new("所依据的文件名称和文号", "the instrument whose law it is"),
        ["inForceFrom"] = new("施行之日，含当日", "the first day in force"),
        ["repealedFrom"] = new("废止之日：自当日起不再有效", "the first day out of force"),
        ["transition"] = new("新旧版本之间适用哪一个", "which version judges what happened under the old one"),
        ["subjects"] = new(
            "适用的主体种类，或事件涉及的各主体", "the kinds of subjects it is for, or the subjects of an event"),
        ["tiers"] = new("等级，从好到坏", "the tiers, best first"),
        ["anchor"] = new("按哪一天选择版本", "the day that chooses the version"),
        ["appliesTo"] = new("哪些主体适用", "to whom the regime applies"),
        ["repairTakesEffect"] = new("修复何时生效", "when a repair takes effect"),
        ["notice"] = new("说明草稿里写什么", "what the draft of a notice says"),
        ["toParty"] = new(
            "是否告知当事人；不写即告知，false 的只写进机关的存档说明",
            "whether the party is told; so where it is not said, and false is for the authority's file "
                + "alone"),
        ["standing"] = new("所处状态的叫法，如公示状态", "what a standing is called, such as publication"),
        ["rights"] = new("当事人的权利和救济", "the party's rights and remedies"),
        ["basis"] = new("依据：文件、文号、条款", "instrument, number and article"),
        ["ownTerm"] = new(
            "权利自己的文字写明期限的，不写措施的最后一日", "its own words say its term: the last day of the step is not told"),
        ["ofRepair"] = new(
            "申请信用修复的权利：信用修复告知书另有更准的一段，不再写",
            "a right to repair, which the paper on the terms of repair says better"),
        ["sameDay"] = new(
            "同一计入日的事件种类，先计的写在前", "kinds of events of one law day, in the order in which they count"),
        ["workflows"] = new(
            "各角色由哪个工作流担任；在 secondOpinion 中为整个工作流文件运行的情况",
            "which workflow plays which role; under secondOpinion how whole workflow files came out"),
        ["frequency"] = new("决定检查频次的工作流", "the workflow of inspection frequencies"),
        ["factors"] = new("评价要素的工作流", "the workflow of factors that are rated"),
        ["steps"] = new("执行措施的工作流", "the workflow of steps that are taken"),
        ["duties"] = new("规定义务和期限的工作流", "the workflow of duties and their days"),
        ["repair"] = new("信用修复条件的工作流", "the workflow of the terms of repair"),
        ["secondOpinion"] = new(
            "公布时两个引擎求值本包算例的情况", "how two engines came out over the pack's cases when it was published"),
        ["engine"] = new("另一个引擎及其版本", "the other engine and its version"),
        ["same"] = new(
            "两个引擎结果相同的次数", "evaluations, or rules of whole files, in which both came to the same"),
        ["noAnswer"] = new(
            "对方没有结果的次数", "evaluations, or rules of whole files, in which the other had no answer"),
        ["differs"] = new("两个引擎结果不同的次数；公布的为零", "those in which they differed; of what is published, none"),
        ["files"] = new("对方整个运行过的工作流文件数", "workflow files that the other ran whole"),
        ["runs"] = new("运行的次数", "times that one was run"),
        ["publishedOn"] = new("公布之日", "the day of publication"),
        ["hash"] = new("公布时全部内容的散列值", "the hash of all that was published"),
        ["WorkflowName"] = new("工作流的名称", "the name of the workflow"),
        ["GlobalParams"] = new("命名值：每条规则都能用", "named values that every rule can use"),
        ["LocalParams"] = new("只在本条规则中用的命名值", "named values of this rule alone"),
        ["Rules"] = new("规则；在规则之内为其各部分", "the rules; within a rule its parts"),
        ["RuleExpressionType"] = new(
            "表达式的种类；只能不写或写 LambdaExpression", "the kind of expression; nothing else than LambdaExpression"),
        ["WorkflowsToInject"] = new("先于本工作流的其他工作流", "workflows whose rules come before these"),
        ["Actions"] = new("不支持：后果写在 Properties 中", "not supported: what follows stands in Properties"),
        ["RuleName"] = new("规则的名称，报告和冲正都以它相称", "the name by which reports and reversals know the rule"),
        ["Expression"] = new(
            "条件或值，用规则语言写；可以写成几行，// 开头的一行是说明",
            "the condition or value, in the rule language; it may be a list of lines, of which one that "
                + "begins with // is a remark"),
        ["Operator"] = new("各部分怎样相连", "how the parts are joined"),
        ["Enabled"] = new("false：暂不使用", "false: not used for now"),
        ["SuccessEvent"] = new("成立时显示的文字", "what is shown where it holds"),
        ["ErrorMessage"] = new("不成立的理由，显示给当事人", "the reason why it does not hold, as the party reads it"),
        ["ErrorType"] = new("旧版引擎的属性，不起作用", "of older editions of the engine; does nothing"),
        ["Properties"] = new("成立时的后果及出处", "what follows where it holds, and where that is said"),
        ["Name"] = new("命名值的名称", "the name of the value"),
        ["table"] = new("表的名称，供 lookup 使用", "the name by which lookup knows the table"),
        ["key"] = new("查表用的列", "the columns that it is looked up by"),
        ["note"] = new("给读者的说明", "a remark for readers"),
        ["rows"] = new("表的各行", "its rows"),
        ["upTo"] = new("到此数为止，含该数", "up to this number, which is included"),
        ["below"] = new("小于此数", "below this number"),
        ["source"] = new("来源；在事件中为发送系统", "where it is from; of an event the sending system"),
        ["years"] = new("各年与平常周次不同之处", "by year, what differs from an ordinary week"),
        ["weekdaysOff"] = new("平日中的放假日", "weekdays that are days off"),
        ["weekendsWorked"] = new("周末中的上班日", "days of weekends that are worked"),
        ["holidays"] = new("法定节假日", "the statutory holidays"),
        ["cases"] = new("算例", "the worked examples"),
        ["given"] = new(
            "本文件各算例共用的前提：没有另写 subject 的，主体是它；events 在各自的事件之前",
            "what all examples of the file begin with: whom they are about, unless one says otherwise, and "
                + "events before its own"),
        ["only"] = new("正是这些，没有别的", "these, and no other"),
        ["name"] = new("名称", "the name"),
        ["subject"] = new("主体", "the subject"),
        ["events"] = new("事件，按任意顺序", "the events, in any order"),
        ["on"] = new("所问之日", "the day that is asked about"),
        ["expect"] = new(
            "当日应有的状况，写出的部分须相符", "what must stand on the day; only what is written is compared"),
        ["expectEach"] = new("几个日子各应如何", "the same for several days"),
        ["id"] = new("编号", "the id"),
        ["kind"] = new("种类", "the kind"),
        ["role"] = new("主体在事件中的角色", "the part that the subject had in it"),
        ["occurredOn"] = new("发生之日", "the day on which it happened"),
        ["decidedOn"] = new("决定之日", "the day on which it was decided"),
        ["sequence"] = new("来源的流水号，可据以发现缺漏", "the source's running number, by which gaps are seen"),
        ["region"] = new("行政区划代码", "the code of GB/T 2260"),
        ["document"] = new("文书编号", "the number of the document"),
        ["actsOn"] = new(
            "所针对的事件：同一来源只写 id", "the event that it acts on; its id alone where the source is the same"),
        ["data"] = new("该种事件的字段", "the fields of this kind"),
        ["kinds"] = new("事件种类", "the kinds of events"),
        ["correctors"] = new("谁可以更正谁的事件", "who may mend whose events"),
        ["corrects"] = new("被更正的来源", "the source that is mended"),
        ["by"] = new("更正者", "who mends"),
        ["sources"] = new("来源，分量最重的写在最前", "the sources, the weightiest first"),
        ["roles"] = new("主体可有的角色", "the parts that subjects may have"),
        ["pattern"] = new("编号的格式", "the form of the id"),
        ["check"] = new("编号的校验规则", "the check that the id must pass"),
        ["confirmed"] = new(
            "校验码不符、但经登记机关核实确是如此的代码",
            "codes whose check character is another, and which the registry confirmed as they are"),
        ["code"] = new("代码", "the code"),
        ["fields"] = new("字段", "the fields"),
        ["type"] = new("字段的类型", "the type of the field"),
        ["required"] = new("是否必填", "whether it must be said"),
        ["default"] = new("不写时的值", "the value where it is not said"),
        ["personal"] = new(
            "是否个人信息：按角色遮蔽，规则不得读取；主体类型则为自然人",
            "whether it tells of natural persons: masked by role, and no rule reads it; of a kind of "
                + "subjects: whether they are natural persons"),
        ["unit"] = new("单位", "the unit"),
        ["atLeast"] = new("最小的值，含该值", "the least value, itself included"),
        ["atMost"] = new("最大的值，含该值", "the greatest value, itself included"),
        ["whole"] = new("是否只能是整数", "whether it must be a whole number"),
        ["identifies"] = new(
            "规则是否按此文字识别、区分", "whether rules recognise and tell matters apart by this text"),
        ["notBefore"] = new("不早于哪些日子", "the days that it cannot be earlier than"),
        ["values"] = new(
            "只允许这些值，各有中英文名称", "the only values that it may have, each with what people call it"),
        ["value"] = new("事件中写的代码", "the code that events have"),
        ["raised"] = new("是否由系统推算产生", "whether the assessment raises it"),
        ["relief"] = new(
            "当事人就这一事件申请什么，如移出；不写的，为信用修复",
            "what a subject asks for about it, such as removal; left out: repair"),
        ["told"] = new(
            "文书里在日期之后怎样写这一事件，如“作出的行政处罚决定”，可以写出字段的值，如“列入{list}的决定”；不写的，写种类的名称",
            "how papers write such an event behind its day, perhaps with a field's value in braces; left "
                + "out: by its label"),
        ["mends"] = new("是否更正别的事件", "whether it mends another event"),
        ["offeredFor"] = new(
            "工作台上可以针对哪些种类的事件提出；不写的，任何不是更正的事件",
            "for which kinds of events it is offered at the desk; left out: any that does not mend"),
        ["pack"] = new("规则包的版本", "the version of the pack"),
        ["changesOn"] = new("无新事件时何日变化", "the day on which it changes by itself"),
        ["entries"] = new("有效的记分", "the entries that count"),
        ["flaws"] = new("不能判定的原因", "why it cannot be judged"),
        ["tierRule"] = new("决定等级的规则", "the rung that decided the tier"),
        ["rule"] = new("规则", "the rule"),
        ["event"] = new("事件", "the event"),
        ["repairs"] = new("信用修复的申请", "requests for repair"),
        ["request"] = new("申请", "the request"),
        ["meetsConditions"] = new("是否符合修复的条件", "whether it meets the terms of repair"),
        ["unmet"] = new("不符合的条件（规则名，以逗号分开）", "the conditions that do not hold (names, by commas)"),
        ["granted"] = new("是否准予修复", "whether the repair is granted"),
        ["decision"] = new("机关的决定", "the authority's decision"),
        ["measures"] = new("命名值；在 pack.json 中为其名称", "the named values; in pack.json their titles"),
        ["state"] = new("义务的状态", "the state of the duty"),
        ["knownAt"] = new("所问时已知到何时", "as known at this time"),
        ["revision"] = new("规则书的版本", "the rule book by which it was reached"),
        ["duty"] = new("义务", "the duty"),
        ["flaw"] = new("问题的名称", "the name of the flaw"),
        ["since"] = new("自何日起", "since which day"),
        ["severity"] = new("轻重", "how grave"),
        ["file"] = new("文件", "the file"),
        ["line"] = new("行", "the line"),
        ["column"] = new("列", "the column"),
        ["what"] = new("什么不对", "what is wrong"),
        ["mend"] = new("怎样改", "how to mend it"),
        ["amends"] = new("更正所针对事件的哪些字段", "whether it amends fields of the event it acts on"),
        ["maySend"] = new("推算产生的事件是否也可发送", "whether an event that is raised may also be sent"),
        ["statutory"] = new("法定节假日", "the statutory holidays"),
        ["days"] = new("日期", "the days"),
    };

    /// <summary>null in a list of values: the property is left out.</summary>
    private static readonly Wording Unsaid = new("不写", "not said");

    private static readonly Dictionary<(string Property, string Value), Wording> Values = new()
    {
        [("status", "official")] = new("正式", "official"),
        [("status", "illustrative")] = new("示例，数值自拟", "an illustration, with numbers of our own"),
        [("status", "template")] = new("模板，数值待填", "a template whose numbers are to be filled in"),
        [("status", "fixture")] = new("仅供测试", "for tests alone"),
        [("transition", "old")] = new("旧版本期间的事件仍适用旧版本", "the old version judges what happened under it"),
        [("transition", "new")] = new(
            "自施行日起，旧版本期间的事件也适用本版本", "from its first day on this version judges that as well"),
        [("transition", "lenient")] = new(
            "从旧兼从轻：本版本较轻的适用本版本，否则适用旧版本",
            "this version judges what it is milder for, and the old one all else"),
        [("repairTakesEffect", "on-request")] = new(
            "申请符合条件之日，不写即此", "on the day on which a request meets the terms; so too where it is not said"),
        [("repairTakesEffect", "on-decision")] = new(
            "机关准予的决定报到之日", "on the day on which the authority's decision is known"),
        [("actsOn", "never")] = new("不针对别的事件", "it acts on no other event"),
        [("actsOn", "may")] = new("可以指明所针对的事件", "it may name the event that it acts on"),
        [("actsOn", "must")] = new("必须指明所针对的事件", "it must name the event that it acts on"),
        [("check", "unified-social-credit-code")] = new(
            "统一社会信用代码的校验码（GB 32100）", "the check character of GB 32100"),
        [("Operator", "And")] = new("全部成立", "all of them"),
        [("Operator", "Or")] = new("任一成立", "any of them"),
        [("Operator", "AndAlso")] = new("全部成立，依次判定", "all, one after another"),
        [("Operator", "OrElse")] = new("任一成立，依次判定", "any, one after another"),
        [("rounding", "up")] = new("有小数进一", "a fraction is one more"),
        [("rounding", "half-up")] = new("满半进一", "a half or more is one more"),
        [("rounding", "down")] = new("舍去小数", "a fraction is dropped"),
        [("regions", "any")] = new("不论区域", "inspectors of any region"),
        [("regions", "around")] = new("所属区域包含该户的", "inspectors whose region contains the object's"),
        [("type", "text")] = new("文字", "a text"),
        [("type", "number")] = new("数字", "a number"),
        [("type", "boolean")] = new("是或否", "true or false"),
        [("type", "date")] = new("日期", "a day"),
        [("type", "texts")] = new("几个文字", "texts"),
        [("type", "records")] = new("几条记录", "records"),
        [("type", "event")] = new("另一事件", "another event"),
    };

    public static Wording? Of(string property) => Properties.TryGetValue(property, out var meaning) ? meaning
        : Declared(property)?.Meaning;

    public static Wording? OfValue(string property, string value) =>
        value.Length == 0 ? Unsaid
        : Values.TryGetValue((property, value), out var meaning) ? meaning
        : (Declared(property) as WrittenProperty)?.Words.FirstOrDefault(word => word.Text == value)?.Meaning;

    /// <summary>The meanings of what rules say stand where that is declared.</summary>
    private static RuleProperty? Declared(string property) =>
        RuleProperties.All.FirstOrDefault(each => each.Name == property);
}
