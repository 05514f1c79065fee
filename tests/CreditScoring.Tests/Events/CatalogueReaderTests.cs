using CreditScoring.Events;
using CreditScoring.Standings.Telling;
using NUnit.Framework;

namespace CreditScoring.Tests.Events;

public class CatalogueReaderTests
{
    [Test]
    public void A_catalogue_knows_its_kinds_fields_subjects_and_correctors()
    {
        var catalogue = TestCatalogue.Whole;
        var sampling = catalogue.Kind("sampling-result")!;
        Assert.That(sampling.Fields[sampling.PlaceOf("safetyItem")].Default, Is.EqualTo(false));
        Assert.That(sampling.ActsOn, Is.EqualTo(ActsOn.Never));
        Assert.That(catalogue.Kind("Sampling-Result"), Is.Null);
        Assert.That(catalogue.SubjectKind("product")!.ChecksCode, Is.True);
        Assert.That(catalogue.MayMend("gd-court", "gd-samr"), Is.True);
        Assert.That(catalogue.MayMend("gd-samr", "gd-samr"), Is.True);
        Assert.That(catalogue.MayMend("gd-samr", "gd-court"), Is.False);
    }

    [Test]
    public void A_field_name_has_one_type_and_every_value_that_any_kind_allows()
    {
        var result = TestCatalogue.Whole.FieldTypeOf("result")!;
        Assert.That(result.Type, Is.EqualTo(FieldType.Text));
        Assert.That(result.Values, Is.EqualTo(new[] { "passed", "failed", "refused" }));
        Assert.That(result.AlwaysPresent, Is.False);
        Assert.That(TestCatalogue.Whole.FieldTypeOf("fine")!.Unit, Is.EqualTo("yuan"));
        Assert.That(TestCatalogue.Whole.FieldTypeOf("critical"), Is.Null, "it is of a record");
    }

    [Test]
    public void A_kind_that_mends_must_act_on_an_event() =>
        Assert.That(TestCatalogue.Whole.Kind("amended")!.ActsOn, Is.EqualTo(ActsOn.Must));

    [Test]
    public void A_kind_that_amends_may_carry_every_field_of_the_catalogue()
    {
        var amended = TestCatalogue.Whole.Kind("amended")!;
        Assert.That(amended.Fields.Select(field => field.Name), Does.Contain("fine").And.Contain("items"));
        Assert.That(amended.Fields.Any(field => field.AlwaysPresent), Is.False);
    }

    [Test]
    public void A_text_that_is_allowed_has_what_people_call_it()
    {
        var catalogue = TestCatalogue.Read(
            """
            { "kinds": [ { "kind": "check", "zh": "检查", "en": "check", "fields": [
                { "name": "result", "type": "text", "zh": "结果", "en": "result", "values": [ { "value": "failed", "zh": "不合格", "en": "not passed" }, "odd" ] },
                { "name": "kinds", "type": "texts", "zh": "类别", "en": "kinds", "values": [ { "value": "a", "zh": "甲", "en": "A" }, { "value": "b", "zh": "乙", "en": "B" } ] },
                { "name": "people", "type": "number", "zh": "人数", "en": "people", "unit": "persons" } ] } ] }
            """);
        var (result, kinds, people) = (catalogue.FieldTypeOf("result")!, catalogue.FieldTypeOf("kinds")!, catalogue.FieldTypeOf("people")!);
        Assert.That(result.Values, Is.EqualTo(new[] { "failed", "odd" }));
        Assert.That(FieldText.Of(result, "failed", "zh"), Is.EqualTo("不合格"));
        Assert.That(FieldText.Of(result, "failed", "en"), Is.EqualTo("not passed"));
        Assert.That(FieldText.Of(result, "odd", "zh"), Is.EqualTo("odd"), "what has no words is told as it is");
        Assert.That(FieldText.Of(kinds, new[] { "a", "b" }, "zh"), Is.EqualTo("甲、乙"));
        Assert.That(FieldText.Of(people, 3m, "zh"), Is.EqualTo("3人"));
    }

    [TestCase("""{ "value": "a", "zh": "甲" }""", "property-missing")]
    [TestCase("""{ "zh": "甲", "en": "A" }""", "property-missing")]
    [TestCase("""{ "value": "b", "zh": "乙", "en": "B" }""", "name-taken")]
    [TestCase("""{ "value": "a", "zh": "甲", "en": "A", "title": "A" }""", "unknown-property")]
    [TestCase("7", "type-mismatch")]
    public void A_text_that_is_not_said_well_is_a_flaw_at_its_place(string value, string flaw)
    {
        var flaws = TestCatalogue.FlawsOf($$"""
            { "kinds": [ { "kind": "check", "zh": "检查", "en": "check", "fields": [
                { "name": "result", "type": "text", "zh": "结果", "en": "result", "values": [ { "value": "b", "zh": "乙", "en": "B" }, {{value}} ] } ] } ] }
            """);
        Assert.That(flaws.Select(each => each.Name), Is.EqualTo(new[] { flaw }));
        Assert.That(flaws[0].Place.Line, Is.EqualTo(2));
    }

