using CreditScoring.Events;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Schemas;

/// <summary>The shape of a mapping: how the rows of a table become events.</summary>
internal static class MappingSchema
{
    public static JObject Of(EventCatalogue catalogue) => Shape.File(
        "映射：表格的各行怎样成为事件 · a mapping: how the rows of a table become events",
        Shape.Object([.. About(), .. Table(), .. OfRows(), .. OfEvent(catalogue)]),
        new JObject { ["cell"] = Cell(), ["condition"] = Condition() });

    private static (string, JObject)[] About() =>
    [
        ("$comment", Shape.Anything),
        ("title", Said(Shape.WordingOrNull(), "映射的名称", "what it is for")),
        ("basis", Said(Shape.TextOrNull, "字段从哪里来", "where its columns are from")),
    ];

    /// <summary>How the table is written; the same of a table that is joined.</summary>
    private static (string, JObject)[] Table() =>
    [
        ("encoding",
            Named(
                "编码；不写则由文件看出", "the encoding; left out: as the file shows",
                ("utf-8", "UTF-8"), ("gb18030", "GB18030、GBK"), ("utf-16", "UTF-16"))),
        ("delimiter",
            Said(Shape.TextOrNull, "格与格之间的一个符号；不写则由文件看出",
                "the sign between cells; left out: as the file shows")),
        ("sheet",
            Said(Shape.TextOrNull, "工作表；不写则为第一张有这些列的",
                "the sheet; left out: the first that has the columns")),
        ("headerRow",
            Said(Shape.Of("integer", "null"), "表头在第几行；不写则在前 50 行里找",
                "the row of the header; left out: it is looked for in the first 50")),
        ("headerRows",
            Said(Shape.Of("integer", "null"), "表头有几行，至多三行；不写则为一行或两行",
                "how many rows the header has, three at the most; left out: one or two")),
    ];

    private static (string, JObject)[] OfRows() =>
    [
        ("columns",
            Said(
                MapOf(new JObject
                {
                    ["anyOf"] = new JArray(
                        Shape.ListOf(Shape.Text),
                        Shape.Object(
                            ("names", Said(Shape.ListOrNull(Shape.Text), "表中可能的叫法", "what tables call it")),
                            ("optional", Said(Shape.BooleanOrNull, "表中可以没有",
                                "whether a table may lack it")),
                            ("without", Said(Shape.WordingOrNull(), "表中没有时意味着什么，导入时告知",
                                "what it means where a table lacks it, told at an import")))),
                }),
                "各列在表中可能的叫法；没有写在这里的列按原名找",
                "what tables may call each column; others are looked for by their own name")),
        ("absent", Said(Shape.ListOrNull(Shape.Text), "等于没有填的字样，如 /、无", "words for an empty cell")),
        ("where", Where("要哪些行：各条件都须满足", "rows that are wanted: all conditions hold")),
        ("skip",
            Said(Shape.ListOrNull(Shape.Text), "另有哪些字样开头的行不是数据",
                "further beginnings of rows that are no data")),
    ];

    private static (string, JObject)[] OfEvent(EventCatalogue catalogue) =>
    [
        ("id!", Needed("事件编号；同一来源内唯一", "the id of the event, unique within its source")),
        ("source!", Needed("来源", "the source")),
        ("kind!", Needed("事件种类", "the kind of event")),
        ("occurredOn!", Needed("发生之日", "the day on which it happened")),
        ("decidedOn", Value("决定之日", "the day of the decision")),
        ("sequence", Value("来源中的次序", "its place in the order of its source")),
        ("region", Value("行政区划代码", "the division")),
        ("document", Value("文号", "the number of the document")),
        ("actsOn", Value("所针对的事件", "the event that it acts on")),
        ("subject", Subject()),
        ("data", Said(Data(catalogue.Fields), "事件的各字段", "the fields of the event")),
        ("joins", Said(MapOf(Join()), "另外的表，各行归属主表的行",
            "other tables whose rows belong to those of the first")),
    ];

    private static JObject Subject()
    {
        var one = Shape.Object(
            ("kind!", Needed("主体种类", "the kind of subject")),
            ("id!", Needed("主体标识", "its id")),
            ("where", Where("哪些行的主体是它", "the rows of which it is the subject")));
        return Said(
            new JObject { ["anyOf"] = new JArray(one, Shape.ListOf(one), Shape.Nothing) },
            "事件关于谁；有几种写法的，取第一个合适的", "whom it is about; of several the first that fits the row");
    }

    private static JObject Data(IEnumerable<EventField> fields)
    {
        var data = Shape.Object([.. fields.Select(field => (field.Name, Field(field)))]);
        data["type"] = new JArray("object", "null");
        return data;
    }

    private static JObject Field(EventField field) =>
        field.Type == FieldType.Records ? Said(Records(field), field.Label.Zh, field.Label.En)
            : Value(field.Label.Zh, field.Label.En);

