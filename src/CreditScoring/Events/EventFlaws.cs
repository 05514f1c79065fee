using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>What can be wrong with an event, in the words that its sender reads.</summary>
internal static class EventFlaws
{
    public static readonly Wording WholeFromZero =
        new("流水号应为不小于 0 的整数", "a sequence is a whole number from 0");

    public static Flaw NotOfType(Place at, string zh, string en) => new(
        "type-mismatch", at,
        new Wording($"此处应为{zh}", $"should be {en}"),
        new Wording($"改为{zh}", $"write {en}"));

    public static Flaw Twice(Place at, string name) => new(
        "duplicate-property", at,
        new Wording($"“{Show(name)}”出现了两次", $"'{Show(name)}' stands twice"),
        new Wording("删去其中一处", "remove one of the two"));

    public static Flaw UnknownProperty(
        Place at, string name, bool isField, IEnumerable<string> names) => new(
        "unknown-property", at,
        new Wording($"事件没有属性“{Show(name)}”", $"an event has no property '{Show(name)}'"),
        isField
            ? new Wording(
                $"“{Show(name)}”是字段，请放入 data", $"'{Show(name)}' is a field: move it into data")
            : Nearest(name, names));

    public static Flaw UnknownMember(Place at, string name, IReadOnlyList<string> names) => new(
        "unknown-property", at,
        new Wording($"此处没有属性“{Show(name)}”", $"there is no property '{Show(name)}' here"),
        Nearest(name, names));

    public static Flaw UnknownKind(Place at, string name, IEnumerable<(string Name, Wording Label)> kinds) =>
        new(
        "unknown-kind", at,
        new Wording($"没有“{Show(name)}”这种事件", $"there is no event kind '{Show(name)}'"),
        Labels.Meant(name, kinds) is { } near ? near : new Wording(
            "在 rules/events 的目录中查找，或在那里声明", "look in rules/events, or declare it there"));

    public static Flaw UnknownField(
        Place at, string name, string kind, IEnumerable<string> names) => new(
            "unknown-field", at,
            new Wording($"{kind} 没有字段“{Show(name)}”", $"{kind} has no field '{Show(name)}'"),
            Nearest(name, names));

    public static Flaw NotListed(Place at, string text, IEnumerable<string> values) => new(
        "value-not-listed", at,
        new Wording($"“{Show(text)}”不是允许的值", $"'{Show(text)}' is not one of the values allowed"),
        Nearest(text, values));

    public static Flaw Missing(Place at, string name) => new(
        "property-missing", at,
        new Wording($"缺少“{name}”", $"'{name}' is missing"),
        new Wording($"补上“{name}”", $"add '{name}'"));

    /// <summary>
    /// An event of another source is named by source and id, one of the same by its id alone.
    /// </summary>
    public static Flaw TargetWithoutSource(Place at, string? id) => new(
        "property-missing", at,
        new Wording("缺少“source”", "'source' is missing"),
        new Wording(
            $"同一来源（或同一算例）的事件直接写它的 id：\"actsOn\": \"{Show(id ?? "e1")}\"；别的来源的才写 source",
            "an event of the same source (or case) is named by its id alone: \"actsOn\": "
                + $"\"{Show(id ?? "e1")}\"; add source for one of another"));

    public static Flaw MissingField(Place at, string name, string kind) => new(
        "field-missing", at,
        new Wording($"{kind} 缺少必填字段“{name}”", $"{kind} needs the field '{name}'"),
        new Wording($"在 data 中补上“{name}”", $"add '{name}' to data"));

    public static Flaw EmptyField(Place at, string name, string kind) => new(
        "field-missing", at,
        new Wording($"{kind} 的必填字段“{name}”是空列表", $"the field '{name}', which {kind} needs, is empty"),
        new Wording($"在“{name}”中至少写一项", $"write one item at least in '{name}'"));

