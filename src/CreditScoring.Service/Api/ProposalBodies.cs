using CreditScoring.Documents;
using CreditScoring.Service.Contract;
using Newtonsoft.Json.Linq;

namespace CreditScoring.Service.Api;

/// <summary>What proposals of the law are asked with.</summary>
internal static class ProposalBodies
{
    /// <summary>Characters of a whole folder of rules: many times the shipped one.</summary>
    public const int LongestDraft = 16 << 20;

    private const string NoContent = "0000000000000000000000000000000000000000000000000000000000000000";

    public static TakenBody Draft { get; } = Of(
        """{"title":"抽查不合格记分调整","reason":"依据第八条修订"}""", ["title", "reason"],
        Text("title", "标题，至多 200 字 · its title"), Text("reason", "理由，至多 2000 字 · why"),
        Text("id", "重写此件草案；不写则新建 · writes this draft anew; left out: a new one"),
        new("files", new JObject
        {
            ["type"] = "object", ["additionalProperties"] = new JObject { ["type"] = "string" },
            ["description"] = "规则文件夹的全部文件，路径为名；不写则取服务自己的规则文件夹 · all files of a folder of rules "
                + "by path; left out: those of the service's own rules folder",
        }));

    public static TakenBody Content { get; } = Of(
        $$"""{"content":"{{NoContent}}"}""", ["content"],
        Text("content", "所指内容的哈希 · the hash of the content that is meant"));

    public static TakenBody Publication { get; } = Of(
        $$"""{"content":"{{NoContent}}","from":"2026-01-01"}""", ["content"],
        Text("content", "所指内容的哈希 · the hash of the content that is meant"),
        Text("from", "施行日；不写则今日 · the first day on which it is in force; left out: today"));

    public static TakenBody Rollback { get; } = Of(
        """{"reason":"第八条的阈值有误"}""", ["reason"],
        Text("reason", "理由 · why"), Text("from", "施行日；不写则今日 · from which day on; left out: today"));

    public static TakenBody Day { get; } = Of(
        """{"day":"2026-01-05"}""", [],
        Text("day", "评定日；不写则今日，或草案起作用的第一日 · on which day; left out: today, or when it can differ"));

    public static TakenBody Run { get; } = Of(
        """{"run":"0123456789abcdef"}""", ["run"], Text("run", "回测编号 · the id of the back-test"));

    public static TakenBody Words { get; } = Of(
        """{"text":"阈值请再核对"}""", ["text"], Text("text", "至多 2000 字 · at most 2,000 characters"));

    private static TakenBody Of(string example, string[] required, params JProperty[] properties) => new(
        ["application/json"],
        new JObject
        {
            ["type"] = "object", ["required"] = new JArray(required), ["additionalProperties"] = false,
            ["properties"] = new JObject(properties),
        }.ToString(), example);

    private static JProperty Text(string name, string says) =>
        new(name, new JObject { ["type"] = "string", ["description"] = says });

    /// <summary>The object of a body, to be read; null: it is none.</summary>
    public static ObjectReader? Read(string body, List<Flaw> flaws)
    {
        var piece = JsonDocumentReader.Read(new SourceText("body", body), out var broken);
        if (piece is null)
        {
            flaws.Add(broken!);
            return null;
        }

        return new ObjectReader(piece, flaws);
    }

    /// <summary>The files that a draft names; null: it names none.</summary>
    public static IReadOnlyList<SourceText>? Files(ObjectReader reader, List<Flaw> flaws)
    {
        if (reader.Any("files") is not { IsNull: false } files)
        {
            return null;
        }

        var documents = new List<SourceText>();
        foreach (var (name, value) in files.Properties.Select(each => (each.Name, each.Value)))
        {
            if (value.Text is not { } text)
            {
                flaws.Add(ObjectReader.WrongType(value, "a text", "文本"));
            }
            else if (name.Length is 0 or > 300 || name.StartsWith('/') || name.Contains('\\')
                || name.Split('/').Any(part => part is "" or "." or ".."))
            {
                flaws.Add(new Flaw("path-unfit", value.Place,
                    new Wording("不是规则文件夹内的路径", "this is no path within a folder of rules"),
                    new Wording("如 cn/product-quality-points/2024-01-01/pack.json",
                        "such as cn/product-quality-points/2024-01-01/pack.json")));
            }
            else
            {
                documents.Add(new SourceText(name, text));
            }
        }

        return documents;
    }
}
