using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using NUnit.Framework;

namespace CreditScoring.Tests.Law.Packs;

/// <summary>The property <c>notice</c> of pack.json.</summary>
public class NoticeTermsTests
{
    [Test]
    public void A_pack_without_it_tells_the_party_and_declares_no_right()
    {
        var terms = Read("null").Notice;
        Assert.That(terms.ToParty, Is.True);
        Assert.That(terms.Rights, Is.Empty);
    }

    [Test]
    public void A_right_has_its_words_its_basis_and_where_it_is_told()
    {
        var terms = Read("""{ "toParty": false, "rights": [ { "zh": "申诉", "en": "object", "basis": "《办法》第三条", "provenance": "recalled", "tiers": [ "B" ], "step": "s" } ] }""").Notice;
        var right = terms.Rights.Single();
        Assert.That(terms.ToParty, Is.False);
        Assert.That((right.Text.En, right.Basis, right.Provenance, right.Step), Is.EqualTo(("object", "《办法》第三条", "recalled", "s")));
        Assert.That(right.Tiers, Is.EqualTo(new[] { "B" }));
    }

    [TestCase("""{ "rights": [ { "zh": "甲", "en": "a", "basis": "x", "provenance": "published", "tiers": [ "E" ] } ] }""", "unknown-tier")]
    [TestCase("""{ "rights": [ { "zh": "甲", "en": "a", "provenance": "published" } ] }""", "property-missing")]
    [TestCase("""{ "rights": [ { "zh": "甲", "en": "a", "basis": "x" } ] }""", "property-missing")]
    [TestCase("""{ "rights": [ { "zh": "甲", "en": "a", "basis": "x", "provenance": "rumour" } ] }""", "type-mismatch")]
    [TestCase("""{ "right": [] }""", "unknown-property")]
    public void What_is_wrong_in_it_is_told(string notice, string flaw)
    {
        var flaws = new List<Flaw>();
        Read(notice, flaws);
        Assert.That(flaws.Select(each => each.Name), Is.EqualTo(new[] { flaw }));
    }

    private static PackManifest Read(string notice, List<Flaw>? flaws = null) => ManifestReader.Read(
        new SourceText("pack.json", $$"""
            { "regime": "cn/x", "title": { "zh": "甲", "en": "x" }, "status": "official", "inForceFrom": "2024-01-01",
              "subjects": [ "operator" ], "tiers": [ "A", "B" ], "notice": {{notice}}, "workflows": { "tier": "tier" } }
            """), flaws ?? [])!;
}