    [Test]
    public void Every_text_that_the_shipped_catalogue_allows_has_its_words()
    {
        var catalogue = CreditScoring.Tests.Histories.World.Shipped.Book.Catalogue;
        Assert.That(catalogue.Kinds.SelectMany(kind => kind.Fields.SelectMany(field => (field.Values ?? [])
            .Where(value => value.Length > 1 && !field.Titles.ContainsKey(value)).Select(value => $"{kind.Name}.{field.Name}: {value}"))),
            Is.Empty);
    }

    [TestCase("sent", true, TestName = "A_raised_kind_that_may_be_sent")]
    [TestCase("kept", false, TestName = "A_raised_kind_is_not_sent_unless_the_catalogue_says_so")]
    public void Raised(string kind, bool maySend)
    {
        var catalogue = TestCatalogue.Read(
            """
            { "kinds": [ { "kind": "sent", "zh": "一", "en": "a", "raised": true, "maySend": true, "fields": [] },
                         { "kind": "kept", "zh": "二", "en": "b", "raised": true, "fields": [] } ] }
            """);
        Assert.That(catalogue.Kind(kind)!.MayBeSent, Is.EqualTo(maySend));
    }

    [TestCase("""{ "kinds": [ { "kind": "a", "zh": "一", "en": "a" } ] }""", "0.json:1:14: property-missing", "add \"fields\"")]
    [TestCase("""{ "kinds": [ { "kind": "a", "en": "a", "fields": [] } ] }""", "0.json:1:14: property-missing", "add \"zh\"")]
    [TestCase("""{ "kinds": [ { "knd": "a", "kind": "a", "zh": "一", "en": "a", "fields": [] } ] }""", "0.json:1:16: unknown-property", "did you mean \"kind\"?")]
    [TestCase("""{ "kind": [] }""", "0.json:1:3: unknown-property", "did you mean \"kinds\"?")]
    [TestCase("""{ "kinds": {} }""", "0.json:1:12: type-mismatch", "write a list")]
    [TestCase("""{ "kinds": [ { "kind": "a", "zh": "一", "en": "a", "actsOn": "mast", "fields": [] } ] }""", "0.json:1:61: value-not-listed", "write never, may or must")]
    [TestCase("""{ "kinds": [ { "kind": "a", "zh": "一", "en": "a", "mends": true, "actsOn": "may", "fields": [] } ] }""", "0.json:1:76: value-not-listed", "write must, or remove actsOn")]
    [TestCase("""{ "kinds": [ { "kind": "mend", "zh": "一", "en": "a", "mends": true, "offeredFor": [ "mand" ], "fields": [] } ] }""", "0.json:1:85: unknown-kind", "did you mean 'mend'?")]
    [TestCase("""{ "kinds": [ { "kind": "a", "zh": "一", "en": "a", "told": "列入{lst}", "fields": [ { "name": "list", "type": "text", "zh": "名", "en": "b" } ] } ] }""", "0.json:1:59: value-not-listed", "did you mean 'list'?")]
    [TestCase("""{ "kinds": [ { "kind": "a", "zh": "一", "en": "a", "offeredFor": [ "a" ], "fields": [] } ] }""", "0.json:1:65: unknown-property", "remove it, or write mends")]
    [TestCase("""{ "subjects": [ { "kind": "a", "zh": "一", "en": "a", "pattern": "(" } ] }""", "0.json:1:65: pattern-invalid", "write a .NET regular expression without lookaround and backreferences, such as [0-9A-Z]{18}")]
    [TestCase("""{ "subjects": [ { "kind": "a", "zh": "一", "en": "a", "pattern": "b", "check": "luhn" } ] }""", "0.json:1:79: unknown-check", "write 'unified-social-credit-code', or remove 'check'")]
    [TestCase("{ \"kinds\": [", "0.json:1:13: json-broken", "check quotes, commas, brackets and escapes here")]
    public void What_is_wrong_with_a_file_is_said_with_place_and_mend(
        string text, string beginning, string mend)
    {
        var flaw = TestCatalogue.FlawsOf(text).Single();
        Assert.That($"{flaw.Place}: {flaw.Name}", Is.EqualTo($"events/{beginning}"));
        Assert.That(flaw.Mend.En, Is.EqualTo(mend));
        Assert.That(flaw.What.Zh, Is.Not.Empty);
    }

