using CreditScoring.Documents;
using CreditScoring.Service.Contract;
using Newtonsoft.Json.Linq;
using static CreditScoring.Service.Contract.TakenBody;

namespace CreditScoring.Service.Api;

/// <summary>What proposals of the law are asked with.</summary>
internal static class ProposalBodies
{
    /// <summary>Characters of a whole folder of rules: many times the shipped one.</summary>
    public const int LongestDraft = 16 << 20;

    private const string NoContent = "0000000000000000000000000000000000000000000000000000000000000000";

    public static TakenBody Draft { get; } = TakenBody.Object(
        """{"title":"抽查不合格记分调整","reason":"依据第八条修订"}""", ["title", "reason"],
        Member("title", "标题，至多 200 字 · its title"), Member("reason", "理由，至多 2000 字 · why"),
        Member("id", "重写此件草案；不写则新建 · writes this draft anew; left out: a new one"),
        new("files", new JObject
        {
            ["type"] = "object", ["additionalProperties"] = new JObject { ["type"] = "string" },
            ["description"] = "规则文件夹的全部文件，路径为名；不写则取服务自己的规则文件夹 · all files of a folder of rules "
                + "by path; left out: those of the service's own rules folder",
        }));

    public static TakenBody Content { get; } = TakenBody.Object(
        $$"""{"content":"{{NoContent}}"}""", ["content"],
        Member("content", "所指内容的哈希 · the hash of the content that is meant"));

    public static TakenBody Publication { get; } = TakenBody.Object(
        $$"""{"content":"{{NoContent}}","from":"2026-01-01"}""", ["content"],
        Member("content", "所指内容的哈希 · the hash of the content that is meant"),
        Member("from", "施行日；不写则今日 · the first day on which it is in force; left out: today"));

    public static TakenBody Rollback { get; } = TakenBody.Object(
        """{"reason":"第八条的阈值有误"}""", ["reason"],
        Member("reason", "理由 · why"), Member("from", "施行日；不写则今日 · from which day on; left out: today"));

    public static TakenBody Day { get; } = TakenBody.Object(
        """{"day":"2026-01-05"}""", [],
        Member("day", "评定日；不写则今日，或草案起作用的第一日 · on which day; left out: today, or when it can differ"));

    public static TakenBody Period { get; } = TakenBody.Object(
        """{"from":"2025-01-01","to":"2025-12-31"}""", ["from", "to"],
        Member("from", "期间首日，假定草案自该日公布 · the first day, on which it counts as published"),
        Member("to", "期间末日，不晚于今日 · the last day, today at the latest"));

    public static TakenBody Run { get; } = TakenBody.Object(
        """{"run":"0123456789abcdef"}""", ["run"], Member("run", "回测编号 · the id of the back-test"));

    public static TakenBody Days { get; } = TakenBody.Object(
        """{"days":14}""", ["days"],
        new JProperty("days", new JObject
        {
            ["type"] = "integer", ["minimum"] = 1, ["maximum"] = Governance.Shadow.MostDays,
            ["description"] = "今日起运行几日 · so many days, today the first",
        }));

    public static TakenBody Words { get; } = TakenBody.Object(
        """{"text":"阈值请再核对"}""", ["text"], Member("text", "至多 2000 字 · at most 2,000 characters"));

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
                || name.Any(char.IsControl)
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