    private static JObject Records(EventField field) => Shape.Object(
        ("join", Said(Shape.TextOrNull, "来自 joins 中的哪张表", "the table of joins that they come from")),
        ("column", Said(Shape.TextOrNull, "或来自哪一列的各项", "or the column whose items they are")),
        ("text", Said(Shape.TextOrNull, "或来自几列拼成的文字", "or a text of several columns")),
        ("split", Split()),
        ("pattern",
            Said(Shape.TextOrNull, "每一项的正则表达式；其中各组的名字可作列名，整项叫“项”",
                "the pattern of an item; its groups are columns by their names, the whole item is 项")),
        ("absent", Said(Shape.ListOrNull(Shape.Text), "等于没有填的字样", "words for an empty cell")),
        ("fields!", Said(Data(field.Fields), "每条记录的各字段", "the fields of a record")));

    private static JObject Join() => Shape.Object(
    [
        ("file", Said(Shape.TextOrNull, "主表旁边的文件；不写则为同一工作簿的另一张工作表",
            "a file beside the first; left out: another sheet of the same workbook")),
        ("key!", Needed("本表各行的键", "the key in its own rows")),
        ("to!", Needed("主表各行的键", "the key in the rows of the first table")),
        .. Table(),
    ]);

    /// <summary>It is of a column or of a text.</summary>
    private static JObject Cell()
    {
        var cell = CellProperties();
        cell["anyOf"] = new JArray(Having("column"), Having("text"));
        return cell;
    }

    private static JObject Having(string name) => new()
    {
        ["required"] = new JArray(name), ["properties"] = new JObject { [name] = Shape.Text },
    };

    private static JObject CellProperties() => Shape.Object(
        ("column", Said(Shape.TextOrNull, "哪一列", "the column")),
        ("text", Said(Shape.TextOrNull, "或几列拼成的文字：{列名}-{列名}", "or a text with columns in braces")),
        ("codes",
            Said(MapOf(Shape.Of("string", "number", "boolean", "array", "null")),
                "对照表：表中的字样是什么意思；* 是其他一切字样",
                "what the words of the table mean; * is any other word")),
        ("forms", Said(Shape.ListOrNull(Shape.Text), "日期的写法，如 yyyy年M月d日、excel", "forms of days")),
        ("times", Said(Shape.NumberOrNull, "乘以多少：万元为 10000", "what it is multiplied by: 10000 of 万元")),
        ("split", Split()),
        ("count", Said(Shape.BooleanOrNull, "值是有几项", "whether the value is how many items there are")),
        ("default",
            Said(Shape.Of("string", "number", "boolean", "null"), "没有填时的值", "the value of an empty cell")),
        ("check", Said(
            Shape.ObjectOrNull(Shape.Object(
                ("column!", Said(Shape.Text, "哪一列的文字", "the column of the text")),
                ("pattern!", Said(Shape.Text, "文字中的金额：组 n 是数，组 u 出现则以万计",
                    "finds the amount: group n is the number, group u is there where it counts 万")))),
            "文字中也写了这个金额，须相符", "a text says the amount too, and has to agree")),
        ("absent", Said(Shape.ListOrNull(Shape.Text), "等于没有填的字样", "words for an empty cell")),
        ("join",
            Said(Shape.TextOrNull, "到 joins 中的哪张表里查", "the table of joins in which it is looked up")),
        ("hash",
            Said(Shape.BooleanOrNull, "是个人的证件号码：只留密钥散列",
                "whether it names a person: only a keyed hash is kept")));

    private static JObject Condition() => Shape.Object(
        ("column!", Said(Shape.Text, "哪一列", "the column")),
        ("is", Said(Shape.ListOrNull(Shape.Text), "是其中之一", "is one of these")),
        ("isNot", Said(Shape.ListOrNull(Shape.Text), "不是其中任何一个", "is none of these")),
        ("contains", Said(Shape.ListOrNull(Shape.Text), "含有其中之一", "has one of these in it")),
        ("containsNot", Said(Shape.ListOrNull(Shape.Text), "不含其中任何一个", "has none of these in it")));

    private static JObject Where(string zh, string en) =>
        Said(Shape.ListOrNull(Shape.Ref("condition")), zh, en);

    private static JObject Split() => Said(
        new JObject { ["anyOf"] = new JArray(Shape.TextOrNull, Shape.ListOf(Shape.Text)) },
        "一格多项时各项之间的符号", "what stands between the items of a cell");

    private static JObject Value(string zh, string en) => Said(
        new JObject { ["anyOf"] = new JArray(Shape.TextOrNull, Shape.Ref("cell")) }, zh, en);

    private static JObject Needed(string zh, string en) =>
        Said(new JObject { ["anyOf"] = new JArray(Shape.Text, Shape.Ref("cell")) }, zh, en);

    private static JObject MapOf(JObject value) =>
        new() { ["type"] = new JArray("object", "null"), ["additionalProperties"] = value };

    private static JObject Named(string zh, string en, params (string Value, string Name)[] values)
    {
        var shape = Shape.Among([.. values.Select(each => each.Value), null]);
        shape["enumDescriptions"] = new JArray(
            [.. values.Select(each => $"{each.Name} · {each.Value}"), "不写 · left out"]);
        return Said(shape, zh, en);
    }

    private static JObject Said(JObject schema, string zh, string en)
    {
        schema["description"] = $"{zh} · {en}";
        return schema;
    }
}