    [TestCase("\"name\": \"sequence\", \"type\": \"number\"", "name-reserved", 9)]
    [TestCase("\"name\": \"from\", \"type\": \"date\"", "name-reserved", 9)]
    [TestCase("\"name\": \"x\", \"type\": \"nubmer\"", "value-not-listed", 22)]
    [TestCase("\"name\": \"x\", \"type\": \"number\", \"values\": [ \"a\" ]", "unknown-property", 42)]
    [TestCase("\"name\": \"x\", \"type\": \"text\", \"unit\": \"yuan\"", "unknown-property", 38)]
    [TestCase("\"name\": \"x\", \"type\": \"text\", \"values\": [ \"a\", \"a\" ]", "name-taken", 47)]
    [TestCase("\"name\": \"x\", \"type\": \"text\", \"values\": [ \"a\" ], \"default\": \"b\"", "default-not-usable", 60)]
    [TestCase("\"name\": \"x\", \"type\": \"date\", \"default\": \"2025-02-30\"", "default-not-usable", 41)]
    [TestCase("\"name\": \"x\", \"type\": \"boolean\", \"required\": true, \"default\": false", "default-not-usable", 62)]
    public void A_field_that_cannot_be_is_refused(string field, string name, int column)
    {
        const string Before = """{ "kinds": [ { "kind": "a", "zh": "一", "en": "a", "fields": [ {""";
        var flaw = TestCatalogue.FlawsOf($$"""{{Before}}{{field}}, "zh": "字", "en": "f" } ] } ] }""").Single();
        Assert.That(flaw.Name, Is.EqualTo(name));
        Assert.That(flaw.Place.Column, Is.EqualTo(Before.Length + column));
    }

    [TestCase("number", "yuan", "text", null, true)]
    [TestCase("number", "yuan", "number", "items", true)]
    [TestCase("number", "yuan", "number", "yuan", false)]
    public void One_name_cannot_have_two_types_or_units(
        string type, string? unit, string otherType, string? otherUnit, bool refused)
    {
        var flaws = TestCatalogue.FlawsOf(OneKind("a", type, unit), OneKind("b", otherType, otherUnit));
        Assert.That(
            flaws.Select(flaw => $"{flaw.Place}: {flaw.Name}"),
            Is.EqualTo(refused ? ["events/1.json:1:63: field-type-differs"] : Array.Empty<string>()));
    }

    [Test]
    public void All_flaws_of_all_files_are_found_in_one_run()
    {
        var flaws = TestCatalogue.FlawsOf("[", """{ "kinds": [ {}, { "kind": 1 } ] }""", "{ \"rolls\": 0 }");
        Assert.That(flaws.Select(flaw => flaw.Place.File).Distinct().Count(), Is.EqualTo(3));
        Assert.That(flaws, Has.Count.GreaterThan(7));
    }

    private static string OneKind(string kind, string type, string? unit) =>
        $$"""{ "kinds": [ { "kind": "{{kind}}", "zh": "一", "en": "a", "fields": [ { "name": "f", "type": "{{type}}", """
        + (unit is null ? "" : $"\"unit\": \"{unit}\", ") + "\"zh\": \"字\", \"en\": \"f\" } ] } ] }";

    [Test]
    public void A_code_with_another_check_character_is_let_in_where_the_catalogue_says_who_confirmed_it()
    {
        const string Wrong = "91350100M000100Y44";
        var confirmed = TestCatalogue.Subjects.Replace(
            "\"check\": \"unified-social-credit-code\"",
            $$"""
            "check": "unified-social-credit-code", "confirmed": [ { "code": "{{Wrong}}", "source": "公示系统 2025-03-01" } ]
            """, StringComparison.Ordinal);
        var catalogue = TestCatalogue.Read(TestCatalogue.Kinds, confirmed);
        Assert.That(catalogue.TrySubject("operator", Wrong, out _, out _), Is.True);
        Assert.That(catalogue.TrySubject("product", $"{Wrong}/灯", out _, out _), Is.True);
        Assert.That(catalogue.TrySubject("operator", "91350100M000100Y45", out _, out _), Is.False);
        Assert.That(TestCatalogue.Whole.TrySubject("operator", Wrong, out _, out _), Is.False);
    }

    [TestCase("\"code\": \"9135\", \"source\": \"s\"", "no code of 18 characters")]
    [TestCase("\"code\": \"91350100M000100Y44\"", "\"source\" is missing")]
    public void A_confirmed_code_is_one_and_has_its_source(string written, string flaw) => Assert.That(
        TestCatalogue.FlawsOf(TestCatalogue.Kinds, TestCatalogue.Subjects.Replace(
            "\"check\"", $$"""
            "confirmed": [ { {{written}} } ], "check"
            """, StringComparison.Ordinal)).Select(each => $"{each}"),
        Has.Some.Contains(flaw));
}