    public static Flaw NoSuchDay(Place at, string text) => new(
        "date-invalid", at,
        new Wording($"“{Show(text)}”不是存在的日期", $"'{Show(text)}' is not a day of the calendar"),
        new Wording(
            "写成 yyyy-MM-dd，例如 2025-03-01，不早于 1900 年",
            "write yyyy-MM-dd, such as 2025-03-01, not before 1900"));

    public static Flaw Damaged(Place at, int character) => new(
        "text-damaged", at,
        new Wording(
            $"文字第 {character + 1} 个字符是控制字符或损坏的字符",
            $"character {character + 1} of the text is a control character or was damaged"),
        new Wording("删去该字符；检查文件编码", "remove it; check the encoding of the file"));

    public static Flaw Damaged(Place at) => new(
        "text-damaged", at,
        new Wording("此处的字符已损坏", "a character was damaged here"),
        new Wording("以 UTF-8 编码保存、报送", "save and send it as UTF-8"));

    public static Flaw Damaged(Place at, IdentityText.Trouble trouble) =>
        new("text-damaged", at, trouble.What, trouble.Mend);

    public static Flaw More(Place at, int told) => new(
        "flaws-too-many", at,
        new Wording($"问题超过 {told} 处，其余未列", $"more than {told} flaws; the rest is not told"),
        new Wording("先改正已列各处，再报送", "mend those that are told, and send it again"));

    public static Flaw WrongLength(Place at, int length, int longest) => new(
        length == 0 ? "text-empty" : "text-too-long", at,
        length == 0
            ? new Wording("文字为空", "the text is empty")
            : new Wording($"文字有 {length} 个字符，最多 {longest} 个",
                $"the text has {length} characters; at most {longest} are taken"),
        length == 0
            ? new Wording("填写内容，或不写该属性", "fill it in, or leave it out")
            : new Wording("缩短文字", "shorten it"));

    public static Flaw TooMany(Place at, int most) => new(
        "list-too-long", at,
        new Wording($"列表超过 {most} 项", $"the list has over {most} items"),
        new Wording("拆成几个事件", "split it into several events"));

    public static Flaw WrongNumber(Place at, Wording what) => JsonNumber.Flaw(at, what);

    public static Flaw OutOfBounds(Place at, string field, Wording what) => new(
        "out-of-bounds", at,
        new Wording($"{field}：{what.Zh}", $"{field}: {what.En}"),
        new Wording("核对数值和单位；确实如此的，请修改目录中的界限",
            "check the number and its unit; if it is right, mend the bound in the catalogue"));

    public static Flaw OutOfOrder(Place at, string name, DateOnly day, string other, DateOnly bound) => new(
        "days-out-of-order", at,
        new Wording(
            $"{name}（{day:yyyy-MM-dd}）早于 {other}（{bound:yyyy-MM-dd}）",
            $"{name}, {day:yyyy-MM-dd}, is before {other}, {bound:yyyy-MM-dd}"),
        new Wording("核对两个日期，多半是年份写错了", "check both days; as a rule a year is mistyped"));

    public static Flaw WrongId(Place at, Wording what) => new(
        "id-invalid", at, what,
        new Wording("用来源系统中的编号", "use the number that the source knows it by"));

    public static Flaw WrongRegion(Place at, Wording what) => new(
        "region-invalid", at, what,
        new Wording("写六位行政区划代码，例如 441900", "write the six digits of GB/T 2260, such as 441900"));

    public static Flaw WrongSubject(Place at, Wording what) => new(
        "subject-invalid", at, what,
        new Wording("核对原件上的标识", "compare it with the document it was taken from"));

    public static Flaw UnknownSubjectKind(
        Place at, string name, IEnumerable<(string Name, Wording Label)> kinds) => new(
        "unknown-subject-kind", at,
        new Wording($"没有“{Show(name)}”这种主体", $"there is no subject kind '{Show(name)}'"),
        Labels.Meant(name, kinds) ?? Nearest(name, kinds.Select(kind => kind.Name)));

