using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Tests.Events;

/// <summary>A small catalogue with every type of field and every sort of kind.</summary>
internal static class TestCatalogue
{
    public const string Kinds = """
        { "$schema": "../schema/catalogue.schema.json",
          "kinds": [
            { "kind": "sampling-result", "zh": "监督抽查结果", "en": "sampling result", "source": "18号令",
              "fields": [
                { "name": "result", "type": "text", "zh": "结果", "en": "result", "required": true, "values": [ "passed", "failed", "refused" ] },
                { "name": "productCategory", "type": "text", "zh": "产品", "en": "product" },
                { "name": "failedItems", "type": "number", "zh": "项目数", "en": "items", "unit": "items" },
                { "name": "safetyItem", "type": "boolean", "zh": "安全项目", "en": "safety item", "default": false },
                { "name": "intentional", "type": "boolean", "zh": "故意", "en": "intentional", "default": false } ] },
            { "kind": "recheck-result", "zh": "复查", "en": "recheck", "actsOn": "may",
              "fields": [ { "name": "result", "type": "text", "zh": "结果", "en": "result", "required": true, "values": [ "passed", "failed" ] } ] },
            { "kind": "penalty", "zh": "行政处罚", "en": "penalty",
              "fields": [
                { "name": "kinds", "type": "texts", "zh": "类别", "en": "kinds", "required": true, "values": [ "warning", "fine" ] },
                { "name": "fine", "type": "number", "zh": "罚款", "en": "fine", "unit": "yuan" },
                { "name": "publishedOn", "type": "date", "zh": "公示日", "en": "published" },
                { "name": "follows", "type": "event", "zh": "依据", "en": "follows" } ] },
            { "kind": "inspection", "zh": "检查", "en": "inspection",
              "fields": [
                { "name": "items", "type": "records", "zh": "事项", "en": "items",
                  "fields": [
                    { "name": "code", "type": "text", "zh": "编码", "en": "code", "required": true },
                    { "name": "critical", "type": "boolean", "zh": "关键", "en": "critical", "default": false },
                    { "name": "score", "type": "number", "zh": "分", "en": "score" } ] } ] },
            { "kind": "annulled", "zh": "撤销", "en": "annulled", "actsOn": "must", "mends": true, "fields": [] },
            { "kind": "amended", "zh": "变更", "en": "amended", "mends": true, "amends": true, "fields": [] },
            { "kind": "duty-missed", "zh": "逾期", "en": "missed", "raised": true, "fields": [] },
            { "kind": "step-taken", "zh": "措施", "en": "step", "raised": true, "maySend": true,
              "fields": [ { "name": "step", "type": "text", "zh": "措施", "en": "step", "required": true } ] } ],
          "correctors": [ { "corrects": "gd-samr", "by": "gd-court" } ] }
        """;

    public const string Subjects = """
        { "subjects": [
            { "kind": "operator", "zh": "经营主体", "en": "operator", "pattern": "[0-9A-Z]{18}", "check": "unified-social-credit-code" },
            { "kind": "product", "zh": "产品", "en": "product", "pattern": "[0-9A-Z]{18}/[^/]{1,60}", "check": "unified-social-credit-code" },
            { "kind": "person", "zh": "人员", "en": "person", "pattern": "[0-9a-f]{64}" } ] }
        """;

    public static readonly EventCatalogue Whole = Read(Kinds, Subjects);

    public static EventCatalogue Read(params string[] texts) =>
        CatalogueReader.TryRead(Documents(texts), out var catalogue, out var flaws) ? catalogue!
            : throw new InvalidOperationException(string.Join("\n", flaws));

    public static IReadOnlyList<Flaw> FlawsOf(params string[] texts)
    {
        CatalogueReader.TryRead(Documents(texts), out var catalogue, out var flaws);
        return catalogue is null == flaws.Count > 0 ? flaws
            : throw new InvalidOperationException("a catalogue and flaws exclude each other");
    }

    private static IEnumerable<SourceText> Documents(string[] texts) =>
        texts.Select((text, i) => new SourceText($"events/{i}.json", text));
}
