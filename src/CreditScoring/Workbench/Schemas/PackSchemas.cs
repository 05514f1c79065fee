using CreditScoring.Law.Packs;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Schemas;

/// <summary>The shapes of pack.json and published.json.</summary>
internal static class PackSchemas
{
    public static JObject Pack() => Shape.File("规则包 · a rule pack", Shape.Object(
        ("regime!", Shape.Text),
        ("title!", Shape.Wording()),
        ("status!", Words<PackStatus>()),
        ("instrument", Shape.TextOrNull),
        ("inForceFrom!", Shape.Date),
        ("repealedFrom", Shape.DateOrNull),
        ("transition", Shape.Among([.. Names<Transition>(), null])),
        ("subjects!", AtLeastOne(Shape.Text)),
        ("tiers!", AtLeastOne(Tier())),
        ("points", Shape.TextOrNull),
        ("measures", Measures()),
        ("anchor", Shape.Formula("null")),
        ("from", Shape.Formula("null")),
        ("lapsesOn", Shape.Formula("null")),
        ("carriesOver", Shape.Formula("null")),
        ("repairTakesEffect", Shape.Among(ManifestReader.OnRequest, ManifestReader.OnDecision, null)),
        ("appliesTo", Shape.Formula("null")),
        ("sameDay", Shape.ListOrNull(Shape.Text)),
        ("notice", Notice()),
        ("workflows!", Shape.Object([.. ManifestReader.Roles.Select(role => (role, Shape.TextOrNull))]))));

    public static JObject Published() => Shape.File("公布记录 · that a pack was published", Shape.Object(
        ("publishedOn!", Shape.Date), ("hash!", Shape.Text),
        ("secondOpinion", Shape.Object(
            ("engine!", Shape.Text), ("same!", Shape.Count), ("differs", Shape.Count),
            ("noAnswer!", Shape.Count),
            ("workflows", Shape.Object(
                ("files!", Shape.Count), ("runs!", Shape.Count), ("same!", Shape.Count),
                ("differs!", Shape.Count), ("noAnswer!", Shape.Count)))))));

    /// <summary>Who is told, in what words, and of which rights.</summary>
    private static JObject Notice() => Shape.ObjectOrNull(Shape.Object(
        ("toParty", Shape.BooleanOrNull),
        ("standing", Shape.WordingOrNull()),
        ("rights", Shape.ListOrNull(Shape.Object(
            ("zh!", Shape.Text), ("en!", Shape.Text), ("basis!", Shape.Text),
            ("provenance!", Shape.Among(NoticeTermsReader.Provenances)),
            ("tiers", Shape.ListOrNull(Shape.Text)), ("step", Shape.TextOrNull),
            ("ownTerm", Shape.BooleanOrNull), ("ofRepair", Shape.BooleanOrNull))))));

    /// <summary>A tier with its title, or its code alone.</summary>
    private static JObject Tier() => new()
    {
        ["oneOf"] = new JArray(
            Shape.Text, Shape.Object(("tier!", Shape.Text), ("zh!", Shape.Text), ("en!", Shape.Text))),
    };

    /// <summary>Titles of named values, by name.</summary>
    private static JObject Measures() => new()
    {
        ["type"] = new JArray("object", "null"), ["additionalProperties"] = Shape.WordingOrNull(),
    };

    private static JObject AtLeastOne(JObject item)
    {
        var list = Shape.ListOf(item);
        list["minItems"] = 1;
        return list;
    }

    private static JObject Words<T>()
        where T : struct, Enum =>
        Shape.Among(Names<T>());

    private static IEnumerable<string> Names<T>()
        where T : struct, Enum =>
        Enum.GetNames<T>().Select(name => name.ToLowerInvariant());
}