    public static Flaw SubjectTwice(Place at) => new(
        "subject-twice", at,
        new Wording("同一主体以同一角色出现了两次", "the same subject stands twice in one role"),
        new Wording("删去其中一处", "remove one of the two"));

    public static Flaw SubjectAndSubjects(Place at) => new(
        "subject-and-subjects", at,
        new Wording("subject 和 subjects 只能写一个", "has both subject and subjects"),
        new Wording("一个主体写 subject，几个写 subjects", "one: subject; several: subjects"));

    public static Flaw NoSubject(Place at, string kind) => new(
        "subject-missing", at,
        new Wording($"{kind} 必须写明主体", $"{kind} must name its subject"),
        new Wording("补上 subject 或 subjects", "add subject or subjects"));

    public static Flaw SubjectOfMending(Place at, string kind) => new(
        "subject-not-allowed", at,
        new Wording(
            $"{kind} 没有自己的主体：它作用于目标事件所在的档案",
            $"{kind} has no subject of its own: it acts in every file of the event it acts on"),
        new Wording("删去主体", "remove the subject"));

    public static Flaw NoTarget(Place at, string kind, string property) => new(
        "acts-on-missing", at,
        new Wording($"{kind} 必须写明针对哪个事件", $"{kind} must say on which event it acts"),
        new Wording($"补上 {property}：目标事件的 id", $"add {property} with the id of that event"));

    public static Flaw StrayTarget(Place at, string kind, string property) => new(
        "acts-on-not-allowed", at,
        new Wording($"{kind} 不针对别的事件", $"{kind} acts on no other event"),
        new Wording($"删去 {property}", $"remove {property}"));

    public static Flaw OnItself(Place at) => new(
        "acts-on-itself", at,
        new Wording("事件不能针对自己", "an event cannot act on itself"),
        new Wording("在 actsOn 中写目标事件的 id", "name the other event in actsOn"));

    public static Flaw NeverSent(Place at, string kind) => new(
        "kind-never-sent", at,
        new Wording($"{kind} 由系统推算产生，不接收", $"{kind} is raised by the assessment and never sent"),
        new Wording("不要发送该事件", "do not send it"));

    public static Flaw WrongVersion(Place at, string version) => new(
        "specversion-unknown", at,
        new Wording($"不支持 CloudEvents {Show(version)}", $"CloudEvents {Show(version)} is not taken"),
        new Wording("按 1.0 发送：\"specversion\": \"1.0\"", "send it as of 1.0: \"specversion\": \"1.0\""));

    public static Flaw DataNotJson(Place at, string type) => new(
        "data-not-json", at,
        new Wording($"不支持 {Show(type)} 类型的 data", $"data of the type {Show(type)} is not taken"),
        new Wording("data 写成 JSON 对象，datacontenttype 写 application/json 或不写",
            "write data as a JSON object, and datacontenttype as application/json or not at all"));

    public static Flaw DataPacked(Place at) => new(
        "data-not-json", at,
        new Wording("不支持 data_base64", "data_base64 is not taken"),
        new Wording("在 data 中写 JSON 对象", "write a JSON object in data"));

    public static Flaw NoSuchInstant(Place at, string text) => new(
        "instant-invalid", at,
        new Wording($"“{Show(text)}”不是带时差的时刻", $"'{Show(text)}' is not an instant with its offset"),
        new Wording("写成 2025-03-01T09:00:00+08:00（RFC 3339），不早于 1900 年",
            "write it as 2025-03-01T09:00:00+08:00 (RFC 3339), not before 1900"));

    private static string Show(string text) => Spelling.Shown(text);

    private static Wording Meant(string near) => new($"是否指“{near}”？", $"did you mean '{near}'?");

    private static Wording Nearest(string written, IEnumerable<string> names) =>
        NearMiss.Of(written, names) is { } near ? Meant(near)
            : names.Any()
                ? new Wording(
                    $"可用的有：{string.Join("、", names)}", $"there are: {string.Join(", ", names)}")
                : new Wording("删去", "remove it");
}
