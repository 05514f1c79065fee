using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using NUnit.Framework;

namespace CreditScoring.Tests.Events;

/// <summary>Events as those see them who have no need of personal data.</summary>
public class PersonalMaskTests
{
    private static readonly string Person = new('a', 64);

    private static readonly EventCatalogue Catalogue = TestCatalogue.Read(
        """
        { "kinds": [
            { "kind": "told", "zh": "事", "en": "told", "fields": [
              { "name": "facts", "type": "text", "zh": "事实", "en": "facts", "personal": true },
              { "name": "witnesses", "type": "texts", "zh": "证人", "en": "witnesses", "personal": true },
              { "name": "note", "type": "text", "zh": "备注", "en": "note" },
              { "name": "fine", "type": "number", "zh": "罚款", "en": "fine" },
              { "name": "result", "type": "text", "zh": "结果", "en": "result", "values": [ "13912345678" ] },
              { "name": "items", "type": "records", "zh": "事项", "en": "items", "fields": [
                { "name": "who", "type": "text", "zh": "何人", "en": "who", "personal": true },
                { "name": "what", "type": "text", "zh": "何事", "en": "what" } ] } ] },
            { "kind": "profile", "zh": "登记", "en": "profile", "fields": [
              { "name": "name", "type": "text", "zh": "名称", "en": "name" } ] },
            { "kind": "amended", "zh": "变更", "en": "amended", "actsOn": "must", "amends": true, "mends": true, "fields": [] } ],
          "subjects": [
            { "kind": "operator", "zh": "企业", "en": "operator", "pattern": "[a-z]+" },
            { "kind": "person", "zh": "人", "en": "person", "pattern": "[0-9a-f]{64}", "personal": true } ] }
        """);

    [Test]
    public void What_is_personal_is_gone_and_what_is_not_stays()
    {
        var masked = Masked("operator", "shop", """
            { "id": "1", "source": "s", "kind": "told", "subject": { "kind": "operator", "id": "shop" }, "occurredOn": "2025-01-01",
              "document": "榕市监〔2025〕3号", "data": { "facts": "李四明", "witnesses": [ "王五", "赵六" ], "fine": 13912345678,
              "note": "电话13912345678，证号11010519491231002X", "result": "13912345678",
              "items": [ { "who": "孙七", "what": "打电话13912345678" } ] } }
            """);
        Assert.That(masked["facts"], Is.EqualTo("***"));
        Assert.That(masked["witnesses"], Is.EqualTo(new[] { "***", "***" }), "how many there are is no secret");
        Assert.That(masked["note"], Is.EqualTo("电话139****5678，证号110105************"));
        Assert.That(masked["fine"], Is.EqualTo(13912345678m), "an amount is no phone");
        Assert.That(masked["result"], Is.EqualTo("13912345678"), "a declared word is no phone");
        Assert.That(((object?[][])masked["items"]!)[0], Is.EqualTo(new[] { "***", "打电话139****5678" }));
        Assert.That(masked.Document, Is.EqualTo("榕市监〔2025〕3号"));
    }

    [TestCase("operator", "shop", "王小二食品店", TestName = "The_name_of_an_enterprise_stays")]
    [TestCase("person", null, "***", TestName = "The_name_of_a_natural_person_is_gone")]
    public void Named(string kind, string? id, string name) => Assert.That(
        Masked(kind, id ?? Person, $$"""
            { "id": "1", "source": "s", "kind": "profile", "subject": { "kind": "{{kind}}", "id": "{{id ?? Person}}" },
              "occurredOn": "2025-01-01", "data": { "name": "王小二食品店" } }
            """)["name"],
        Is.EqualTo(name));

    [Test]
    public void An_amendment_hides_what_its_target_hides_and_still_takes_values_away()
    {
        var masked = Masked("person", Person, """
            { "id": "2", "source": "s", "kind": "amended", "actsOn": "1", "occurredOn": "2025-01-01", "data": { "facts": "李四明", "name": "王小二", "note": null } }
            """);
        Assert.That((masked["facts"], masked["name"]), Is.EqualTo(((object)"***", (object)"***")));
        Assert.That(masked["note"], Is.SameAs(NoValue.Any));
    }

    [Test]
    public void What_another_catalogue_calls_personal_is_gone_too_also_in_records()
    {
        var open = TestCatalogue.Read(
            """
            { "kinds": [ { "kind": "told", "zh": "事", "en": "told", "fields": [
                { "name": "facts", "type": "text", "zh": "事实", "en": "facts" },
                { "name": "items", "type": "records", "zh": "事项", "en": "items", "fields": [
                  { "name": "who", "type": "text", "zh": "何人", "en": "who" } ] } ] } ],
              "subjects": [ { "kind": "operator", "zh": "企业", "en": "operator", "pattern": "[a-z]+" } ] }
            """);
        var told = new EventReader(open).Read(new SourceText("e.json", """
            { "id": "1", "source": "s", "kind": "told", "subject": { "kind": "operator", "id": "shop" }, "occurredOn": "2025-01-01",
              "data": { "facts": "李四明", "items": [ { "who": "孙七" } ] } }
            """)).Event!;
        var subject = new Subject("operator", "shop");
        var masked = new PersonalMask(open, Catalogue).Of(subject, [told]).Single();
        Assert.That((masked["facts"], ((object?[][])masked["items"]!)[0][0]), Is.EqualTo(((object)"***", (object)"***")));
        Assert.That(new PersonalMask(open).Of(subject, [told]).Single()["facts"], Is.EqualTo("李四明"));
    }

    [TestCase("\"type\": \"number\"", "", "unknown-property", TestName = "A_number_is_not_personal")]
    [TestCase("\"type\": \"text\"", ", \"values\": [ \"a\" ]", "unknown-property", TestName = "A_declared_word_is_not_personal")]
    [TestCase("\"type\": \"texts\"", "", null, TestName = "Texts_may_be_personal")]
    public void Declared(string type, string more, string? flaw)
    {
        CatalogueReader.TryRead(
            [new SourceText("k.json", $$"""{ "kinds": [ { "kind": "a", "zh": "甲", "en": "a", "fields": [ { "name": "b", {{type}}, "zh": "乙", "en": "b", "personal": true{{more}} } ] } ] }""")],
            out _, out var flaws);
        Assert.That(flaws.Select(each => each.Name), Is.EqualTo(flaw is null ? [] : new[] { flaw }));
    }

    [TestCase("13912345678", "139****5678")]
    [TestCase("+86 13912345678, 15800001111.", "+86 139****5678, 158****1111.")]
    [TestCase("12912345678 139123456789 a13912345678 1391234567", "12912345678 139123456789 a13912345678 1391234567")]
    public void A_mobile_phone_is_masked_where_it_stands_by_itself(string text, string masked) =>
        Assert.That(MobileNumber.Masked(text), Is.EqualTo(masked));

    private static RegulatoryEvent Masked(string kind, string id, string text) => new PersonalMask(Catalogue)
        .Of(new Subject(kind, id), [new EventReader(Catalogue).Read(new SourceText("e.json", text)).Event!]).Single();
}
