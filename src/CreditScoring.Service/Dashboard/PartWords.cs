using CreditScoring.Documents;

namespace CreditScoring.Service.Dashboard;

/// <summary>What the parts that work in the background are called before people.</summary>
internal static class PartWords
{
    private static readonly Dictionary<string, Wording> All = new(StringComparer.Ordinal)
    {
        ["admins"] = new("管理员不少于两人", "at least two admins"),
        ["backtests"] = new("规则回测", "back-tests of rules"),
        ["demo"] = new("演示数据", "the demo's data"),
        ["folder"] = new("从文件夹收事件", "events from a folder"),
        ["inbox"] = new("从 Redis 收事件", "events from Redis"),
        ["quarantine-retention"] = new("隔离区到期清理", "clearing of the quarantine"),
        ["recommendations"] = new("向 Redis 送检查建议", "recommendations to Redis"),
        ["record-log"] = new("档案库日志", "the record's log"),
        ["rules"] = new("规则", "rules"),
        ["second-opinion"] = new("第二引擎核对", "second engine"),
        ["sequence-numbers"] = new("来源流水号", "running numbers of sources"),
        ["shadows"] = new("影子运行", "shadows of proposals"),
        ["sweep"] = new("按日重新评定", "assessing for the day"),
        ["systemd"] = new("系统服务管理", "systemd"),
        ["tiers"] = new("向 Redis 送等级", "tiers to Redis"),
        ["webhooks"] = new("向其他系统推送", "webhooks"),
        ["worker"] = new("收事件与评定", "keeping events and assessing"),
    };

    /// <summary>Its name; of one that has none here, as the log calls it.</summary>
    public static Wording Of(string part) =>
        All.TryGetValue(part, out var name) ? name : new Wording(part, part);
}
