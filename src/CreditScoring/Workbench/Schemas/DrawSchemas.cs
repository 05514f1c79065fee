using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Workbench.Schemas;

/// <summary>The shapes of a profile of draws, and of what is published before and after a draw.</summary>
internal static class DrawSchemas
{
    private const string ShareForm = "^(0|1|0\\.[0-9]{1,9}|1\\.0{1,9}|[0-9]{1,9}/[1-9][0-9]{0,8})$";

    public static JObject Profile() => Shape.File("抽取办法 · a profile of draws", Shape.Object(
        ("profile!", Said(Shape.Text, "抽取办法的名称", "the name of the profile")),
        ("title!", Shape.Wording()),
        ("pack!", Said(Shape.Text, "比例出自的规则包的文件夹", "the folder of the pack that has the shares")),
        ("shares!",
            Said(Shape.Text, "该规则包中各层比例的表：键为层，列 share，可另有 least、most",
            "its table of shares by stratum: share, and perhaps least and most")),
        ("strata!", Said(Strata(), "各层，按抽取的次序", "the strata in the order in which they are drawn")),
        ("floor", Floor()),
        ("rounding!",
            Said(Shape.Among(DrawWords.Roundings.Keys), "比例乘以户数怎样取整", "how share times objects is rounded")),
        ("citation!", Said(Shape.Text, "取整写在 law.md 的何处", "where law.md says how it is rounded")),
        ("reserves!", Said(Share(), "替补占抽中户数的比例，有小数进一", "reserves as a share of those drawn, rounded up")),
        ("inspectors!", Said(Inspectors(), "每户几名检查人员，至少两名", "inspectors for an object, two at least")),
        ("regions!",
            Said(Shape.Among(DrawWords.RegionRules.Keys), "哪些区域的检查人员可以去",
            "inspectors of which regions may go")),
        ("basis!",
            Said(Shape.Text, "替补、人数、区域的依据，自拟的写明",
            "what reserves, inspectors and regions rest on; ours where it says so")),
        ("exclusions!",
            Said(Shape.ListOf(Exclusion()), "可以不入名单的理由", "the reasons for which an object may be left out")),
        ("note", Shape.TextOrNull)));

    public static JObject Announcement() =>
        File("抽取公告 · what is published before a draw", AnnouncementJson.Shape);

    public static JObject Proof()
    {
        var proof = File("抽取证明 · the proof of a draw", ProofJson.Shape);
        ((JObject)proof["properties"]!)
            .Add("digest", Said(Shape.Text, "以前各行的 SHA-256", "SHA-256 of the lines before it"));
        ((JArray)proof["required"]!).Add("digest");
        return proof;
    }

    private static JObject Strata()
    {
        var strata = Shape.ListOf(Shape.Text);
        strata["minItems"] = 1;
        return strata;
    }

    private static JObject Share() => new() { ["type"] = "string", ["pattern"] = ShareForm };

    private static JObject Inspectors() => new() { ["type"] = "integer", ["minimum"] = 2 };

    private static JObject Floor()
    {
        var floor = Shape.Object(
            ("table!", Said(Shape.Text, "表", "the table")), ("row!", Said(Shape.Text, "行", "the row")));
        floor["type"] = new JArray("object", "null");
        return Said(floor, "总比例下限在哪张表的哪一行；没有的不写",
            "the row that has the least share of all; left out where there is none");
    }

    private static JObject Exclusion() => Shape.Object(
        ("reason!", Said(Shape.Text, "名单最后一栏写的词", "the word in the last field of the list")),
        ("zh!", Shape.Text), ("en!", Shape.Text),
        ("citation!", Said(Shape.Text, "写在 law.md 的何处", "where law.md says so")));

    private static JObject Said(JObject schema, string zh, string en)
    {
        schema["description"] = $"{zh} · {en}";
        return schema;
    }

    /// <summary>The schema of what a shape writes: members in their order, none beside.</summary>
    private static JObject File(string title, JsonShape shape)
    {
        var file = new JObject { ["$schema"] = Shape.Dialect, ["title"] = title };
        file.Merge(Of(shape));
        return file;
    }

    private static JObject Of(JsonShape shape) => Shape.Object(
        [.. shape.Members.Select(member => (member.Name + "!", Of(member)))]);

    private static JObject Of(JsonMember member)
    {
        var schema = Of(member.Type);
        if (member.MayBeNull)
        {
            schema["type"] = new JArray((string)schema["type"]!, "null");
        }

        return Said(schema, member.Says.Zh, member.Says.En);
    }

    private static JObject Of(JsonType type) => type switch
    {
        JsonScalar { Format: "date" } => Shape.Date,
        JsonScalar scalar => Shape.Of(scalar.Name),
        JsonListOf list => Shape.ListOf(Of(list.Item)),
        JsonObjectOf part => Of(part.Shape()),
        _ => Shape.Anything,
    };
}
