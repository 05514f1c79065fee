using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Importing.Mappings;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Importing;

/// <summary>
/// A mapping to begin with for a kind of event, where no ready one fits a table: a column for each of its
/// properties, called as the catalogue calls it and as tables of other kinds do.
/// </summary>
internal static class KindMapping
{
    private const string Number = "编号", Subject = "统一社会信用代码", Day = "发生日期", Document = "文号",
        Acts = "所针对事件的编号";

    private static readonly string[] Absent = ["/", "\\", "无", "—", "-", "--", "空", "NULL", "null", "不详"];

    private static readonly string[] Between = ["；", ";", "、", "，", ",", "|"];

    private static readonly string[] Forms =
    [
        "yyyy/M/d", "yyyy-M-d", "yyyy年M月d日", "yyyy.M.d", "yyyyMMdd", "yyyy/M/d H:mm:ss",
        "yyyy-M-d H:mm:ss", "excel",
    ];

    public static string Of(EventKind kind, string source, EventCatalogue catalogue)
    {
        var columns = new JObject
        {
            [Number] = new JArray(
                Number, "序号", "登记编号", "抽样编号", "报告编号", "决定书文号", "行政处罚决定书文号", Document),
            [Day] = new JArray(Day, "日期", "决定日期", "处罚决定日期", "登记时间", "公告日期", "抽样日期"),
            [Document] = Optional(Document, "决定书文号", "行政处罚决定书文号", "报告编号"),
        };
        var data = new JObject();
        foreach (var field in kind.Fields.Where(
            each => each.Type is not (FieldType.Records or FieldType.Event)))
        {
            var name = field.Label.Zh + (columns.ContainsKey(field.Label.Zh) ? $"（{field.Name}）" : "");
            string[] names = [name, .. Synonyms(field.Name, catalogue).Where(each => each != name)];
            columns[name] = field.Required ? new JArray(names) : Optional(names);
            data[field.Name] = Rule(field, name);
        }

        var mapping = Frame(kind, source);
        (mapping["columns"], mapping["data"]) = (columns, data);
        if (kind.ActsOn != ActsOn.Never)
        {
            columns[Acts] = kind.ActsOn == ActsOn.Must ? new JArray(Acts) : Optional(Acts);
            mapping["actsOn"] = $"{{{Acts}}}";
        }

        if (!kind.Mends)
        {
            columns[Subject] = new JArray(Subject, "社会信用代码", "代码", "行政相对人代码_1", "代码_1");
            mapping["subject"] = new JObject { ["kind"] = "operator", ["id"] = $"{{{Subject}}}" };
        }

        return mapping.ToString(Formatting.Indented).ReplaceLineEndings("\n") + "\n";
    }

    private static JObject Frame(EventKind kind, string source) => new()
    {
        ["title"] = new JObject { ["zh"] = kind.Label.Zh, ["en"] = kind.Label.En },
        ["absent"] = new JArray(Absent), ["columns"] = new JObject(), ["source"] = source,
        ["id"] = $"{{{Number}}}", ["kind"] = kind.Name,
        ["occurredOn"] = new JObject { ["column"] = Day, ["forms"] = new JArray(Forms) },
        ["document"] = $"{{{Document}}}", ["data"] = new JObject(),
    };

    private static JObject Optional(params string[] names) =>
        new() { ["names"] = new JArray(names), ["optional"] = true };

    private static JObject Rule(EventField field, string column)
    {
        var rule = new JObject { ["column"] = column };
        if (field.Type == FieldType.Date)
        {
            rule["forms"] = new JArray(Forms);
        }

        if (field.Type == FieldType.Texts)
        {
            rule["split"] = new JArray(Between);
        }

        if (field.Values is { Count: > 0 } values)
        {
            var codes = new JObject();
            foreach (var value in values)
            {
                codes[value] = value;
                if (field.Titles.TryGetValue(value, out var title))
                {
                    codes[title.Zh] = value;
                }
            }

            rule["codes"] = codes;
        }

        return rule;
    }

    /// <summary>What the tables of the ready mappings call a column of this field.</summary>
    private static IEnumerable<string> Synonyms(string field, EventCatalogue catalogue) =>
        ReadyMappings.FittingTo(catalogue).SelectMany(ready => ready.Mapping.Fields
            .Where(each => each.Name == field && each.Rule.Text.Only is not null)
            .SelectMany(each => ready.Mapping.Declared.GetValueOrDefault(each.Rule.Text.Only!)?.Names ?? []))
            .Distinct();
}
