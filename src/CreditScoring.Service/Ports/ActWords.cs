using CreditScoring.Documents;

namespace CreditScoring.Service.Ports;

/// <summary>
/// What may be done and told (<see cref="Act.What"/>), and what people call it. A record of a newer
/// program may hold others; they are shown by their name.
/// </summary>
public static class ActWords
{
    private static readonly Dictionary<string, Wording> Known = new[]
    {
        // The register of persons and keys.
        ("person-added", "登记人员", "person added"),
        ("system-added", "登记系统", "system added"),
        ("blocked", "停用", "blocked"),
        ("unblocked", "恢复启用", "unblocked"),
        ("role-granted", "授予角色", "role granted"),
        ("role-confirmed", "确认角色", "role confirmed"),
        ("role-withdrawn", "收回角色", "role withdrawn"),
        ("key-issued", "签发密钥", "key issued"),
        ("key-confirmed", "确认密钥", "key confirmed"),
        ("key-revoked", "撤销密钥", "key revoked"),
        ("password-set", "设置口令", "password set"),
        ("password-confirmed", "确认口令", "password confirmed"),
        ("identity-bound", "绑定身份", "identity bound"),
        ("identity-confirmed", "确认身份", "identity confirmed"),
        ("identity-unbound", "解除身份", "identity unbound"),
        ("protection-key-added", "新增会话保护密钥", "protection key added"),
        ("right-refused", "越权被拒", "right refused"),

        // Signing in and out.
        ("signed-in", "登录", "signed in"),
        ("signed-out", "退出", "signed out"),
        ("sessions-ended", "结束会话", "sessions ended"),
        ("signin-failed", "登录失败", "sign-in failed"),
        ("signin-locked", "登录锁定", "sign-in locked"),
        ("signin-unknown", "未知账号登录", "sign-in by an unknown account"),

        // Events.
        ("events-sent", "报送事件", "events sent"),
        ("event-turned", "报送待复核的事件", "event sent that waits for another person"),
        ("quarantine-read", "查阅待处理事件", "quarantine read"),
        ("quarantine-replayed", "重新受理待处理事件", "quarantine read again"),
        ("dead-letters-read", "查阅死信", "dead letters read"),
        ("dead-letters-replayed", "重新受理死信", "dead letters read again"),
        ("correction-proposed", "提出更正", "correction proposed"),
        ("correction-confirmed", "确认更正", "correction confirmed"),
        ("correction-refused", "拒绝更正", "correction refused"),
        ("correction-withdrawn", "撤回更正", "correction withdrawn"),
        ("correction-read", "查阅更正", "correction read"),

        ("table-handed-in", "交来表格", "table handed in"),
        ("table-tried", "试导入表格", "table tried"),
        ("table-kept", "导入表格", "table imported"),
        ("table-events-kept", "表格的新事件", "new events of a table"),
        ("table-given-up", "放弃表格", "table given up"),
        ("table-undone", "撤销导入", "import undone"),
        ("table-read", "查阅表格", "table read"),

        // Looks into files.
        ("explanation-read", "查阅依据", "reasons read"),
        ("history-read", "查阅历史", "history read"),
        ("ledger-read", "查阅记分台账", "ledger read"),
        ("changes-read", "查阅变动", "changes read"),
        ("list-exported", "导出名单", "list exported"),
        ("simulated", "试算", "simulated"),

        // Plans and draws.
        ("plan-proposed", "提出计划", "plan proposed"),
        ("plan-content", "计划内容", "content of a plan"),
        ("plan-edited", "修改计划", "plan edited"),
        ("plan-revised", "重排计划", "plan made anew"),
        ("plan-approved", "批准计划", "plan approved"),
        ("plan-published", "公布计划", "plan published"),
        ("plan-refused", "不批准计划", "plan refused"),
        ("plan-withdrawn", "撤回计划", "plan withdrawn"),
        ("effect-reckoned", "计算检查效果", "effect of inspections reckoned"),
        ("plan-read", "查阅计划", "plan read"),
        ("plan-exported", "导出计划", "plan exported"),
        ("inspectors-listed", "登记检查人员名录", "inspectors listed"),
        ("draw-prepared", "冻结抽取名单", "draw prepared"),
        ("draw-list", "抽取名单内容", "list of a draw"),
        ("draw-announced", "公告抽取", "draw announced"),
        ("draw-secret-sealed", "封存抽取密值", "secret of a draw sealed"),
        ("draw-made", "抽取", "drawn"),
        ("draw-replaced", "递补", "replaced"),
        ("draw-withdrawn", "撤回抽取", "draw withdrawn"),
        ("draw-read", "查阅抽取", "draw read"),

        // The law.
        ("law-drafted", "起草规则", "law drafted"),
        ("law-proposed", "提请审批规则", "law proposed"),
        ("law-withdrawn", "撤回规则", "law withdrawn"),
        ("law-remarked", "对规则提出意见", "law remarked on"),
        ("law-approved", "批准规则", "law approved"),
        ("law-returned", "退回规则", "law returned"),
        ("law-published", "公布规则", "law published"),
        ("law-rolled-back", "恢复原规则", "law rolled back"),
        ("law-in-force", "规则施行", "law in force"),
        ("law-carried-over", "沿用规则", "law carried over"),
        ("law-backtest-begun", "开始回测", "back-test begun"),
        ("law-backtested", "回测完成", "back-tested"),
        ("law-backtest-cancelled", "取消回测", "back-test cancelled"),
        ("law-backtest-read", "确认已阅回测", "back-test acknowledged"),
        ("backtest-read", "查阅回测", "back-test read"),
        ("law-shadow-begun", "开始影子运行", "shadow begun"),
        ("law-shadow-stopped", "停止影子运行", "shadow stopped"),
        ("shadow-read", "查阅影子运行", "shadow read"),

        // Webhooks.
        ("webhook-added", "登记推送", "webhook added"),
        ("webhook-removed", "取消推送", "webhook removed"),
        ("webhook-replayed", "重新推送", "webhook replayed"),
        ("webhook-sent", "已推送", "webhook sent"),
        ("webhook-failed", "推送失败", "webhook failed"),
    }.ToDictionary(each => each.Item1, each => new Wording(each.Item2, each.Item3), StringComparer.Ordinal);

    /// <summary>Their names, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What people call it; its name where it is not known here.</summary>
    public static Wording Of(string what) =>
        Known.TryGetValue(what, out var known) ? known : new Wording(what, what);
}
